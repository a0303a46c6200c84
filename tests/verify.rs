//! `verify`: what a published site says of itself, compared by somebody who trusts nobody.
//!
//! Sites are made of the small sample content of the tests. Servers are on 127.0.0.1 and end with their test.

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
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use congkhai::values::limits::MOST_UNREAD;
use serde_json::{Value, json};
use tiny_http::{Header, Request, Response};
use workshop::{Run, Workshop, copy};

fn built() -> Workshop {
    let site = Workshop::small();
    build(&site);
    site
}

fn build(site: &Workshop) {
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
}

fn manifest(site: &Workshop) -> Value {
    serde_json::from_str(&site.public("manifest.json").unwrap()).unwrap()
}

/// Writes a manifest in the place of the one that is there.
fn rewrite(site: &Workshop, manifest: &Value) {
    site.write("public/manifest.json", serde_json::to_vec_pretty(manifest).unwrap());
}

fn is(run: &Run, code: i32, said: &[&str]) {
    let all = format!("{}{}", run.answer, run.said);
    assert_eq!(run.code, code, "{all}");
    for words in said {
        assert!(all.contains(words), "there is no `{words}` in: {all}");
    }
}

// What the site was made of

/// The commands that docs/data.md gives to a stranger.
fn recipe() -> String {
    let docs = fs::read_to_string("docs/data.md").unwrap();
    let mut blocks = docs.split("```\n");
    blocks
        .find(|it| it.starts_with("export LC_ALL=C"))
        .expect("docs/data.md has the commands")
        .to_owned()
}

fn by_hand(site: &Workshop) -> String {
    let run = Command::new("sh")
        .args(["-euc", &recipe()])
        .current_dir(site.path("content"))
        .env("LC_ALL", "vi_VN.UTF-8")
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let text = String::from_utf8(run.stdout).unwrap();
    text.split(' ').next().unwrap().to_owned()
}

#[test]
fn the_hash_of_the_content_is_what_a_stranger_finds_with_sha256sum() {
    let site = Workshop::small();
    // Names whose order depends on the language of the machine, and what nobody asks for.
    for name in [
        "Ghi chú.txt",
        "README.md",
        "plans/sample-1-2025/source/bản quét.pdf",
        "ă",
        "z",
        "B",
        "a b",
        "a-b",
    ] {
        site.write(&format!("content/{name}"), name);
    }
    build(&site);
    let first = manifest(&site);
    assert_eq!(first["content"], by_hand(&site));
    assert_eq!(first["program"], json!({"name": "congkhai", "version": env!("CARGO_PKG_VERSION")}));
    // What is no content does not count.
    for name in [
        ".hidden",
        ".git/HEAD",
        "site.yaml~",
        "#site.yaml#",
        "a.bak",
        "old.orig/x",
        "Thumbs.db",
        "b~/c",
    ] {
        site.write(&format!("content/{name}"), "x");
    }
    build(&site);
    assert_eq!(manifest(&site)["content"], first["content"]);
    assert_eq!(by_hand(&site), first["content"].as_str().unwrap());
    // One byte does, also of a file that is not read, and a name.
    let mut seen = vec![first["content"].clone()];
    for (path, text) in [("README.md", "Readme"), ("z", "ă"), ("y", "z")] {
        site.write(&format!("content/{path}"), text);
        build(&site);
        let now = manifest(&site)["content"].clone();
        assert_eq!(now, by_hand(&site));
        assert!(!seen.contains(&now), "{path}");
        seen.push(now);
    }
}

// A folder

