//! A site → one `.zip` that works from a folder on a computer without a network.
//!
//! In: the site, its address, the words of its READ ME, who signs. Out: the bytes of the archive, the same on every
//! machine. Browsers do not look for `index.html` in a folder on a disk, so every link names its file;
//! what only a server or a search engine needs is left out. So its files are others than those of the public folder,
//! and it has a manifest of its own, by which `verify` compares what was unpacked.

mod archive;
mod links;
mod read_me;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::content::sha256;
use crate::model::Model;
use crate::pages::PICTURE_NAME;
use crate::theme::Theme;
use crate::values::said;

use super::{MANIFEST, Manifest, Refusal, SIGNATURE, Site};

/// Signs the bytes of a manifest: the text of the signature, and none where nobody signs.
pub type Signs<'s> = dyn Fn(&[u8]) -> Result<Option<String>, Refusal> + 's;

/// The archive. `content` is the SHA-256 of the content that the site was made of.
///
/// # Errors
/// When a file cannot be packed, which means that it is larger than an archive may hold; when it cannot be
/// signed.
pub fn bundle(
    site: &Site,
    model: &Model,
    theme: &Theme,
    content: &str,
    signs: &Signs,
) -> Result<Vec<u8>, Refusal> {
    let base = model.site.has_address.then(|| model.site.base_url.as_str());
    let is_page = |path: &str| path.rsplit_once('.').is_some_and(|(_, end)| end == "html");
    let mut files: BTreeMap<&str, Cow<[u8]>> = BTreeMap::new();
    for (path, bytes) in site.files.iter().filter(|(path, _)| is_wanted(path)) {
        let bytes = match std::str::from_utf8(bytes) {
            Ok(html) if is_page(path) => {
                let exists = |target: &str| site.files.contains_key(target) && is_wanted(target);
                links::made_local(path, html, base, &exists).into_bytes().into()
            }
            _ => bytes.into(),
        };
        files.insert(path, bytes);
    }
    files.insert(read_me::NAME, read_me::text(model, theme).into_bytes().into());
    let hashes = files.iter().map(|(path, bytes)| ((*path).to_owned(), sha256(bytes))).collect();
    let manifest = Manifest::of(content, hashes).text().into_bytes();
    if let Some(signature) = signs(&manifest)? {
        files.insert(SIGNATURE, signature.into_bytes().into());
    }
    files.insert(MANIFEST, manifest.into());
    archive::pack(&files, model.site.as_of).map_err(|fault| {
        Refusal::new(
            said!("the site cannot be packed: {fault}", "không đóng gói được trang: {fault}"),
            said!(
                "build the site with `congkhai build` and copy its folder instead",
                "dựng trang bằng `congkhai build` và chép thư mục của trang"
            ),
        )
    })
}

/// A page that a server shows in the place of another, what search engines read, the pictures for sites on
/// which a page is shared, and what was compressed for a server are of no use in a folder.
fn is_wanted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !matches!(name, "404.html" | "robots.txt" | "sitemap.xml" | PICTURE_NAME)
        && ![".gz", ".br"].iter().any(|end| name.ends_with(end))
}
