//! What may happen to a run that publishes: it is killed, the disk is full, nothing may be written, another run is at
//! work. After each, readers find the whole old site or the whole new one, and the next run clears away what is left.
//!
//! Both ways of publishing are tried: the exchange of two folders, and, where the public folder cannot be moved (it is a
//! mount point, or lies in a layer of a container), the list of moves.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use workshop::editions::Editions;
use workshop::mounts::{make_read_only, mount, mount_on_itself, own_mounts};
use workshop::{Run, tree};

/// When a run is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// This long after its start.
    After(Duration),
    /// So long after a file appears, or one of several that mark the same.
    Since(&'static str, Duration),
}

/// The last file of the new tree.
const TREE_IS_THERE: &str = "new/manifest.json";
/// The list by which files are moved.
const MOVES_BEGIN: &str = "moves.json";

/// Kills the run at its moment; false where it had come to its end.
fn kill(mut run: Child, workspace: &Path, moment: Moment) -> bool {
    let begun = Instant::now();
    match moment {
        Moment::After(time) => thread::sleep(time),
        Moment::Since(file, time) => {
            let file = workspace.join(file);
            while !file.exists() && run.try_wait().unwrap().is_none() {
                assert!(begun.elapsed() < Duration::from_mins(2), "{} never came", file.display());
            }
            // Sleeping takes longer than what is waited for.
            let seen = Instant::now();
            while seen.elapsed() < time {}
        }
    }
    run.kill().unwrap();
    run.wait().unwrap().code().is_none()
}

