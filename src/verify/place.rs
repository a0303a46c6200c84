//! Where a site is: in a folder, or on a server.

use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::web::Web;
use super::{address, folder};
use crate::content::hex;
use crate::output::MANIFEST;
use crate::values::limits::LARGEST_PUBLISHED;
use crate::values::{Said, Unreadable, said};

/// A site whose files can be read one by one.
#[derive(Debug)]
pub enum Place {
    Folder(PathBuf),
    Web(Web),
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Missing,
    Unread(Said),
}

impl Fault {
    /// More bytes than any file of a site has.
    pub fn too_large(most: usize) -> Self {
        let most = most / 1024;
        Self::Unread(said!("it is larger than {most} KiB", "tệp lớn hơn {most} KiB"))
    }
}

impl Place {
    /// Finds the site at a folder or an address. The address may be that of any page of the site.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(text: &str, seconds: u64) -> Result<Self, Unreadable> {
        if let Some(address) = address::read(text)? {
            return Web::find(&address, seconds).map(Self::Web);
        }
        let folder = PathBuf::from(text);
        if folder.is_dir() {
            return Ok(Self::Folder(folder));
        }
        Err(Unreadable::new(
            said!(
                "{text} is neither a folder nor a web address",
                "{text} không phải là thư mục hay địa chỉ web"
            ),
            said!(
                "name the folder of the site, or its whole address, beginning with https:// or http://",
                "nêu thư mục của trang, hoặc địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://"
            ),
        ))
    }

    /// As a person is told it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Folder(folder) => folder.display().to_string(),
            Self::Web(web) => web.base.clone(),
        }
    }

    /// A whole file that is not large.
    ///
    /// # Errors
    /// Why not.
    pub fn whole(&self, path: &str, most: usize) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        self.read(path, most, &mut |part| bytes.extend_from_slice(part))?;
        Ok(bytes)
    }

    /// The SHA-256 of a file.
    ///
    /// # Errors
    /// Why not.
    pub fn sha256(&self, path: &str) -> Result<String, Fault> {
        let mut hash = Sha256::new();
        self.read(path, LARGEST_PUBLISHED, &mut |part| hash.update(part))?;
        Ok(hex(&hash.finalize()))
    }

    fn read(&self, path: &str, most: usize, to: &mut dyn FnMut(&[u8])) -> Result<(), Fault> {
        match self {
            Self::Folder(root) => folder::read(&root.join(path), most, to),
            Self::Web(web) => web.read(path, most, to),
        }
    }

    /// Files that are there besides those that `is_named` knows; a server does not tell them.
    pub fn besides(&self, is_named: &dyn Fn(&str) -> bool) -> Vec<String> {
        match self {
            Self::Folder(root) => folder::besides(root, is_named),
            Self::Web(_) => Vec::new(),
        }
    }
}

/// Why a site has no manifest.
pub fn no_manifest(shown: &str, fault: &Fault) -> Unreadable {
    match fault {
        Fault::Missing => Unreadable::new(
            said!("there is no {MANIFEST} in {shown}", "không có {MANIFEST} trong {shown}"),
            said!(
                "name the folder that `congkhai build` wrote, or the address of any page of the site",
                "nêu thư mục do `congkhai build` ghi, hoặc địa chỉ của một trang bất kỳ"
            ),
        ),
        Fault::Unread(why) => Unreadable::new(
            Said {
                en: format!("{MANIFEST} cannot be read in {shown}: {}", why.en),
                vi: format!("không đọc được {MANIFEST} trong {shown}: {}", why.vi),
            },
            said!(
                "try again later, or ask who runs the server",
                "thử lại sau, hoặc hỏi người quản trị máy chủ"
            ),
        ),
    }
}
