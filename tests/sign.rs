//! `sign`, and the program `minisign` with which its signatures are exchanged.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use workshop::{Run, Workshop};

const SIGNATURE: &str = "public/manifest.json.minisig";

fn built() -> Workshop {
    let site = Workshop::small();
    build(&site);
    site
}

fn build(site: &Workshop) -> Run {
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    run
}

/// A site with a key that has no password.
fn with_key() -> Workshop {
    let site = built();
    is(
        &site.run(&["sign", "-G", "-W", "-s", "keys/a.key", "-p", "keys/a.pub"]),
        0,
        &["made the key"],
    );
    site
}

fn signed(site: &Workshop) {
    is(&site.run(&["sign", "-s", "keys/a.key"]), 0, &["signed public/manifest.json"]);
}

fn is(run: &Run, code: i32, said: &[&str]) {
    let all = format!("{}{}", run.answer, run.said);
    assert_eq!(run.code, code, "{all}");
    for words in said {
        assert!(all.contains(words), "there is no `{words}` in: {all}");
    }
}

/// The program with lines on its standard input.
fn run_with(mut command: Command, input: &str) -> Run {
    let pipe = Stdio::piped;
    let mut child = command.stdin(pipe()).stdout(pipe()).stderr(pipe()).spawn().unwrap();
    // It may end before it reads.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Run {
        code: output.status.code().unwrap(),
        said: text(&output.stderr),
        answer: text(&output.stdout),
    }
}

/// `minisign` in the folder of the site; none where it is not installed. `./test` installs it.
fn minisign(site: &Workshop, arguments: &[&str], input: &str) -> Option<Run> {
    let installed = Command::new("minisign").arg("-v").output().is_ok();
    if !installed {
        let all = std::env::var_os("CONGKHAI_ALL").is_some();
        assert!(!all, "minisign is not installed: apt-get install minisign");
        return None;
    }
    let mut command = Command::new("minisign");
    command.args(arguments).current_dir(site.path(""));
    Some(run_with(command, input))
}

fn public_key(site: &Workshop, file: &str) -> String {
    fs::read_to_string(site.path(file)).unwrap().lines().nth(1).unwrap().to_owned()
}

#[test]
fn minisign_accepts_what_is_signed_here() {
    let site = with_key();
    signed(&site);
    let key = public_key(&site, "keys/a.pub");
    let good = ["signature: good, by the key", "file:manifest.json", "content:", "equal: public"];
    is(&site.run(&["verify", "public", "-p", "keys/a.pub"]), 0, &good);
    is(&site.run(&["verify", "public", "-P", &key]), 0, &good);
    is(&site.run(&["verify", "public"]), 0, &["not checked; give the public key"]);
    let ask = ["-V", "-m", "public/manifest.json", "-P", &key];
    let Some(run) = minisign(&site, &ask, "") else { return };
    is(&run, 0, &["Signature and comment signature verified", "file:manifest.json"]);
    is(
        &minisign(&site, &["-V", "-m", "public/manifest.json", "-p", "keys/a.pub"], "").unwrap(),
        0,
        &[],
    );
    // A key that was made here signs there, and a whole file is signed like a manifest.
    let there = ["-S", "-W", "-s", "keys/a.key", "-m", "public/manifest.json", "-t", "by hand"];
    is(&minisign(&site, &there, "").unwrap(), 0, &[]);
    is(&site.run(&["verify", "public", "-P", &key]), 0, &["signature: good", ": by hand"]);
    is(&site.run(&["bundle", "-o", "site.zip"]), 0, &[]);
    is(
        &site.run(&["sign", "site.zip", "-s", "keys/a.key", "-t", "Bản tháng 7"]),
        0,
        &["site.zip.minisig"],
    );
    is(&minisign(&site, &["-V", "-m", "site.zip", "-P", &key], "").unwrap(), 0, &["Bản tháng 7"]);
    site.edit("public/manifest.json", "congkhai", "congkhaj");
    assert_ne!(minisign(&site, &ask, "").unwrap().code, 0);
}

