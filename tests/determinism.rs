//! Same content, same as-of, same bytes: on any machine, in any folder, in any order of files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::struct_excessive_bools,
    reason = "a test ends at its first surprise, reads and writes folders of its own, and lists what differs"
)]

mod workshop;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

use tempfile::TempDir;
use walkdir::WalkDir;
use workshop::{Workshop, tree};

/// What differs from machine to machine, and may not be seen in anything that is published.
struct Machine {
    /// Where the content lies, and where the site is written, below a folder of the test.
    content: &'static str,
    out: &'static str,
    zone: &'static str,
    locale: &'static str,
    umask: &'static str,
    threads: &'static str,
    one_core: bool,
    /// Everything lies in memory, where there is such a folder: files are listed in another order there.
    in_memory: bool,
    /// The files were made from the last to the first.
    backwards: bool,
    /// The day of the files' time stamps, in days after 1 January 1970.
    day_of_files: u64,
    has_home: bool,
    /// What is said to tools that would write the time.
    epoch: Option<&'static str>,
    /// The theme is a folder and not the one inside the program.
    theme_is_folder: bool,
    /// A site of an earlier day stands where the site is written.
    has_earlier_site: bool,
}

/// Every field differs between the first two.
const MACHINES: [Machine; 3] = [
    Machine {
        content: "content",
        out: "public",
        zone: "UTC",
        locale: "C",
        umask: "022",
        threads: "1",
        one_core: true,
        in_memory: false,
        backwards: false,
        day_of_files: 20_000,
        has_home: true,
        epoch: None,
        theme_is_folder: false,
        has_earlier_site: false,
    },
    Machine {
        content: "Ổ đĩa D/Sở Nội vụ/kế hoạch 2025/nội dung",
        out: "trang web/đã xuất bản",
        zone: "Asia/Ho_Chi_Minh",
        locale: "vi_VN.UTF-8",
        umask: "077",
        threads: "4",
        one_core: false,
        in_memory: true,
        backwards: true,
        day_of_files: 4_000,
        has_home: false,
        epoch: Some("86400"),
        theme_is_folder: true,
        has_earlier_site: true,
    },
    Machine {
        content: "a/b/c/d/e/f/g/content",
        out: "İstanbul/public",
        zone: "America/New_York",
        locale: "tr_TR.UTF-8",
        umask: "027",
        threads: "3",
        one_core: true,
        in_memory: true,
        backwards: true,
        day_of_files: 25_000,
        has_home: true,
        epoch: Some("1700000000"),
        theme_is_folder: true,
        has_earlier_site: false,
    },
];