#[test]
fn a_folder_is_as_it_was_built_or_every_difference_is_told() {
    let site = built();
    let files = manifest(&site)["files"].as_object().unwrap().len();
    let all = format!("all {files} files are as its manifest says");
    is(&site.run(&["verify", "public"]), 0, &["equal: public", &all, "signature: none"]);
    // For the server, and named by docs/portal.md.
    site.write("public/.htaccess", "Options -Indexes");
    is(&site.run(&["verify", "public/"]), 0, &["the server's own: .htaccess"]);

    // A manifest of an earlier version of the program.
    let now = manifest(&site);
    let older = json!({"version": "v1", "files": now["files"]});
    rewrite(&site, &older);
    let run = site.run(&["verify", "public"]);
    is(&run, 0, &["equal: public"]);
    assert!(run.answer.lines().count() == 3 && !run.answer.contains("made by"), "{}", run.answer);
    rewrite(&site, &now);
    is(&site.run(&["verify", "public"]), 0, &["made by congkhai "]);

    let page = site.public("vi/index.html").unwrap();
    site.write("public/vi/index.html", page.replacen('a', "b", 1));
    site.write("public/vi/them.html", "a page that nobody built");
    site.write("public/.well-known/x", "hidden");
    fs::remove_file(site.path("public/data/plan.json")).unwrap();
    let run = site.run(&["verify", "public"]);
    let told = [
        "differs: vi/index.html\n",
        "missing: data/plan.json\n",
        "not in the manifest: .well-known/x\nnot in the manifest: vi/them.html\n",
        "NOT EQUAL: public",
    ];
    is(&run, 1, &told);
    let data = site.run(&["verify", "public", "--json"]);
    assert_eq!(data.code, 1);
    let data = data.json();
    assert_eq!(data["equal"], false);
    assert_eq!(data["differing"], json!(["vi/index.html"]));
    assert_eq!(data["missing"], json!(["data/plan.json"]));
    assert_eq!(data["unnamed"], json!([".well-known/x", "vi/them.html"]));
    assert_eq!(data["equal_files"], files - 2);
    is(&site.run(&["verify", "public", "--lang", "vi"]), 1, &["khác: vi/index.html", "KHÔNG KHỚP"]);
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_not_waited_for_and_a_name_reaches_no_terminal() {
    let site = built();
    let plan = site.path("public/data/plan.json");
    fs::remove_file(&plan).unwrap();
    assert!(Command::new("mkfifo").arg(&plan).status().unwrap().success());
    is(
        &site.run(&["verify", "public"]),
        2,
        &["not read: data/plan.json: it is no plain file", "NOT KNOWN"],
    );
    site.write("public/\u{1b}[2Ja", "x");
    let run = site.run(&["verify", "public"]);
    is(&run, 1, &["\\u{1b}[2Ja"]);
    assert!(!run.answer.contains('\u{1b}'));
}

/// Manifests that nothing can be compared with, and what is said of each.
fn no_manifests(site: &Workshop) -> Vec<(Vec<u8>, &'static str)> {
    let with = |path: &str, hash: &str| {
        let mut other = manifest(site);
        other["files"][path] = json!(hash);
        serde_json::to_vec(&other).unwrap()
    };
    let hash = "0".repeat(64);
    let mut newer = manifest(site);
    newer["version"] = json!("v2");
    let mut empty = manifest(site);
    empty["files"] = json!({});
    vec![
        (b"{\"version\": ".to_vec(), "it is no JSON (line 1"),
        (b"\n<!DOCTYPE html><title>x</title>".to_vec(), "answers with a page (HTML)"),
        (b"{\"name\": \"a portal\", \"icons\": []}".to_vec(), "the manifest of something else"),
        (b"[]".to_vec(), "the manifest of something else"),
        (with("../outside", &hash), "the path `../outside` leads out of the folder"),
        (with("/etc/passwd", &hash), "the path `/etc/passwd` leads out"),
        (with("a/./b", &hash), "the path `a/./b`"),
        (with("a\\..\\b", &hash), "leads out of the folder"),
        (with("a\u{1b}[2J", &hash), "leads out of the folder, or is none"),
        (with("a\u{202e}b", &hash), "leads out of the folder, or is none"),
        (with("", &hash), "leads out of the folder, or is none"),
        (with("a", "0123"), "what it has for a is no SHA-256"),
        (serde_json::to_vec(&newer).unwrap(), "a version that this program does not know"),
        (serde_json::to_vec(&empty).unwrap(), "it names no file"),
    ]
}

#[test]
fn what_is_no_manifest_is_told_so() {
    let site = built();
    site.write("outside", "a file that nobody may ask about");
    for (bytes, said) in no_manifests(&site) {
        site.write("public/manifest.json", bytes);
        let run = site.run(&["verify", "public"]);
        is(&run, 2, &["error: manifest.json in public cannot be compared with", said, "help: "]);
        assert!(!run.said.contains('\u{1b}'), "{}", run.said);
    }
    fs::remove_file(site.path("public/manifest.json")).unwrap();
    is(&site.run(&["verify", "public"]), 2, &["there is no manifest.json in public"]);
    is(&site.run(&["verify", "nowhere"]), 2, &["nowhere is neither a folder nor a web address"]);
    is(&site.run(&["verify", "ftp://a.vn/"]), 2, &["ftp://a.vn/ is no address that can be asked"]);
    is(&site.run(&["verify", "public", "--cited", "abc"]), 2, &["`abc` is no SHA-256"]);
    is(&site.run(&["verify", "public", "-P", "abc"]), 2, &["this is no public key of minisign"]);
}

// The chain of releases

/// A site with releases of two days.
fn released() -> Workshop {
    let site = Workshop::small();
    for (label, day) in [("2025-06", "2025-06-30"), ("2025-07", "2025-07-31")] {
        let run = site.run(&["release", label, "--as-of", day]);
        assert_eq!(run.code, 0, "{}", run.said);
    }
    build(&site);
    site
}

/// Changes a file of the site as somebody would who knows the manifest.
fn forge(site: &Workshop, path: &str, from: &str, to: &str) {
    site.edit(&format!("public/{path}"), from, to);
    named(site, path);
}

/// Names a file in the manifest as it is.
fn named(site: &Workshop, path: &str) {
    let run = Command::new("sha256sum").arg(site.path(&format!("public/{path}"))).output().unwrap();
    let hash = String::from_utf8(run.stdout).unwrap().split(' ').next().unwrap().to_owned();
    let mut forged = manifest(site);
    forged["files"][path] = json!(hash);
    rewrite(site, &forged);
}

#[test]
fn a_rewritten_past_shows_in_the_chain_of_releases() {
    let site = released();
    let hash = |label: &str| {
        let files = manifest(&site)["files"].clone();
        files[format!("data/releases/{label}.json")].as_str().unwrap().to_owned()
    };
    let (first, second) = (hash("2025-06"), hash("2025-07"));
    let lines = [
        format!("release 2025-06, as of 2025-06-30, the first: SHA-256 {first}\n"),
        format!("release 2025-07, as of 2025-07-31, after 2025-06: SHA-256 {second}\n"),
    ];
    is(&site.run(&["verify", "public"]), 0, &[&lines[0], &lines[1]]);
    is(&site.run(&["verify", "public", "--cited", &first, "--cited", &second]), 0, &[]);

    // A release is changed, and the manifest with it: every file is as the manifest says, and the chain is not.
    let name = "data/releases/2025-06.json";
    forge(&site, name, "\"as_of\":\"2025-06-30\"", "\"as_of\":\"2025-06-29\"");
    let run = site.run(&["verify", "public"]);
    let broken = format!(
        "BROKEN CHAIN: release 2025-07, as of 2025-07-31: when it was released, 2025-06 had the hash {first}"
    );
    is(&run, 1, &[&broken, "NOT EQUAL"]);
    assert!(!run.answer.contains("differs: "), "{}", run.answer);

    // Both are changed, so that they fit. Only who has an older hash notices.
    let forged = hash("2025-06");
    forge(&site, "data/releases/2025-07.json", &first, &forged);
    is(&site.run(&["verify", "public"]), 0, &["equal: public"]);
    is(&site.run(&["verify", "public", "--cited", &second]), 1, &["CITED, and not here", &second]);

    // The first is taken away, or a release names none before it though there is one.
    let mut without = manifest(&site);
    without["files"].as_object_mut().unwrap().remove(name).unwrap();
    rewrite(&site, &without);
    fs::remove_file(site.path(&format!("public/{name}"))).unwrap();
    is(
        &site.run(&["verify", "public"]),
        1,
        &["it names the release 2025-06 before it, which is not here"],
    );
    let again = released();
    let before = format!("\"before\":{{\"label\":\"2025-06\",\"sha256\":\"{first}\"}}");
    forge(&again, "data/releases/2025-07.json", &before, "\"before\":null");
    is(
        &again.run(&["verify", "public"]),
        1,
        &["it names no release before it, though 2025-06 is older"],
    );
    forge(&again, "data/releases/2025-07.json", "\"label\":\"2025-07\"", "\"label\":7");
    is(
        &again.run(&["verify", "public"]),
        1,
        &["BROKEN CHAIN: release data/releases/2025-07.json: this is no release"],
    );
}

// A web server

/// What a server does with a path: nothing of its own, or an answer.
type Answer = Option<Response<Box<dyn Read + Send>>>;
type Behaviour = dyn Fn(&str) -> Answer + Send + Sync;

/// A web server with a folder below a path. It ends when it is dropped.
struct Server {
    address: String,
    stop: Arc<AtomicBool>,
    /// Requests that it had, and the most that it had at the same time.
    asked: Arc<AtomicUsize>,
    at_once: Arc<AtomicUsize>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    fn of(
        folder: PathBuf,
        below: &'static str,
        behaves: impl Fn(&str) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let server = tiny_http::Server::http("127.0.0.1:0").unwrap();
        let address = format!("http://{}", server.server_addr());
        let stop = Arc::new(AtomicBool::new(false));
        let (asked, at_once) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let (told, counted, most) = (Arc::clone(&stop), Arc::clone(&asked), Arc::clone(&at_once));
        let behaves: Arc<Behaviour> = Arc::new(behaves);
        let thread = std::thread::spawn(move || {
            let now = Arc::<AtomicUsize>::default();
            let mut answering = Vec::new();
            while !told.load(Ordering::SeqCst) {
                let Some(request) = server.recv_timeout(Duration::from_millis(20)).unwrap() else {
                    continue;
                };
                counted.fetch_add(1, Ordering::SeqCst);
                let (folder, behaves) = (folder.clone(), Arc::clone(&behaves));
                let (now, most) = (Arc::clone(&now), Arc::clone(&most));
                answering.push(std::thread::spawn(move || {
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    answer(request, &folder, below, &*behaves);
                    now.fetch_sub(1, Ordering::SeqCst);
                }));
            }
            for one in answering {
                one.join().unwrap();
            }
        });
        Self { address, stop, asked, at_once, thread: Some(thread) }
    }

    /// A server that behaves.
    fn good(folder: PathBuf, below: &'static str) -> Self {
        Self::of(folder, below, |_| None)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        self.thread.take().unwrap().join().unwrap();
    }
}

fn answer(request: Request, folder: &Path, below: &str, behaves: &Behaviour) {
    let identity = request.headers().iter().find(|it| it.field.equiv("Accept-Encoding"));
    assert_eq!(identity.unwrap().value.as_str(), "identity", "bytes are asked for as they are");
    let path = request.url().to_owned();
    let response = behaves(&path).unwrap_or_else(|| {
        let file = path.strip_prefix(below).map(|path| folder.join(path)).filter(|it| it.is_file());
        match file {
            Some(file) => bytes(fs::read(file).unwrap()),
            None => status(404, "<!doctype html><title>404</title>"),
        }
    });
    let _ = request.respond(response);
}

fn bytes(bytes: Vec<u8>) -> Response<Box<dyn Read + Send>> {
    Response::from_data(bytes).boxed()
}

fn status(code: u16, text: &str) -> Response<Box<dyn Read + Send>> {
    bytes(text.into()).with_status_code(code)
}

fn with(
    response: Response<Box<dyn Read + Send>>,
    name: &str,
    value: &str,
) -> Response<Box<dyn Read + Send>> {
    response.with_header(Header::from_bytes(name, value).unwrap())
}

fn verify(site: &Workshop, address: &str, more: &[&str]) -> Run {
    let arguments = [&["verify", address], more].concat();
    let output = site
        .command(&arguments)
        .env_remove("http_proxy")
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .unwrap();
    Run::of(&output)
}

#[test]
fn a_site_on_a_server_is_found_from_any_of_its_pages() {
    let site = built();
    let files = manifest(&site)["files"].as_object().unwrap().len();
    let server = Server::good(site.path("public"), "/cchc/2025/");
    for end in
        ["", "/", "/vi/1-2025/a1/", "/vi/index.html?x=1#main", "/manifest.json", "/vi/nowhere"]
    {
        let run = verify(&site, &format!("{}/cchc/2025{end}", server.address), &[]);
        let told = format!("equal: {}/cchc/2025/: all {files} files", server.address);
        is(&run, 0, &[&told]);
    }
    let most = server.at_once.load(Ordering::SeqCst);
    assert!((2..=4).contains(&most), "{most} requests at the same time");
    is(
        &verify(&site, &format!("{}/other/", server.address), &[]),
        2,
        &["there is no manifest.json in http://", "/other/"],
    );
    let exact = verify(&site, &format!("{}/cchc/2025/vi/manifest.json", server.address), &[]);
    is(&exact, 2, &["there is no manifest.json in http://"]);
}

#[test]
fn a_server_that_sends_other_files_is_caught() {
    let site = built();
    let folder = site.path("served");
    copy(&site.path("public"), &folder);
    fs::write(folder.join("vi/index.html"), "another page").unwrap();
    fs::remove_file(folder.join("data/plan.json")).unwrap();
    let server = Server::of(folder, "/", |path| match path {
        // It answers with a page for what it does not have.
        "/data/plan.xlsx" => Some(status(200, "<!doctype html><title>Trang chủ</title>")),
        "/en/index.html" => Some(status(500, "")),
        "/sitemap.xml" => Some(status(403, "")),
        "/robots.txt" => Some(with(status(302, ""), "Location", "/robots.txt")),
        _ => None,
    });
    let run = verify(&site, &server.address, &[]);
    let told = [
        "differs: data/plan.xlsx\ndiffers: vi/index.html\n",
        "missing: data/plan.json\n",
        "not read: en/index.html: the server answers 500\n",
        "not read: robots.txt: the server sends one on and on\n",
        "not read: sitemap.xml: the server answers 403\n",
    ];
    is(&run, 1, &told);
}

#[test]
fn what_servers_do_on_the_way_makes_no_difference() {
    let site = built();
    let gzip = |text: &[u8]| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(text).unwrap();
        packed.finish().unwrap()
    };
    // As `build --compress` writes them, which takes longer.
    site.write("public/vi/index.html.gz", gzip(site.public("vi/index.html").unwrap().as_bytes()));
    let (english, mut brotli) = (site.public("en/index.html").unwrap(), Vec::new());
    let quick = brotli::enc::BrotliEncoderParams { quality: 1, ..Default::default() };
    brotli::BrotliCompress(&mut english.as_bytes(), &mut brotli, &quick).unwrap();
    site.write("public/en/index.html.br", brotli);
    named(&site, "vi/index.html.gz");
    named(&site, "en/index.html.br");
    let public = site.path("public");
    let read = move |path: &str| fs::read(public.join(path.trim_start_matches('/'))).unwrap();
    let busy = AtomicUsize::new(0);
    let server = Server::of(site.path("public"), "/", move |path| match path {
        // Packed though nobody asked for it, and a file that is packed itself.
        "/vi/index.html" => {
            Some(with(bytes(read("/vi/index.html.gz")), "Content-Encoding", "gzip"))
        }
        "/en/index.html" => Some(with(bytes(read("/en/index.html.br")), "Content-Encoding", "br")),
        "/vi/index.html.gz" => Some(with(bytes(read(path)), "Content-Encoding", "gzip")),
        "/en/index.html.br" => Some(with(bytes(read(path)), "Content-Encoding", "br")),
        // Caddy and others send one on from `index.html` to its folder.
        "/en/about/index.html" => Some(with(status(308, ""), "Location", "/en/about/")),
        "/en/about/" => Some(bytes(read("/en/about/index.html"))),
        "/old/manifest.json" => Some(with(status(301, ""), "Location", "/manifest.json")),
        "/data/plan.json" if busy.fetch_add(1, Ordering::SeqCst) == 0 => Some(status(503, "")),
        _ => None,
    });
    let run = verify(&site, &format!("{}/old/", server.address), &[]);
    is(&run, 0, &[&format!("equal: {}/: all", server.address)]);

    // A packing that hides other bytes.
    let other = gzip(b"another page");
    let server = Server::of(site.path("public"), "/", move |path| match path {
        "/vi/index.html" => Some(with(bytes(other.clone()), "Content-Encoding", "gzip")),
        "/en/index.html" => Some(with(
            bytes(b"text that only says that it is packed".to_vec()),
            "Content-Encoding",
            "gzip",
        )),
        "/index.html" => Some(with(bytes(b"x".to_vec()), "Content-Encoding", "zstd")),
        _ => None,
    });
    let told = [
        "differs: vi/index.html\n",
        "not read: en/index.html: the connection failed: invalid gzip header\n",
        "not read: index.html: the server packs it in a way that was not asked for\n",
    ];
    is(&verify(&site, &server.address, &[]), 1, &told);
}

