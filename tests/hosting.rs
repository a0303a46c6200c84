//! What stands around the site: compressed files, hashed names, configurations of servers, the bundle.

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
use std::fs;

use workshop::{Workshop, tree};

fn files(site: &Workshop) -> BTreeMap<String, Vec<u8>> {
    tree(&site.path("public")).into_iter().collect()
}

#[test]
fn compressed_files_come_and_go_with_their_option() {
    let site = Workshop::small();
    assert_eq!(site.run(&["build"]).code, 0);
    let plain = files(&site);
    assert_eq!(site.run(&["build", "--compress"]).code, 0);
    let compressed = files(&site);
    let again = site.run(&["build", "--compress"]);
    assert!(again.said.contains(" 0 files written"), "{}", again.said);
    let manifest: serde_json::Value = serde_json::from_slice(&compressed["manifest.json"]).unwrap();
    for end in ["gz", "br"] {
        let name = format!("vi/index.html.{end}");
        assert!(compressed[&name].len() < plain["vi/index.html"].len(), "{name}");
        assert!(manifest["files"][&name].is_string(), "{name} is not in the manifest");
        assert!(!compressed.contains_key(&format!("assets/icon-32.png.{end}")));
    }
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(files(&site), plain);
}

#[test]
fn a_theme_that_changes_a_file_changes_its_name() {
    let site = Workshop::small();
    assert_eq!(site.run(&["build"]).code, 0);
    let names = |site: &Workshop| -> Vec<String> {
        let named = |name: &&String| name.starts_with("assets/site.");
        files(site).keys().filter(named).cloned().collect()
    };
    let before = names(&site);
    assert_eq!(before.len(), 2, "{before:?}");
    site.write("themes/red/theme.yaml", "name: Red\ndescription: A sample\n");
    site.write("themes/red/assets/site.css", "a { background: url(red.webp) }");
    site.write("themes/red/assets/red.webp", "a sample");
    site.write(
        "themes/red/templates/portal-head.html",
        "<link rel=\"stylesheet\" href=\"{{ frame.root }}{{ asset(name=\"portal.css\") }}\">",
    );
    site.write("themes/red/assets/portal.css", "b{}");
    let built = site.run(&["build", "--theme", "red"]);
    assert_eq!(built.code, 0, "{}", built.said);
    let after = names(&site);
    let of_kind = |names: &[String], end: &str| -> String {
        names.iter().find(|name| name.ends_with(end)).expect(end).clone()
    };
    let css = of_kind(&after, ".css");
    assert_ne!(of_kind(&before, ".css"), css);
    assert_eq!(of_kind(&before, ".js"), of_kind(&after, ".js"));
    let styles = site.public(&css).unwrap();
    assert!(styles.contains("red.") && !styles.contains("red.webp"), "{styles}");
    assert!(site.public("vi/index.html").unwrap().contains("assets/portal."));

    // The name in the theme is no address any more, and a file that is not there is no file.
    for (link, said) in [
        ("{{ frame.root }}assets/portal.css", "asset(name="),
        ("{{ frame.root }}{{ asset(name=\"portl.css\") }}", "no file assets/portl.css"),
    ] {
        let link = format!("<link rel=\"stylesheet\" href=\"{link}\">");
        site.write("themes/red/templates/portal-head.html", link);
        let refused = site.run(&["build", "--theme", "red"]);
        assert_eq!(refused.code, 1);
        assert!(refused.said.contains(said), "{}", refused.said);
    }
    site.write("themes/red/templates/portal-head.html", "");
    site.write("themes/red/assets/a.js", "import './b.js'");
    site.write("themes/red/assets/b.js", "import './a.js'");
    let refused = site.run(&["check", "--theme", "red"]);
    assert!(refused.said.contains("a.js → b.js → a.js"), "{}", refused.said);
}

#[test]
fn a_configuration_is_of_this_site() {
    let site = Workshop::small();
    let base = ["--base-url", "https://hue.gov.vn/cchc/2025/", "--root", "/srv/a b"];
    for server in ["nginx", "apache", "iis", "caddy"] {
        let printed = site.run(&[["hosting", server].as_slice(), &base].concat());
        assert_eq!((printed.code, printed.said.as_str()), (0, ""), "{server}");
        for wanted in ["/cchc/2025/", "default-src 'none'", "frame-ancestors"] {
            assert!(printed.answer.contains(wanted), "{server}: {wanted}\n{}", printed.answer);
        }
        let names_root = printed.answer.contains("/srv/a b");
        assert_eq!(names_root, server != "iis", "{server}");
    }
    for (base, root, said) in [
        ("https://hue.gov.vn/a;b/", "/srv", "the path of the base URL has the sign ';'"),
        ("https://hue.gov.vn/", "/srv/\"; evil", "--root has the sign '\"'"),
        ("https://hue.gov.vn/", "/srv/$uri", "--root has the sign '$'"),
        ("hue.gov.vn", "/srv", "--base-url"),
    ] {
        let refused = site.run(&["hosting", "nginx", "--base-url", base, "--root", root]);
        assert_eq!((refused.code, refused.answer.as_str()), (2, ""), "{base} {root}");
        assert!(refused.said.contains(said), "{}", refused.said);
    }
    // The pages' policy has one home, also where a theme has another.
    let page = fs::read_to_string("themes/default/templates/page.html").unwrap();
    site.write("themes/red/theme.yaml", "name: Red\ndescription: A sample\n");
    let template = "themes/red/templates/page.html";
    site.write(template, page.replace("img-src 'self'", "img-src 'self' https://a.vn"));
    let printed = site.run(&["hosting", "nginx", "--theme", "red"]);
    assert!(printed.answer.contains("img-src 'self' https://a.vn;"), "{}", printed.answer);
    site.write(template, page.replace("http-equiv=\"Content-Security-Policy\"", "name=\"x\""));
    let refused = site.run(&["hosting", "nginx", "--theme", "red"]);
    assert_eq!((refused.code, refused.answer.as_str()), (1, ""));
    assert!(refused.said.contains("no content security policy"), "{}", refused.said);
}

#[test]
fn a_bundle_is_written_whole_or_not_at_all() {
    let site = Workshop::small();
    let written = site.run(&["bundle", "-o", "out/site.zip"]);
    assert_eq!(written.code, 0, "{}", written.said);
    let zip = fs::read(site.path("out/site.zip")).unwrap();
    assert!(zip.starts_with(b"PK"));
    assert_eq!(site.run(&["bundle", "-o", "out/other.zip"]).code, 0);
    assert_eq!(fs::read(site.path("out/other.zip")).unwrap(), zip);
    // Into a folder, and with content that has errors.
    let refused = site.run(&["bundle", "-o", "out"]);
    assert_eq!(refused.code, 2);
    assert!(refused.said.contains("out cannot be written"), "{}", refused.said);
    site.write("content/site.yaml", "title: {");
    assert_eq!(site.run(&["bundle", "-o", "out/site.zip"]).code, 1);
    assert_eq!(fs::read(site.path("out/site.zip")).unwrap(), zip);
    let mut names: Vec<String> =
        tree(&site.path("out")).into_iter().map(|(name, _)| name).collect();
    names.sort();
    assert_eq!(names, ["other.zip", "site.zip"]);
}