fn start(mut command: Command) -> Child {
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// What a series of kills has met.
#[derive(Debug, Default)]
struct Met {
    killed: usize,
    old: usize,
    new: usize,
    /// Kills that left something to clear away.
    left: usize,
    /// Kills in the middle of moving.
    between: usize,
}

impl Met {
    fn with(self, other: &Self) -> Self {
        Self {
            killed: self.killed + other.killed,
            old: self.old + other.old,
            new: self.new + other.new,
            left: self.left + other.left,
            between: self.between + other.between,
        }
    }
}

/// Kills `number` runs, each of which would have put up the edition that does not stand.
fn kills(number: u32) -> Met {
    let editions = Editions::make();
    let workspace = editions.site.path(".public.congkhai");
    let mut met = Met::default();
    let begun = Instant::now();
    assert_eq!(editions.build(1).code, 0);
    let whole = begun.elapsed();
    for at in 0..number {
        let old = editions.standing();
        let moment = if at % 2 == 0 {
            Moment::After(whole * at / number)
        } else {
            Moment::Since(TREE_IS_THERE, Duration::from_millis(u64::from(at)))
        };
        met.killed += usize::from(kill(start(editions.command(1 - old)), &workspace, moment));
        // Neither is a panic.
        let stands = editions.standing();
        if stands == old {
            met.old += 1;
        } else {
            met.new += 1;
        }
        met.left += usize::from(editions.left().is_some());
        if at % 4 == 3 {
            let run = editions.build(1 - stands);
            assert_eq!(run.code, 0, "{}", run.said);
            assert_eq!(editions.standing(), 1 - stands);
            assert_eq!(editions.left(), None, "{moment:?}");
        }
    }
    met
}

#[test]
fn a_run_that_is_killed_leaves_the_old_site_or_the_new() {
    // Several at once on the same machine: each is slow, and is stopped in the middle of anything.
    let series: Vec<_> = (0..4).map(|_| thread::spawn(|| kills(16))).collect();
    let met =
        series.into_iter().fold(Met::default(), |sum, series| sum.with(&series.join().unwrap()));
    println!("{met:?}");
    assert!(met.killed > 40 && met.left > 20, "{met:?}");
    assert!(met.old > 10 && met.new > 0, "{met:?}");
}

#[test]
fn where_folders_cannot_be_exchanged_the_next_run_finishes_a_killed_one() {
    if !own_mounts("where_folders_cannot_be_exchanged_the_next_run_finishes_a_killed_one") {
        return;
    }
    let editions = Editions::make();
    let public = editions.site.path("public");
    mount_on_itself(&public);
    let workspace = public.join(".congkhai-new");
    let mut met = Met::default();
    let begun = Instant::now();
    assert_eq!(editions.build(1).code, 0);
    let whole = begun.elapsed();
    for at in 0..24_u32 {
        // Enough of each was met.
        if at >= 8 && met.between > 2 && met.old > 0 {
            break;
        }
        let old = editions.standing();
        let moment = if at % 4 == 0 {
            Moment::After(whole * at / 24)
        } else {
            Moment::Since(MOVES_BEGIN, Duration::from_micros(u64::from(at) * 40))
        };
        met.killed += usize::from(kill(start(editions.command(1 - old)), &workspace, moment));
        let found = editions.found();
        assert!(editions.is_of_whole_files(&found), "{moment:?}: {}", editions.told(&found));
        if !workspace.join(MOVES_BEGIN).exists() {
            // It had not begun to move, or had ended.
            let stands = editions.standing();
            met.old += usize::from(stands == old);
            met.new += usize::from(stands != old);
            continue;
        }
        met.left += 1;
        met.between += usize::from(!editions.trees.contains(&found));
        // What was begun is finished before anything else: the same edition has nothing to write then.
        let next = editions.build(1 - old);
        assert_eq!(next.code, 0, "{}", next.said);
        assert_eq!(next.json()["published"]["written"], 0, "{moment:?}");
        assert_eq!(editions.standing(), 1 - old);
        assert_eq!(editions.left(), None, "{moment:?}");
    }
    println!("{met:?}");
    assert!(met.between > 2 && met.old > 0, "{met:?}");
}

/// A run that must not publish: it says why, the site stands as it was, and nothing is left.
fn refused(editions: &Editions, run: &Run, why: &str) {
    assert_eq!(run.code, 2, "{}", run.said);
    assert!(run.said.contains(why), "not “{why}” but: {}", run.said);
    assert!(run.said.contains("\nhelp: "), "{}", run.said);
    assert!(!run.said.contains("panicked"), "{}", run.said);
    assert_eq!(editions.standing(), 0, "{}", run.said);
}

fn file_of(size: u64, path: &Path) {
    let done = Command::new("dd")
        .args(["if=/dev/zero", "bs=4096", &format!("count={}", size / 4096)])
        .arg(format!("of={}", path.display()))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Room on the disk of a folder, in bytes.
fn room(folder: &Path) -> u64 {
    let done = Command::new("df").args(["--output=avail", "-B1"]).arg(folder).output().unwrap();
    String::from_utf8(done.stdout).unwrap().lines().nth(1).unwrap().trim().parse().unwrap()
}

/// What the second edition takes of the disk beside the first, whose equal files it shares.
fn size(editions: &Editions) -> u64 {
    let [first, second] = &editions.trees;
    let new = second.iter().filter(|(path, bytes)| first.get(*path) != Some(*bytes));
    new.map(|(_, bytes)| (bytes.len() as u64).div_ceil(4096) * 4096).sum()
}

/// What both take.
fn size_of_both(editions: &Editions) -> u64 {
    let all = editions.trees.iter().flat_map(|tree| tree.values());
    all.map(|bytes| (bytes.len() as u64).div_ceil(4096) * 4096).sum::<u64>() + 1024 * 1024
}

fn fills_up(editions: &Editions, disk: &Path) {
    let needed = size(editions);
    for part in [0, 1, 2, 5, 8, 15] {
        let free = (needed * part / 16) / 4096 * 4096;
        let full = disk.join("full");
        file_of(room(disk) - free, &full);
        let run = editions.build(1);
        refused(editions, &run, "cannot be written: ");
        assert_eq!(editions.left(), None, "with {free} of {needed} bytes");
        fs::remove_file(&full).unwrap();
    }
    // With room, the same run goes well.
    let run = editions.build(1);
    assert_eq!(run.code, 0, "{}", run.said);
    assert_eq!(editions.standing(), 1);
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    if !own_mounts("a_full_disk_leaves_the_old_site") {
        return;
    }
    // Only the public folder and what is beside it are on the small disk.
    let editions = Editions::make();
    let disk = editions.site.path("disk");
    fs::create_dir(&disk).unwrap();
    mount(&["-t", "tmpfs", "-o", &format!("size={}", size_of_both(&editions)), "none"], &disk);
    let public = editions.site.path("public");
    move_to(&public, &disk.join("public"));
    std::os::unix::fs::symlink(disk.join("public"), &public).unwrap();
    fills_up(&editions, &disk);
}

#[test]
fn a_full_disk_that_is_the_public_folder_itself_leaves_the_old_site() {
    if !own_mounts("a_full_disk_that_is_the_public_folder_itself_leaves_the_old_site") {
        return;
    }
    let editions = Editions::make();
    let (public, aside) = (editions.site.path("public"), editions.site.path("aside"));
    move_to(&public, &aside);
    fs::create_dir(&public).unwrap();
    mount(&["-t", "tmpfs", "-o", &format!("size={}", size_of_both(&editions)), "none"], &public);
    copy_kept(&aside, &public);
    // What fills the disk is a file of somebody else's there; it is taken away before the site is looked at.
    let needed = size(&editions);
    for part in [0, 3, 9, 15] {
        let full = public.join(".full");
        file_of(room(&public) - needed * part / 16, &full);
        let run = editions.build(1);
        fs::remove_file(&full).unwrap();
        refused(&editions, &run, "cannot be written: ");
        assert_eq!(editions.left(), None);
    }
    assert_eq!(editions.build(1).code, 0);
    assert_eq!(editions.standing(), 1);
}

#[test]
fn a_file_that_may_not_grow_leaves_the_old_site() {
    let editions = Editions::make();
    let longest = editions.trees[1].values().map(Vec::len).max().unwrap();
    for blocks in [0, 4, longest / 512 - 4] {
        // A run that ignores the signal gets an error instead; one that does not is killed by it.
        for signal in ["trap '' XFSZ;", ""] {
            let script = format!("{signal} ulimit -f {blocks}; exec \"$@\"");
            let limited = Command::new("sh")
                .args(["-c", &script, "sh", env!("CARGO_BIN_EXE_congkhai")])
                .args(["build", "--content", "content-2"])
                .current_dir(editions.site.path("."))
                .env("LC_ALL", "C")
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&limited.stderr);
            assert!(!said.contains("panicked"), "{said}");
            assert_eq!(editions.standing(), 0, "{said}");
            if !signal.is_empty() {
                assert_eq!(limited.status.code(), Some(2), "{said}");
                assert!(said.contains("cannot be written: file too large"), "{said}");
                assert_eq!(editions.left(), None);
            }
        }
    }
    assert_eq!(editions.build(1).code, 0);
    assert_eq!(editions.standing(), 1);
    assert_eq!(editions.left(), None);
}

#[test]
fn where_nothing_may_be_written_the_site_stands() {
    if !own_mounts("where_nothing_may_be_written_the_site_stands") {
        return;
    }
    // The disk may only be read.
    let editions = Editions::make();
    let disk = editions.site.path("disk");
    fs::create_dir(&disk).unwrap();
    let public = editions.site.path("public");
    move_to(&public, &disk.join("public"));
    std::os::unix::fs::symlink(disk.join("public"), &public).unwrap();
    make_read_only(&disk);
    refused(&editions, &editions.build(1), "public cannot be written: read-only filesystem");
    // No site can begin there either.
    let run = editions.site.run(&["build", "--out", "disk/new/public"]);
    assert_eq!(run.code, 2, "{}", run.said);

    // Only the public folder may not be written.
    let editions = Editions::make();
    make_read_only(&editions.site.path("public"));
    refused(&editions, &editions.build(1), "public cannot be written: read-only filesystem");

    // The public folder may be written, but nothing beside it.
    let editions = Editions::make();
    let public = editions.site.path("public");
    mount_on_itself(&public);
    make_read_only_around(&editions.site.path("."));
    let run = editions.build(1);
    assert_eq!(run.code, 0, "{}", run.said);
    assert_eq!(editions.standing(), 1);
    assert_eq!(editions.left(), None);
}

/// The folder itself, but not what is mounted in it.
fn make_read_only_around(folder: &Path) {
    let folder = fs::canonicalize(folder).unwrap();
    mount(&["--rbind", folder.to_str().unwrap()], &folder);
    mount(&["-o", "remount,bind,ro"], &folder);
}

/// As somebody who is not the superuser, for whom no folder is closed.
#[test]
fn a_folder_without_the_right_to_write_is_refused() {
    let editions = Editions::make();
    let set = |folder: &str, mode: u32| {
        fs::set_permissions(editions.site.path(folder), fs::Permissions::from_mode(mode)).unwrap();
    };
    let as_anyone = || {
        let build = ["build", "--json", "--content", "content-2"];
        let done = Command::new("unshare")
            .args(["--user", env!("CARGO_BIN_EXE_congkhai")])
            .args(build)
            .current_dir(editions.site.path("."))
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        Run::of(&done)
    };
    let possible = Command::new("unshare").args(["--user", "true"]).output();
    if !possible.is_ok_and(|done| done.status.success()) {
        let must = std::env::var("CONGKHAI_ALL").is_ok_and(|all| all == "1");
        assert!(!must, "no right can be given up on this machine, and CONGKHAI_ALL=1");
        eprintln!(
            "PASSED OVER: a folder without the right to write: no right can be given up here"
        );
        return;
    }
    set("public", 0o555);
    refused(&editions, &as_anyone(), "public cannot be written: permission denied");
    assert_eq!(editions.left(), None);
    // A folder inside it that is closed is not opened: whoever closed it had a reason.
    set("public", 0o755);
    set("public/vi", 0o555);
    refused(&editions, &as_anyone(), "cannot be written: permission denied");
    assert_eq!(editions.left(), None);
    set("public/vi", 0o755);
    // Nothing may be made beside the public folder: files are moved one by one.
    let before = fs::metadata(editions.site.path("public")).unwrap().ino();
    set(".", 0o555);
    let run = as_anyone();
    set(".", 0o755);
    assert_eq!(run.code, 0, "{}", run.said);
    assert_eq!(editions.standing(), 1);
    assert_eq!(fs::metadata(editions.site.path("public")).unwrap().ino(), before);
    assert_eq!(editions.left(), None);
}

#[test]
fn in_a_layer_of_a_container_files_are_moved() {
    if !own_mounts("in_a_layer_of_a_container_files_are_moved") {
        return;
    }
    let editions = Editions::make();
    let layers = tempfile::TempDir::new().unwrap();
    mount(&["-t", "tmpfs", "none"], layers.path());
    for layer in ["lower", "upper", "work"] {
        fs::create_dir(layers.path().join(layer)).unwrap();
    }
    copy_kept(&editions.site.path("."), &layers.path().join("lower"));
    let at = |layer: &str| layers.path().join(layer).display().to_string();
    let options = format!(
        "lowerdir={},upperdir={},workdir={},redirect_dir=off",
        at("lower"),
        at("upper"),
        at("work")
    );
    mount(&["-t", "overlay", "none", "-o", &options], &editions.site.path("."));
    let folder = fs::metadata(editions.site.path("public")).unwrap().ino();
    let run = editions.build(1);
    assert_eq!(run.code, 0, "{}", run.said);
    assert_eq!(editions.standing(), 1);
    assert_eq!(editions.left(), None);
    let same = fs::metadata(editions.site.path("public")).unwrap().ino() == folder;
    assert!(same, "the folders were exchanged, and this tried nothing");
}

#[test]
fn of_two_runs_at_once_one_refuses() {
    let editions = Editions::make();
    // The first holds the lock, and is made to stand still.
    let mut first = start(editions.command(1));
    let lock = editions.site.path(".public.congkhai/lock");
    while !lock.exists() {
        assert!(first.try_wait().unwrap().is_none(), "the first run has ended");
    }
    signal("STOP", &first);
    let second = editions.site.run(&["build", "--content", "content-2"]);
    let meanwhile = editions.found();
    // It is no bar to looking, nor to a site in another folder.
    let check = editions.site.run(&["check"]);
    let elsewhere = editions.site.run(&["build", "--out", "elsewhere"]);
    signal("CONT", &first);
    let ended = first.wait().unwrap();
    assert_eq!((check.code, elsewhere.code), (0, 0), "{}{}", check.said, elsewhere.said);
    assert_eq!(second.code, 2, "{}", second.said);
    let alive = "another run of this program is writing";
    assert!(second.said.contains(alive), "{}", second.said);
    assert!(meanwhile == editions.trees[0], "{}", editions.told(&meanwhile));
    assert_eq!(ended.code(), Some(0));
    assert_eq!(editions.standing(), 1);
    assert_eq!(editions.left(), None);
}

#[test]
fn many_runs_at_once_leave_a_whole_site() {
    let editions = Editions::make();
    let runs: Vec<Child> = (0..6).map(|at| start(editions.command(at % 2))).collect();
    let codes: Vec<Option<i32>> =
        runs.into_iter().map(|mut run| run.wait().unwrap().code()).collect();
    assert!(codes.iter().all(|code| matches!(code, Some(0 | 2))), "{codes:?}");
    assert!(codes.contains(&Some(0)), "{codes:?}");
    editions.standing();
    assert_eq!(editions.left(), None);
}

fn signal(name: &str, to: &Child) {
    let done = Command::new("sh").args(["-c", &format!("kill -s {name} {}", to.id())]).status();
    assert!(done.unwrap().success());
}

/// When each file was written, to the nanosecond.
fn stamps(folder: &Path) -> BTreeMap<String, SystemTime> {
    let stamp = |path: &str| fs::metadata(folder.join(path)).unwrap().modified().unwrap();
    tree(folder).into_iter().map(|(path, _)| (path.clone(), stamp(&path))).collect()
}

/// Builds the second edition where the first stands with files of somebody else's.
fn keeps_what_is_equal_and_what_is_others(editions: &Editions) {
    let public = editions.site.path("public");
    let theirs = [".htaccess", ".well-known/security.txt", "google123.html", "vi/theirs/a.txt"];
    for path in theirs {
        editions.site.write(&format!("public/{path}"), path);
        let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_007);
        File::options().append(true).open(public.join(path)).unwrap().set_modified(old).unwrap();
    }
    fs::set_permissions(public.join("google123.html"), fs::Permissions::from_mode(0o640)).unwrap();
    let before = stamps(&public);
    let run = editions.build(1);
    assert_eq!(run.code, 0, "{}", run.said);
    let after = stamps(&public);
    let [first, second] = &editions.trees;
    let mut kept = 0;
    for (path, bytes) in second {
        let equal = first.get(path) == Some(bytes);
        kept += usize::from(equal);
        assert_eq!(equal, before.get(path) == after.get(path), "the time stamp of {path}");
    }
    assert_eq!(run.json()["published"]["unchanged"], kept);
    for path in theirs {
        assert_eq!(fs::read_to_string(public.join(path)).unwrap(), path);
        assert_eq!(before[path], after[path], "the time stamp of {path}");
    }
    let mode = fs::metadata(public.join("google123.html")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    // Those that hosts hide are kept without a word.
    let named = ["google123.html", "vi/theirs/a.txt"];
    assert_eq!(run.json()["published"]["foreign"], serde_json::json!(named));
    let run = editions.site.run(&["build", "--content", "content-2"]);
    for path in named {
        let note = format!("note: public/{path} was not written by this program and is kept");
        assert!(run.said.contains(&note), "{}", run.said);
    }
    // Nothing changed at all: nothing is written.
    assert!(run.said.contains("; 0 files written, "), "{}", run.said);
    assert_eq!(stamps(&public), after);
    for path in theirs {
        fs::remove_file(public.join(path)).unwrap();
    }
    assert_eq!(editions.standing(), 1);
}

#[test]
fn equal_files_keep_their_time_and_others_files_stay() {
    keeps_what_is_equal_and_what_is_others(&Editions::make());
}

#[test]
fn equal_files_keep_their_time_and_others_files_stay_where_files_are_moved() {
    if !own_mounts("equal_files_keep_their_time_and_others_files_stay_where_files_are_moved") {
        return;
    }
    let editions = Editions::make();
    mount_on_itself(&editions.site.path("public"));
    keeps_what_is_equal_and_what_is_others(&editions);
}

/// To another disk.
fn move_to(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    copy_kept(from, to);
    fs::remove_dir_all(from).unwrap();
}

fn copy_kept(from: &Path, to: &Path) {
    let inside: PathBuf = from.join(".");
    let done = Command::new("cp").arg("-a").args([inside.as_path(), to]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}
