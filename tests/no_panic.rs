//! No panic is reachable from the command line, a theme or the content: whatever comes in, the program ends with its own
//! exit code and its own words, and the site that stood stays.

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
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use congkhai::diagnostic::Diagnostic;
use congkhai::model::{Model, Settings};
use congkhai::theme::{self, Origin};
use congkhai::timings::Timings;
use congkhai::{check_loaded, content, output, pages};
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rayon::prelude::*;
use workshop::{Workshop, tree};

/// Runs to its end; a run that does not end is a fault like a panic. What it says goes to files: a pipe that nobody
/// empties would hold it up.
fn ended(mut command: Command, what: &dyn std::fmt::Debug) -> Output {
    let streams = [tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap()];
    let [out, err] = &streams;
    command.stdin(Stdio::null());
    command.stdout(out.try_clone().unwrap()).stderr(err.try_clone().unwrap());
    finished(&mut command, what, streams)
}

fn finished(command: &mut Command, what: &dyn std::fmt::Debug, streams: [File; 2]) -> Output {
    let mut run = command.spawn().unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = run.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > Duration::from_mins(1) {
            run.kill().unwrap();
            run.wait().unwrap();
            panic!("{what:?} does not end");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let [stdout, stderr] = streams.map(|mut file| {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0)).unwrap();
        file.read_to_end(&mut bytes).unwrap();
        bytes
    });
    Output { status, stdout, stderr }
}

/// Ends in one of the program's own ways; returns what it said.
fn sound(output: &Output, what: &dyn std::fmt::Debug) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let answer = String::from_utf8_lossy(&output.stdout).into_owned();
    let code = output.status.code();
    assert!(matches!(code, Some(0..=2)), "{what:?}: {:?} {said}", output.status);
    for word in ["panicked", "overflowed its stack", "RUST_BACKTRACE", "src/"] {
        assert!(!said.contains(word) && !answer.contains(word), "{what:?}: {said}{answer}");
    }
    said
}

