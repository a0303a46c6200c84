//! `serve`: what is saved is shown, however it was saved, and what the watcher may have missed soon after.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and writes folders of its own"
)]

mod workshop;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use workshop::{Workshop, copy};

const AREA: &str = "content/plans/sample-1-2025/areas/1-water";
const PAGE: &str = "/en/1-2025/i1-ct02/";

/// Longer than any look takes, also on a machine that does other things.
const PATIENCE: Duration = Duration::from_secs(30);

struct Preview {
    site: Workshop,
    server: Child,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Preview {
    fn of(site: Workshop) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = site.command(&["serve", "--port", &port.to_string()]);
        let server = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        Self { site, server, port }
    }

    fn answer(&self, path: &str) -> String {
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer)?;
            Ok(answer)
        });
        String::from_utf8_lossy(&asked.unwrap_or_default()).into_owned()
    }

    /// Asks until the page has the word, or has it no longer.
    fn waits(&self, path: &str, word: &str, is_there: bool) {
        let began = Instant::now();
        while self.answer(path).is_empty() || self.answer(path).contains(word) != is_there {
            assert!(
                began.elapsed() < PATIENCE,
                "{path}, {word}, {is_there}: {}",
                self.answer(path)
            );
            sleep(Duration::from_millis(5));
        }
    }

    fn shows(&self, path: &str, word: &str) {
        self.waits(path, word, true);
    }

    fn version(&self) -> String {
        let answer = self.answer("/__congkhai/version?seen=0");
        answer.rsplit("\r\n").next().unwrap().to_owned()
    }
}

#[test]
fn what_is_saved_is_shown() {
    let preview = Preview::of(Workshop::small());
    let site = &preview.site;
    preview.shows(PAGE, "Better water");
    let text = format!("{AREA}/area.en.md");

    // Written over, again and again.
    for title in ["First", "Second", "Third"] {
        let old = fs::read_to_string(site.path(&text)).unwrap();
        let line = old.lines().find(|line| line.ends_with("{#i1-ct02}")).unwrap().to_owned();
        site.edit(&text, &line, &format!("### {title} title {{#i1-ct02}}"));
        for page in [PAGE, "/en/1-2025/areas/1/", "/en/1-2025/commitments/"] {
            preview.shows(page, &format!("{title} title"));
        }
    }
    // Put in the place of the old one.
    let words = fs::read_to_string(site.path(&text)).unwrap();
    site.write(&format!("{AREA}/4913"), words.replace("Third title", "Fourth title"));
    fs::rename(site.path(&format!("{AREA}/4913")), site.path(&text)).unwrap();
    preview.shows(PAGE, "Fourth title");
    // The diagnostics stand above the last good state.
    fs::rename(site.path(&format!("{AREA}/area.yaml")), site.path("kept.yaml")).unwrap();
    preview.shows(PAGE, "this file is missing");
    preview.shows(PAGE, "Fourth title");
    fs::rename(site.path("kept.yaml"), site.path(&format!("{AREA}/area.yaml"))).unwrap();
    preview.waits(PAGE, "this file is missing", false);

    // A plan comes and goes as a whole.
    copy(&site.path("content/plans/sample-1-2025"), &site.path("other"));
    let plan = site.path("other/plan.yaml");
    let yaml = fs::read_to_string(&plan).unwrap();
    let slug = yaml.lines().find(|line| line.starts_with("slug:")).unwrap();
    fs::write(&plan, yaml.replace(slug, "slug: other-2025")).unwrap();
    fs::rename(site.path("other"), site.path("content/plans/sample-2-2025")).unwrap();
    preview.shows("/en/other-2025/i1-ct02/", "Fourth title");
    let moved = "content/plans/sample-2-2025/areas/1-water/area.en.md";
    site.edit(moved, "Fourth title", "Fifth title");
    preview.shows("/en/other-2025/i1-ct02/", "Fifth title");
    fs::remove_dir_all(site.path("content/plans/sample-2-2025")).unwrap();
    preview.waits("/en/other-2025/i1-ct02/", "Fifth title", false);

    // The settings and the bodies, on which all depends.
    site.edit("content/site.yaml", "en: Sample plan", "en: Another plan");
    preview.shows(PAGE, "Another plan");
}

#[test]
fn what_is_made_in_a_new_folder_is_shown() {
    let preview = Preview::of(Workshop::small());
    let site = &preview.site;
    preview.shows(PAGE, "Better water");
    // Folders are made and filled one after the other, so that a watcher comes to each of them too late.
    copy(&site.path("content/plans/sample-1-2025"), &site.path("other"));
    let plan = site.path("other/plan.yaml");
    let yaml = fs::read_to_string(&plan).unwrap();
    let slug = yaml.lines().find(|line| line.starts_with("slug:")).unwrap();
    fs::write(&plan, yaml.replace(slug, "slug: other-2025")).unwrap();
    copy(&site.path("other"), &site.path("content/plans/sample-2-2025"));
    preview.shows("/en/other-2025/i1-ct02/", "Better water");
    preview.waits("/en/other-2025/i1-ct02/", "this file is missing", false);
}

#[test]
fn what_the_watcher_cannot_see_is_shown_soon_after() {
    let preview = Preview::of(Workshop::small());
    let site = &preview.site;
    preview.shows(PAGE, "Better water");
    // A file that has another name outside of the content, and is written by that one.
    let text = site.path(&format!("{AREA}/area.en.md"));
    fs::hard_link(&text, site.path("outside.md")).unwrap();
    site.edit("outside.md", "Better water", "Much better water");
    sleep(Duration::from_millis(1500));
    preview.waits(PAGE, "Much better water", false);
    // Until something else is saved, nobody looks.
    site.write("content/README.md", "Notes.\n");
    preview.shows(PAGE, "Much better water");
}

#[test]
fn browsers_are_woken_once_for_a_change() {
    let preview = Preview::of(Workshop::small());
    preview.shows(PAGE, "Better water");
    // The second look of the beginning is over.
    sleep(Duration::from_millis(1500));
    let before: u64 = preview.version().parse().unwrap();
    preview.site.edit(&format!("{AREA}/area.en.md"), "Better water", "Much better water");
    preview.shows(PAGE, "Much better water");
    // Where nothing more is saved, looking at everything afterwards wakes nobody.
    sleep(Duration::from_millis(1500));
    let after: u64 = preview.version().parse().unwrap();
    assert_eq!(after, before + 1);
}