#[test]
fn what_minisign_signs_is_accepted_here() {
    let site = built();
    fs::create_dir(site.path("keys")).unwrap();
    let made = ["-G", "-W", "-s", "keys/m.key", "-p", "keys/m.pub"];
    let Some(run) = minisign(&site, &made, "") else { return };
    is(&run, 0, &[]);
    for legacy in [&[][..], &["-l"]] {
        let manifest = "public/manifest.json";
        let sign = ["-S", "-W", "-s", "keys/m.key", "-m", manifest, "-t", "của cơ quan"];
        is(&minisign(&site, &[&sign, legacy].concat(), "").unwrap(), 0, &[]);
        let run = site.run(&["verify", "public", "-p", "keys/m.pub"]);
        is(&run, 0, &["signature: good", "của cơ quan"]);
    }
    // A key of its own with a password, for which it takes a gibibyte of memory, signs here too.
    let made = ["-G", "-s", "keys/p.key", "-p", "keys/p.pub"];
    is(&minisign(&site, &made, "mật khẩu\nmật khẩu\n").unwrap(), 0, &[]);
    is(&run_with(site.command(&["sign", "-s", "keys/p.key"]), "mật khẩu\n"), 0, &["signed"]);
    let check = ["-V", "-m", "public/manifest.json", "-p", "keys/p.pub"];
    is(&minisign(&site, &check, "").unwrap(), 0, &[]);
}

#[test]
fn a_password_opens_a_key_and_is_never_shown() {
    let site = built();
    let secret = "bí-mật-42";
    let generate = site.command(&["sign", "--generate", "-s", "keys/p.key", "-p", "keys/p.pub"]);
    let made = run_with(generate, &format!("{secret}\n{secret}\n"));
    is(&made, 0, &["made the key"]);
    let sign = |input: &str| run_with(site.command(&["sign", "-s", "keys/p.key"]), input);
    for wrong in ["", "\n", "bí-mật-43\n"] {
        let run = sign(wrong);
        is(&run, 2, &["the password does not open this key"]);
        assert!(site.public("manifest.json.minisig").is_none());
        assert!(!run.said.contains("43"), "{}", run.said);
    }
    let run = sign(&format!("{secret}\r\n"));
    is(&run, 0, &["signed public/manifest.json"]);
    let key = fs::read_to_string(site.path("keys/p.key")).unwrap();
    let shown =
        [&made.said, &made.answer, &run.said, &run.answer, &key].map(String::as_str).concat();
    assert!(!shown.contains(secret) && !made.said.contains(key.lines().nth(1).unwrap()));
    is(&site.run(&["verify", "public", "-p", "keys/p.pub"]), 0, &["signature: good"]);
    // Two that differ, and none, make no key.
    for (input, said) in [("a\nb\n", "passwords differ"), ("\n\n", "the password is empty")] {
        let generate = site.command(&["sign", "-G", "-s", "keys/q.key", "-p", "keys/q.pub"]);
        is(&run_with(generate, input), 2, &[said]);
    }
    assert!(!site.path("keys/q.key").exists() && !site.path("keys/q.pub").exists());
}

