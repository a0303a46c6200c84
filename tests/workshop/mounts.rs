//! A test that mounts what it needs: it runs once more in a view of the disk that nobody else sees, as root or in
//! a user namespace, and whatever it mounts is gone when it ends.

use std::env;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Set for the run inside.
const INSIDE: &str = "CONGKHAI_OWN_MOUNTS";

/// Whether this is the run that may mount. Where it is not, it starts that run of the same test and waits for it, or
/// says that this machine allows none; `CONGKHAI_ALL=1` says that it must.
pub fn own_mounts(test: &str) -> bool {
    if env::var(INSIDE).is_ok() {
        return true;
    }
    let ways: [&[&str]; 2] = [&["--mount"], &["--user", "--map-root-user", "--mount"]];
    let scratch = TempDir::new().unwrap();
    let may = |way: &&&[&str]| {
        let mut mount = Command::new("unshare");
        mount.args(**way).args(["mount", "-t", "tmpfs", "none"]).arg(scratch.path());
        mount.output().is_ok_and(|done| done.status.success())
    };
    let Some(way) = ways.iter().find(may) else {
        let must = env::var("CONGKHAI_ALL").is_ok_and(|all| all == "1");
        assert!(!must, "{test}: nothing may be mounted on this machine, and CONGKHAI_ALL=1");
        eprintln!("PASSED OVER: {test}: nothing may be mounted on this machine");
        return false;
    };
    let inside = Command::new("unshare")
        .args(*way)
        .arg(env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(INSIDE, "1")
        // What it leaves below its mounts goes with this folder.
        .env("TMPDIR", scratch.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&inside.stdout);
    let faults = String::from_utf8_lossy(&inside.stderr);
    assert!(inside.status.success() && said.contains("1 passed"), "{said}\n{faults}");
    print!("{said}{faults}");
    false
}

pub fn mount(arguments: &[&str], at: &Path) {
    let done = Command::new("mount").args(arguments).arg(at).output().unwrap();
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Makes a folder a mount point of its own, with the same files.
pub fn mount_on_itself(folder: &Path) {
    mount(&["--bind", folder.to_str().unwrap()], folder);
}

pub fn make_read_only(folder: &Path) {
    mount_on_itself(folder);
    mount(&["-o", "remount,bind,ro"], folder);
}