#[test]
fn what_is_no_manifest_on_a_server_is_told_so() {
    let site = built();
    for (answer, said) in no_manifests(&site) {
        let server = Server::of(site.path("public"), "/", move |path| {
            path.ends_with("/manifest.json").then(|| bytes(answer.clone()))
        });
        let run = verify(&site, &format!("{}/vi/", server.address), &[]);
        is(&run, 2, &[said]);
        assert_eq!(server.asked.load(Ordering::SeqCst), 2, "no file of it is asked for");
    }
    let server = Server::of(site.path("public"), "/", |_| Some(status(500, "")));
    is(
        &verify(&site, &server.address, &[]),
        2,
        &["manifest.json cannot be read", "the server answers 500"],
    );
    // It sends for ever: more than a manifest has.
    let server = Server::of(site.path("public"), "/", |_| {
        let endless: Box<dyn Read + Send> = Box::new(std::io::repeat(b'1').take(70 << 20));
        Some(Response::new(200.into(), Vec::new(), endless, None, None))
    });
    is(&verify(&site, &server.address, &[]), 2, &["it is larger than 65536 KiB"]);
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    is(
        &verify(&site, &format!("http://{nobody}/"), &[]),
        2,
        &["there is no connection to the server"],
    );
    is(&verify(&site, "http://khong-co.invalid/", &[]), 2, &["manifest.json cannot be read"]);
}