#[cfg(unix)]
#[test]
fn a_secret_key_is_for_one_person_and_in_no_folder_that_others_see() {
    use std::os::unix::fs::PermissionsExt;
    let site = with_key();
    let mode = fs::metadata(site.path("keys/a.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // It is never written over.
    let key = fs::read(site.path("keys/a.key")).unwrap();
    let again = ["sign", "-G", "-W", "-s", "keys/a.key", "-p", "keys/b.pub"];
    is(&site.run(&again), 2, &["keys/a.key is there already"]);
    let again = ["sign", "-G", "-W", "-s", "keys/b.key", "-p", "keys/a.pub"];
    is(&site.run(&again), 2, &["keys/a.pub is there already"]);
    assert_eq!(fs::read(site.path("keys/a.key")).unwrap(), key);
    assert!(!site.path("keys/b.key").exists() && !site.path("keys/b.pub").exists());

    let refused = "lies in a folder that others get to see";
    std::os::unix::fs::symlink(site.path("public"), site.path("link")).unwrap();
    for place in [
        "public/a.key",
        "public/new/a.key",
        "content/a.key",
        "content/plans/a.key",
        "link/a.key",
        "keys/../public/x",
    ] {
        let run = site.run(&["sign", "-G", "-W", "-s", place, "-p", "c.pub"]);
        is(&run, 2, &[refused]);
        assert!(!site.path(place).exists() && !site.path("c.pub").exists(), "{place}");
    }
    // Another site than the one that is signed, and a public folder that is not there yet.
    let run = site.run(&[
        "sign",
        "-G",
        "-W",
        "elsewhere",
        "--content",
        "x",
        "-s",
        "public/a.key",
        "-p",
        "c.pub",
    ]);
    is(&run, 2, &[refused]);
    let run = site.run(&["sign", "-G", "-W", "later", "-s", "later/a.key", "-p", "c.pub"]);
    is(&run, 2, &[refused]);
    // A key that is there already is no secret any more, and signs nothing.
    fs::copy(site.path("keys/a.key"), site.path("content/a.key")).unwrap();
    is(&site.run(&["sign", "-s", "content/a.key"]), 2, &[refused, "make a new key"]);
    assert!(site.public("manifest.json.minisig").is_none());
}

#[test]
fn a_signature_stays_while_it_fits_and_goes_when_it_does_not() {
    let site = with_key();
    signed(&site);
    let signature = fs::read(site.path(SIGNATURE)).unwrap();
    let run = build(&site);
    assert!(!run.said.contains("note: "), "{}", run.said);
    assert_eq!(fs::read(site.path(SIGNATURE)).unwrap(), signature);
    is(&site.run(&["verify", "public", "-p", "keys/a.pub"]), 0, &["signature: good"]);
    // A file of the content that is not read changes nothing but the hash of the content.
    site.write("content/README.md", "Another word.");
    let run = build(&site);
    assert!(
        run.said.contains("note: public/manifest.json.minisig was the signature"),
        "{}",
        run.said
    );
    assert!(!site.path(SIGNATURE).exists());
    is(
        &site.run(&["verify", "public", "-p", "keys/a.pub"]),
        1,
        &["SIGNATURE: there is no manifest.json.minisig"],
    );
    assert!(!build(&site).said.contains("note: "));
    signed(&site);
    // Programs are told too.
    site.write("content/README.md", "A third word.");
    let json = site.run(&["build", "--json"]).json();
    assert_eq!(json["published"]["signature_dropped"], true);
    assert_eq!(json["published"]["removed"], 0);
    assert!(!site.path(SIGNATURE).exists());
    // A build that fails takes nothing away.
    signed(&site);
    site.write("content/site.yaml", "title: {");
    assert_eq!(site.run(&["build"]).code, 1);
    assert!(site.path(SIGNATURE).exists());
}

#[test]
fn only_a_site_that_is_as_it_was_built_is_signed() {
    let site = with_key();
    let page = site.public("vi/index.html").unwrap();
    site.write("public/vi/index.html", format!("{page} "));
    is(
        &site.run(&["sign", "-s", "keys/a.key"]),
        1,
        &["differs: vi/index.html", "not signed: build the site again"],
    );
    site.write("public/vi/index.html", &page);
    site.write("public/them.html", "x");
    is(
        &site.run(&["sign", "-s", "keys/a.key"]),
        1,
        &["not in the manifest: them.html", "not signed"],
    );
    assert!(!site.path(SIGNATURE).exists());
    fs::remove_file(site.path("public/them.html")).unwrap();
    signed(&site);
    is(&site.run(&["sign", "-s", "none.key"]), 2, &["the secret key none.key cannot be read"]);
    is(&site.run(&["sign", "-s", "keys/a.pub"]), 2, &["this is no secret key of minisign"]);
    for comment in ["a\nb", "a\tb\u{202e}c"] {
        is(&site.run(&["sign", "-s", "keys/a.key", "-t", comment]), 2, &["signs that nobody sees"]);
    }
    is(&site.run(&["sign", "nowhere", "-s", "keys/a.key"]), 2, &["nowhere cannot be read"]);
}

#[test]
fn a_signature_that_does_not_fit_is_told() {
    let site = with_key();
    signed(&site);
    is(&site.run(&["sign", "-G", "-W", "-s", "keys/b.key", "-p", "keys/b.pub"]), 0, &[]);
    is(
        &site.run(&["verify", "public", "-p", "keys/b.pub"]),
        1,
        &["SIGNATURE: it is by the key", "NOT EQUAL"],
    );
    let text = fs::read_to_string(site.path(SIGNATURE)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let other = |at: usize, line: &str| {
        let mut lines = lines.clone();
        lines[at] = line;
        lines.join("\n") + "\n"
    };
    let changed = |at: usize| {
        let mut line: Vec<char> = lines[at].chars().collect();
        line[40] = if line[40] == 'A' { 'B' } else { 'A' };
        line.into_iter().collect::<String>()
    };
    let (no_fit, none) = (
        "it does not fit: the file or the signature was changed",
        "this is no signature of minisign",
    );
    for (text, said) in [
        (other(1, &changed(1)), no_fit),
        (other(2, "trusted comment: by the minister"), no_fit),
        (other(3, &changed(3)), no_fit),
        // Shorter than any: the library would stop there.
        (other(3, "AAAA"), none),
        (other(3, ""), none),
        (other(1, "AAAA"), none),
        (other(0, "no comment"), none),
        (String::new(), none),
        ("<!doctype html>\n\n\n\n".to_owned(), none),
    ] {
        site.write(SIGNATURE, &text);
        is(&site.run(&["verify", "public", "-p", "keys/a.pub"]), 1, &[said, "NOT EQUAL"]);
    }
    // The manifest was changed with the file, and the signature is of the one before.
    site.write(SIGNATURE, text);
    site.edit("public/manifest.json", "\"version\": \"0", "\"version\": \"1");
    is(&site.run(&["verify", "public"]), 0, &["not checked"]);
    is(&site.run(&["verify", "public", "-p", "keys/a.pub"]), 1, &[no_fit]);
}

#[test]
fn a_bundle_has_a_manifest_of_its_own_and_is_signed_with_it() {
    let site = with_key();
    signed(&site);
    let unpack = |name: &str| {
        let bytes = fs::read(site.path(name)).unwrap();
        let folder = name.trim_end_matches(".zip");
        zip::ZipArchive::new(std::io::Cursor::new(bytes))
            .unwrap()
            .extract(site.path(folder))
            .unwrap();
        folder.to_owned()
    };
    let run = site.run(&["bundle", "-o", "plain.zip"]);
    is(&run, 0, &["note: the site in public is signed"]);
    let plain = unpack("plain.zip");
    is(&site.run(&["verify", &plain]), 0, &["equal: plain", "signature: none"]);
    let run = site.run(&["bundle", "-o", "signed.zip", "-s", "keys/a.key"]);
    is(&run, 0, &["packed"]);
    assert!(!run.said.contains("note: "), "{}", run.said);
    let whole = unpack("signed.zip");
    is(
        &site.run(&["verify", &whole, "-p", "keys/a.pub"]),
        0,
        &["signature: good", "equal: signed"],
    );
    let key = public_key(&site, "keys/a.pub");
    if let Some(run) = minisign(&site, &["-V", "-m", "signed/manifest.json", "-P", &key], "") {
        is(&run, 0, &[]);
    }
    site.write("signed/vi/index.html", "x");
    is(&site.run(&["verify", &whole, "-p", "keys/a.pub"]), 1, &["differs: vi/index.html"]);
    fs::copy(site.path("keys/a.key"), site.path("content/a.key")).unwrap();
    let refused = site.run(&["bundle", "-o", "no.zip", "-s", "content/a.key"]);
    is(&refused, 2, &["lies in a folder that others get to see"]);
    assert!(!site.path("no.zip").exists());
}