impl Machine {
    /// The content as it lies on this machine.
    fn copy(&self, from: &Path, to: &Path) {
        let mut files: Vec<PathBuf> = WalkDir::new(from)
            .sort_by_file_name()
            .into_iter()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(from).unwrap().to_owned())
            .collect();
        if self.backwards {
            files.reverse();
        }
        for (number, file) in (0..).zip(files) {
            let target = to.join(&file);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(&target, fs::read(from.join(file)).unwrap()).unwrap();
            let time = UNIX_EPOCH + Duration::from_secs(self.day_of_files * 86_400 + number);
            File::options().write(true).open(target).unwrap().set_modified(time).unwrap();
        }
    }

    /// Runs the program; only a shell can set the mask of new files, and only `taskset` the cores.
    fn run(&self, folder: &Path, arguments: &[&str]) {
        let cores = if self.one_core {
            "taskset -c \"$(taskset -cp $$ | sed 's/.*: //; s/[,-].*//')\" "
        } else {
            ""
        };
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("umask {} && exec {cores}\"$@\"", self.umask), "sh"]);
        shell.arg(env!("CARGO_BIN_EXE_congkhai")).args(arguments).args(["--content", self.content]);
        shell.current_dir(folder).env_clear().env("PATH", "/usr/bin:/bin").env("TZ", self.zone);
        shell.env("LANG", self.locale).env("LC_ALL", self.locale);
        shell.env("RAYON_NUM_THREADS", self.threads);
        if self.has_home {
            shell.env("HOME", folder);
        }
        if let Some(epoch) = self.epoch {
            shell.env("SOURCE_DATE_EPOCH", epoch);
        }
        let run = shell.output().unwrap();
        assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    }

    /// Everything that the program makes for others from this content: a release, the site, the archive for
    /// computers without a network, a form.
    fn published(&self, original: &Path, build: &[&str], form: &str) -> BTreeMap<String, Vec<u8>> {
        let memory = Path::new("/dev/shm");
        let in_memory = self.in_memory && memory.is_dir();
        let folder = if in_memory { TempDir::new_in(memory) } else { TempDir::new() }.unwrap();
        let folder = folder.path();
        let content = folder.join(self.content);
        self.copy(original, &content);
        let mut theme = Vec::new();
        if self.theme_is_folder {
            self.copy(Path::new("themes/default"), &folder.join("giao diện"));
            theme.extend(["--theme", "./giao diện"]);
        }
        let with_theme =
            |command: &[&'static str]| [command, &theme, &["--out", self.out]].concat();
        if self.has_earlier_site {
            self.run(folder, &with_theme(&["build", "--as-of", "2025-06-30"]));
        }
        self.run(folder, &["release", "2025-07", "--as-of", "2025-07-31"]);
        self.run(folder, &[&with_theme(&["build"]), build].concat());
        self.run(folder, &[&with_theme(&["bundle"])[..], &["-o", "bundle.zip"]].concat());
        self.run(folder, &["form", form, "--period", "2025", "-o", "form.xlsx"]);

        let mut published = BTreeMap::new();
        for (from, under) in
            [(folder.join(self.out), "public"), (content.join("releases"), "releases")]
        {
            published.extend(
                tree(&from).into_iter().map(|(path, bytes)| (format!("{under}/{path}"), bytes)),
            );
        }
        for file in ["bundle.zip", "form.xlsx"] {
            published.insert(file.to_owned(), fs::read(folder.join(file)).unwrap());
        }
        published
    }
}

/// The published files of each machine must be those of the first. Those named must be among them.
fn same_bytes(
    machines: &[Machine],
    workshop: &Workshop,
    build: &[&str],
    form: &str,
    among: &[&str],
) {
    let original = workshop.path("content");
    let [first, others @ ..] = machines else { panic!("there is nothing to compare") };
    let expected = first.published(&original, build, form);
    for path in among {
        assert!(expected.contains_key(*path), "there is no {path}: {:?}", expected.keys());
    }
    for other in others {
        let found = other.published(&original, build, form);
        assert_eq!(
            expected.keys().collect::<Vec<_>>(),
            found.keys().collect::<Vec<_>>(),
            "other files in {}",
            other.content
        );
        let differ: Vec<&String> =
            expected.keys().filter(|path| expected.get(*path) != found.get(*path)).collect();
        assert!(
            differ.is_empty(),
            "{} files differ in {}: {differ:?}",
            differ.len(),
            other.content
        );
    }
}

const ALWAYS: [&str; 8] = [
    "public/manifest.json",
    "public/index.html",
    "public/data/plan.xlsx",
    "public/data/releases/2025-07.json",
    "releases/2025-07.json",
    "releases/releases.lock",
    "bundle.zip",
    "form.xlsx",
];

#[test]
fn the_real_plan_has_the_same_bytes_on_any_machine() {
    let real = Workshop::real();
    same_bytes(&MACHINES[..2], &real, &[], "so-noi-vu", &ALWAYS);
}

/// Pictures and compressed files take most of the time of a build, so they are made of the small content.
#[test]
fn pictures_and_compressed_files_have_the_same_bytes_too() {
    let small = Workshop::small_with_pictures();
    let among =
        [&ALWAYS[..], &["public/index.html.br", "public/index.html.gz", "public/vi/share.png"]];
    same_bytes(&MACHINES, &small, &["--compress"], "so-nuoc", &among.concat());
}

#[test]
fn nothing_of_this_machine_is_in_the_site() {
    let site = Workshop::real();
    assert_eq!(site.run(&["build"]).code, 0);
    let folder = site.path("");
    let machine = [folder.to_str().unwrap(), env!("CARGO_MANIFEST_DIR")];
    for (name, bytes) in tree(&site.path("public")) {
        let text = String::from_utf8_lossy(&bytes);
        for path in machine {
            assert!(!text.contains(path.trim_end_matches('/')), "{name} names {path}");
        }
    }
}