/// The commands that the program itself lists.
fn commands(site: &Workshop) -> Vec<String> {
    let help = site.run(&["--help"]).answer;
    let list = help.split("Commands:").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = list.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn nonsense_on_the_command_line_is_answered() {
    let empty = Workshop { folder: tempfile::TempDir::new().unwrap() };
    let commands = commands(&empty);
    assert!(commands.len() > 12 && commands.contains(&"take".to_owned()), "{commands:?}");
    let long = "x".repeat(100_000);
    let lists: [&[&str]; 26] = [
        &[],
        &["--nonsense"],
        &["--help"],
        &["--lang", "xx"],
        &["--lang"],
        &["--lang=vi", "--content", "nowhere"],
        &[""],
        &["", "", "", ""],
        &["-"],
        &["--"],
        &["\u{202e}\n\u{1b}[31m"],
        &[&long],
        &["--content", "/dev/null"],
        &["--content", ""],
        &["--content", "/proc/self/mem/x"],
        &["--as-of", "99999-99-99"],
        &["--as-of=-0001-01-01", "--content", "."],
        &["--base-url", "javascript:x", "--content", "."],
        &["--theme", "../../etc", "--out", "x"],
        &["--out", "/dev/null/x", "--content", "/dev"],
        &["plan", "../../x"],
        &["../../x", "../../y"],
        &["nginx", "--root", "\n}\n"],
        &["so-nuoc", "--period", "-1"],
        &["so-nuoc", "--period", "999999999999", "-o", "/dev/null"],
        &["/dev/null", "--out", "/dev/null"],
    ];
    // `serve` goes on until it is stopped, and shows what is wrong instead of a site; only what is refused before that
    // can be tried like the others.
    let starts = |list: &[&str]| {
        list.is_empty() || list.iter().any(|it| matches!(*it, "--content" | "--out" | "--"))
    };
    let cases: Vec<(&String, &[&str])> = commands
        .iter()
        .flat_map(|command| lists.iter().map(move |list| (command, *list)))
        .filter(|(command, list)| *command != "serve" || !starts(list))
        .collect();
    cases.par_iter().for_each(|(command, list)| {
        let site = Workshop { folder: tempfile::TempDir::new().unwrap() };
        let run = ended(site.command(&[&[command.as_str()], *list].concat()), &(command, list));
        let said = sound(
            &run,
            &(command, list.iter().map(|it| &it[..it.len().min(40)]).collect::<Vec<_>>()),
        );
        let failed = run.status.code() != Some(0);
        assert!(!failed || !said.trim().is_empty(), "{command} {list:?} fails without a word");
    });
    // Bytes that are no text, in each place.
    let odd = OsStr::from_bytes(b"a\xff\xfe/b");
    for command in &commands {
        for front in
            [&[] as &[&str], &["--content"], &["--out"], &["--as-of"], &["--theme"], &["--lang"]]
        {
            if command == "serve" && matches!(front, ["--content" | "--out" | "--theme"]) {
                continue;
            }
            let mut run = empty.command(&[command]);
            run.args(front).arg(odd);
            sound(&ended(run, &(command, front)), &(command, front));
        }
    }
    let mut run = Command::new(env!("CARGO_BIN_EXE_congkhai"));
    run.arg(odd);
    sound(&ended(run, &"no command"), &"no command");
}

#[test]
fn where_it_is_run_does_not_matter() {
    let site = Workshop::small();
    let program = env!("CARGO_BIN_EXE_congkhai");
    for script in [
        // A folder that is gone.
        "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" build",
        "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" build --content \"$1\"/content --out public",
        // Streams that are closed, and those that take nothing.
        "exec \"$0\" check >&-",
        "exec \"$0\" check 2>&-",
        "exec \"$0\" check <&- >&- 2>&-",
        "exec \"$0\" check --json >/dev/full",
        "exec \"$0\" check 2>/dev/full",
        "exec \"$0\" build --json >/dev/full 2>/dev/full",
        "exec \"$0\" explain >/dev/full",
        "exec \"$0\" --help >/dev/full",
        "exec \"$0\" --nonsense 2>/dev/full",
        "exec \"$0\" hosting nginx >/dev/full",
        // Nothing of its surroundings is known, or it is nonsense.
        "exec env -i \"$0\" check",
        "exec env -i HOME= LC_ALL=$(printf '\\377') LANG=x/../y TMPDIR=/nowhere \"$0\" build",
    ] {
        let mut command = Command::new("sh");
        command.args(["-c", script, program]).arg(site.path(".")).current_dir(site.path("."));
        sound(&ended(command, &script), &script);
    }
    // A reader who has seen enough.
    for arguments in [
        &["explain"] as &[&str],
        &["--help"],
        &["check", "--json"],
        &["hosting", "nginx"],
        &["build", "--json"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = site.command(arguments);
        let streams = [tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap()];
        command.stdin(Stdio::null()).stdout(writer).stderr(streams[1].try_clone().unwrap());
        sound(&finished(&mut command, &arguments, streams), &arguments);
    }
}

#[test]
fn names_that_are_no_text_are_told() {
    for name in [
        b"pages/a\xff.vi.md" as &[u8],
        b"plans/\xfe\xff/plan.yaml",
        b"\xff",
        b"plans/sample-1-2025/outcomes/\xc3.yaml",
    ] {
        let site = Workshop::small();
        let path = site.path("content").join(OsStr::from_bytes(name));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "# a\n").unwrap();
        sound(&ended(site.command(&["build"]), &name), &name);
    }
    // Folders where files belong, and files where folders belong.
    let paths: Vec<String> =
        tree(Path::new("tests/sites/small/content")).into_iter().map(|(path, _)| path).collect();
    paths.par_iter().for_each(|path| {
        let site = Workshop::small();
        let at = site.path("content").join(path);
        fs::remove_file(&at).unwrap();
        fs::create_dir(&at).unwrap();
        let said = sound(&ended(site.command(&["check"]), path), path);
        assert!(said.contains("error[") || said.contains("warning["), "{path}: {said}");
    });
    for folder in [
        "plans",
        "pages",
        "plans/sample-1-2025",
        "plans/sample-1-2025/areas",
        "plans/sample-1-2025/outcomes",
        "plans/sample-1-2025/source",
    ] {
        let site = Workshop::small();
        let at = site.path("content").join(folder);
        fs::remove_dir_all(&at).unwrap();
        fs::write(&at, "a file").unwrap();
        sound(&ended(site.command(&["check"]), &folder), &folder);
    }
}

/// The default theme with one file of its own, loaded and, where it can be, every seventh page rendered with it. A
/// panic ends the test, and so does a stack that overflows.
fn with_theme(file: &str, bytes: &[u8], model: &Model) -> Vec<Diagnostic> {
    let folder = tempfile::TempDir::new().unwrap();
    let theme = folder.path().join("broken");
    for (path, bytes) in
        [("theme.yaml", &fs::read("themes/default/theme.yaml").unwrap()[..]), (file, bytes)]
    {
        let path = theme.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let theme = match theme::load(&Origin::Folder(theme), true) {
        Ok(theme) => theme,
        Err(said) => return said,
    };
    let known = output::Abbreviations::of(model);
    let pages = pages::lay_out(model, &theme.words);
    // One page of each template.
    let mut kinds = std::collections::BTreeSet::new();
    let pages = pages.iter().filter(|page| kinds.insert(page.kind));
    let rendered = pages.map(|page| output::render(&theme, &known, page, output::Shape::Small));
    rendered.filter_map(Result::err).collect()
}

#[test]
fn a_broken_theme_is_told() {
    let mut content: BTreeMap<String, Vec<u8>> =
        tree(Path::new("tests/sites/small/content")).into_iter().collect();
    content.get_mut("site.yaml").unwrap().extend(b"share_pictures: false\n");
    let loaded = content::load_given(content, "content");
    let model = check_loaded(loaded, &Settings::default(), &Timings::default()).model.unwrap();
    let files: Vec<String> =
        tree(Path::new("themes/default")).into_iter().map(|(path, _)| path).collect();
    let nested = format!("{{{{ {}1{} }}}}", "(".repeat(20_000), ")".repeat(20_000));
    let ifs = "{% if true %}".repeat(5_000) + &"{% endif %}".repeat(5_000);
    let wrong_kind = "{% for a in frame.title %}{{ a / 0 }}{% endfor %}{{ 1 / 0 }}{{ -1 % 0 }}";
    let ways: [(&str, Vec<u8>); 18] = [
        ("nothing", Vec::new()),
        ("a cut tag", b"{% if frame".to_vec()),
        ("a cut word", b"{{ frame.title".to_vec()),
        ("no such name", b"{{ nonsense.of.it }}".to_vec()),
        ("no such filter", b"{{ frame.title | nonsense }}".to_vec()),
        ("no such function", b"{{ nonsense(a=1) }}".to_vec()),
        ("no such template", b"{% include \"nonsense.html\" %}".to_vec()),
        ("extends nothing", b"{% extends \"nonsense.html\" %}".to_vec()),
        ("calls itself", b"{% include \"item.html\" %}".to_vec()),
        ("extends itself", b"{% extends \"item.html\" %}".to_vec()),
        ("another kind of value", wrong_kind.as_bytes().to_vec()),
        ("large numbers", b"{{ 9223372036854775807 + 1 }}{{ 99999999999999999999 }}".to_vec()),
        ("letters that are no text", b"\xff\xfe\x00".to_vec()),
        ("only brackets", "{".repeat(10_000).into_bytes()),
        ("nested brackets", nested.into_bytes()),
        ("nested tags", ifs.into_bytes()),
        ("nested elements", "<div>".repeat(5_000).into_bytes()),
        ("huge", vec![b'x'; 5 * 1024 * 1024]),
    ];
    // Every way with the files that are read in ways of their own, and every file in one.
    let read = ["templates/item.html", "theme.yaml", "words.vi.yaml"];
    let mut cases: Vec<(&str, &(&str, Vec<u8>))> =
        ways.iter().flat_map(|way| read.map(|file| (file, way))).collect();
    cases.extend(files.iter().map(String::as_str).zip(ways.iter().cycle().skip(1).step_by(5)));
    let faults: Vec<String> = cases
        .iter()
        .filter_map(|(file, (name, bytes))| {
            let said = with_theme(file, bytes, &model);
            let is_template = matches!(file.rsplit('.').next(), Some("html" | "yaml"));
            // What is empty may be what was meant; the rest may not come out as a page.
            let must =
                is_template && !matches!(*name, "nothing" | "nested elements" | "nested tags");
            let of_theme = said.iter().all(|said| !said.message.en.is_empty());
            (must && said.is_empty() || !of_theme).then(|| format!("{file}, {name}: {said:?}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_theme_of_other_things_than_files_is_told() {
    let built_with = |break_it: &dyn Fn(&Path)| {
        let site = Workshop::small();
        site.write("themes/broken/theme.yaml", fs::read("themes/default/theme.yaml").unwrap());
        fs::create_dir_all(site.path("themes/broken/templates")).unwrap();
        break_it(&site.path("themes/broken"));
        let run = ended(site.command(&["check", "--theme", "broken"]), &"theme");
        let said = sound(&run, &"theme");
        assert!(run.status.code() == Some(0) || said.contains("error["), "{said}");
        (run.status.code(), said)
    };
    for file in ["templates/item.html", "words.vi.yaml", "assets/site.css", "theme.yaml"] {
        built_with(&|theme| {
            let path = theme.join(file);
            let _ = fs::remove_file(&path);
            fs::create_dir_all(path).unwrap();
        });
    }
    for folder in ["assets", "share", "templates"] {
        built_with(&|theme| {
            let path = theme.join(folder);
            let _ = fs::remove_dir(&path);
            fs::write(path, "x").unwrap();
        });
    }
    let (_, said) =
        built_with(&|theme| symlink("/etc/passwd", theme.join("words.vi.yaml")).unwrap());
    assert!(!said.contains("root:"), "{said}");
    built_with(&|theme| {
        let path = theme.join("templates").join(OsStr::from_bytes(b"\xff.html"));
        fs::write(path, "x").unwrap();
    });
}

#[test]
fn whatever_is_taken_for_a_form_is_told() {
    let site = Workshop::small();
    let made = site.run(&["form", "so-nuoc", "--period", "2025", "-o", "form.xlsx"]);
    assert_eq!(made.code, 0, "{}", made.said);
    let form = fs::read(site.path("form.xlsx")).unwrap();
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("a.xlsx".to_owned(), Vec::new()),
        ("b.xlsx".to_owned(), b"PK\x03\x04".to_vec()),
        ("c.csv".to_owned(), b"\xff\xfe\x00\"".to_vec()),
        ("d.csv".to_owned(), "\"".repeat(100_000).into_bytes()),
        ("e.csv".to_owned(), ",".repeat(1_000_000).into_bytes()),
        ("f.txt".to_owned(), form.clone()),
    ];
    for part in 1..12 {
        files.push((format!("cut-{part}.xlsx"), form[..form.len() * part / 12].to_vec()));
        let mut other = form.clone();
        let at = other.len() * part / 12;
        other[at] ^= 0x55;
        files.push((format!("flipped-{part}.xlsx"), other));
    }
    for (name, bytes) in &files {
        site.write(name, bytes);
    }
    let names: Vec<&str> =
        files.iter().map(|(name, _)| name.as_str()).chain([".", "/dev/zero", "nowhere"]).collect();
    names.par_iter().enumerate().for_each(|(number, name)| {
        let out = format!("drafts-{number}");
        for arguments in [&["take", *name] as &[&str], &["take", *name, "--out", &out]] {
            sound(&ended(site.command(arguments), &arguments), &arguments);
        }
    });
}

/// What happens to a text on its way through editors, disks and hands.
#[derive(Debug, Clone)]
enum Mishap {
    Cut,
    Flip(u8),
    Insert(&'static str),
    DropLine,
    RepeatLine,
    SwapLines,
    CutLine,
    Indent,
}

const INSERTED: &[&str] = &[
    "\u{0}",
    "\t",
    "\n",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "#",
    "|",
    ">",
    "&a ",
    "*a",
    "!!int ",
    "---\n",
    "{#",
    "}",
    "`",
    "<",
    "&#0;",
    "[^1]",
    "](",
    "| a |\n|---|\n",
    "# ",
    "\u{202e}",
    "\u{301}",
    "9999999999",
    "-1",
    "é",
    "\u{10ffff}",
];

fn mishap() -> impl Strategy<Value = Mishap> {
    (any::<u8>(), 0..8_usize, 0..INSERTED.len()).prop_map(|(byte, way, at)| match way {
        0 => Mishap::Cut,
        1 => Mishap::Flip(byte),
        2 => Mishap::Insert(INSERTED[at]),
        3 => Mishap::DropLine,
        4 => Mishap::RepeatLine,
        5 => Mishap::SwapLines,
        6 => Mishap::CutLine,
        _ => Mishap::Indent,
    })
}

fn happen(bytes: &[u8], mishap: &Mishap, at: usize) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> =
        bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.is_empty() {
        return b"x".to_vec();
    }
    let (place, line) = (at % bytes.len(), at % lines.len());
    match mishap {
        Mishap::Cut => return bytes[..place].to_vec(),
        Mishap::Flip(byte) => {
            let mut bytes = bytes.to_vec();
            bytes[place] ^= byte;
            return bytes;
        }
        Mishap::Insert(text) => {
            return [&bytes[..place], text.as_bytes(), &bytes[place..]].concat();
        }
        Mishap::DropLine => drop(lines.remove(line)),
        Mishap::RepeatLine => lines.insert(line, lines[line].clone()),
        Mishap::SwapLines => {
            let other = (line + 1 + at % 7) % lines.len();
            lines.swap(line, other);
        }
        Mishap::CutLine => lines[line].truncate(at % 11),
        Mishap::Indent => lines[line].splice(0..0, *b"  ").for_each(drop),
    }
    lines.concat()
}

/// Through all stages, in this process: a panic ends the test, with the smallest case that was found.
fn survive(folder: &str, cases: u32) {
    let mut files: BTreeMap<String, Vec<u8>> = tree(Path::new(folder)).into_iter().collect();
    let pictures = b"share_pictures: true\n";
    let site = files.get_mut("site.yaml").unwrap();
    if let Some(at) = site.windows(pictures.len()).position(|window| window == pictures) {
        site.drain(at..at + pictures.len());
    }
    site.extend_from_slice(b"share_pictures: false\n");
    let names: Vec<String> = files.keys().cloned().collect();
    let theme = theme::load(&Origin::Inside, true).unwrap();
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mishaps = proptest::collection::vec((any::<usize>(), mishap(), any::<usize>()), 1..3);
    let refused = std::cell::Cell::new(0);
    let survived = runner.run(&mishaps, |mishaps| {
        let mut files = files.clone();
        for (name, mishap, at) in &mishaps {
            let name = &names[name % names.len()];
            let bytes = happen(&files[name], mishap, *at);
            files.insert(name.clone(), bytes);
        }
        let loaded = content::load_given(files, "content");
        let checked = check_loaded(loaded, &Settings::default(), &Timings::default());
        for locale in congkhai::values::Locale::ALL {
            let said =
                congkhai::diagnostic::as_text(&checked.diagnostics, &checked.files, locale, false);
            assert_eq!(said.trim().is_empty(), checked.diagnostics.is_empty());
        }
        let Some(model) = checked.model.as_ref().filter(|_| checked.is_sound(false)) else {
            refused.set(refused.get() + 1);
            return Ok(());
        };
        let known = output::Abbreviations::of(model);
        for page in pages::lay_out(model, &theme.words).iter().step_by(7) {
            output::render(&theme, &known, page, output::Shape::Small).unwrap();
        }
        Ok(())
    });
    survived.unwrap_or_else(|fault| panic!("{fault}"));
    assert!(refused.get() > cases / 4 && refused.get() < cases, "{} of {cases}", refused.get());
}

#[test]
fn spoilt_content_is_refused_or_built() {
    survive("tests/sites/small/content", 256);
}

#[test]
fn spoilt_real_content_is_refused_or_built() {
    survive("content", 8);
}

#[test]
fn a_site_that_others_spoilt_is_built_anew() {
    let site = Workshop::small();
    assert_eq!(site.run(&["build"]).code, 0);
    let good = fs::read(site.path("public/manifest.json")).unwrap();
    let garbage: [&[u8]; 7] = [
        b"",
        b"\xff",
        b"{",
        b"[]",
        b"{\"version\": \"v9\", \"files\": {\"../../x\": \"\", \"/etc/passwd\": \"\", \"\": \"\"}}",
        b"{\"files\": {\"vi/index.html\": 7}}",
        &good[..good.len() / 2],
    ];
    for bytes in garbage {
        site.write("public/manifest.json", bytes);
        for leftover in [".public.congkhai/moves.json", "public/.congkhai-new/moves.json"] {
            site.write(leftover, bytes);
            site.write(&leftover.replace("moves.json", "lock"), bytes);
            let run = ended(site.command(&["build"]), &leftover);
            let said = sound(&run, &(String::from_utf8_lossy(bytes), leftover));
            assert!(!Path::new("/etc/passwd.new").exists(), "{said}");
        }
    }
    // A folder of the workspace that leads elsewhere.
    let site = Workshop::small();
    site.write("elsewhere/a.txt", "theirs");
    symlink(site.path("elsewhere"), site.path(".public.congkhai")).unwrap();
    let run = ended(site.command(&["build"]), &"a link");
    sound(&run, &"a link");
    assert_eq!(fs::read(site.path("elsewhere/a.txt")).unwrap(), b"theirs");
}