#[test]
fn a_server_that_is_silent_or_fails_is_given_up() {
    let site = built();
    let server = Server::of(site.path("public"), "/", |path| {
        if path == "/vi/index.html" {
            std::thread::sleep(Duration::from_millis(2500));
        }
        None
    });
    let run = verify(&site, &server.address, &["--timeout", "1"]);
    is(&run, 2, &["not read: vi/index.html: the server does not answer in time\n", "NOT KNOWN"]);
    let files = manifest(&site)["files"].as_object().unwrap().len();
    // A status that no waiting would change, so that the test need not wait either.
    let server = Server::of(site.path("public"), "/", |path| {
        (!path.starts_with("/manifest.json")).then(|| status(403, ""))
    });
    let run = verify(&site, &server.address, &[]);
    is(&run, 2, &["gave up: ", "NOT KNOWN"]);
    let asked = server.asked.load(Ordering::SeqCst);
    assert!(
        (MOST_UNREAD..MOST_UNREAD + 10).contains(&asked) && asked < files,
        "{asked} of {files}"
    );
    let not_read = run.answer.lines().filter(|line| line.starts_with("not read: ")).count();
    assert!((MOST_UNREAD..MOST_UNREAD + 4).contains(&not_read), "{}", run.answer);
}

/// Python has a server with TLS, and openssl makes its certificate; both are where `./test` runs.
#[test]
fn an_encrypted_site_is_read_only_from_who_can_prove_its_name() {
    let site = built();
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
        ])
        .args([
            "-addext",
            "subjectAltName=DNS:localhost",
            "-addext",
            "basicConstraints=critical,CA:FALSE",
        ])
        .args(["-keyout", "server.key", "-out", "server.pem"])
        .current_dir(site.path(""))
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let script = "import http.server, ssl, functools\n\
        class Quiet(http.server.SimpleHTTPRequestHandler):\n\
        \x20   def log_message(self, *a): pass\n\
        \x20   def do_GET(self):\n\
        \x20       if self.path == '/robots.txt':\n\
        \x20           self.send_response(302); self.send_header('Location', 'http://127.0.0.1:9/'); self.end_headers()\n\
        \x20       else: super().do_GET()\n\
        s = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory='public'))\n\
        c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); c.load_cert_chain('server.pem', 'server.key')\n\
        s.socket = c.wrap_socket(s.socket, server_side=True)\n\
        print(s.server_port, flush=True); s.serve_forever()\n";
    let mut server = Command::new("python3")
        .args(["-c", script])
        .current_dir(site.path(""))
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut port = String::new();
    std::io::BufRead::read_line(
        &mut std::io::BufReader::new(server.stdout.take().unwrap()),
        &mut port,
    )
    .unwrap();
    let ask = |host: &str, certificates: &str| {
        let address = format!("https://{host}:{}/", port.trim());
        let mut command = site.command(&["verify", &address]);
        command
            .env("SSL_CERT_FILE", site.path(certificates))
            .env_remove("SSL_CERT_DIR")
            .env("NO_PROXY", "*");
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap() + &said)
    };
    site.write("none.pem", "");
    let (known, stranger, other_name) = (
        ask("localhost", "server.pem"),
        ask("localhost", "none.pem"),
        ask("127.0.0.1", "server.pem"),
    );
    server.kill().unwrap();
    server.wait().unwrap();
    // Where an encrypted address was given, nothing comes from an unencrypted one.
    assert!(
        known.1.contains(
            "not read: robots.txt: the server sends one on to an address without encryption"
        ),
        "{}",
        known.1
    );
    assert!(known.0 == 2 && !known.1.contains("differs"), "{}", known.1);
    for refused in [stranger, other_name] {
        assert_eq!(refused.0, 2, "{}", refused.1);
        assert!(
            refused.1.contains("manifest.json cannot be read") && refused.1.contains("certificate"),
            "{}",
            refused.1
        );
    }
}
