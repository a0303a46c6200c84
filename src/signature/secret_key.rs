//! The key that only the one who signs may have.

use std::fmt;

use minisign::{KeyPair, SecretKeyBox};

use super::{PublicKey, Signature};
use crate::values::{Unreadable, said};

/// How the line of base64 begins, by how the key is kept.
const WITH_PASSWORD: &str = "RWRTY";
const WITHOUT: &str = "RWQAA";
/// Its length: two letters for each of three algorithms, salt, two limits, number, key and checksum.
const LENGTH: usize = 212;

/// A secret key, open. It is never shown.
#[derive(Clone)]
pub struct SecretKey(minisign::SecretKey);

impl fmt::Debug for SecretKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("SecretKey")
    }
}

impl SecretKey {
    /// Makes a new key: what is written into its file, and the public key to it.
    ///
    /// # Errors
    /// When the machine has no random numbers, or no memory for the password.
    pub fn generate(password: Option<String>) -> Result<(String, PublicKey), Unreadable> {
        let made = match password {
            Some(password) => KeyPair::generate_encrypted_keypair(Some(password)),
            None => KeyPair::generate_unencrypted_keypair(),
        };
        let kept = made.and_then(|KeyPair { pk, sk }| {
            let file = sk.to_box(Some("minisign secret key"))?.into_string();
            Ok((file, PublicKey(pk)))
        });
        kept.map_err(|fault| {
            Unreadable::new(
                said!("no key could be made: {fault}", "không tạo được khóa: {fault}"),
                said!("try again on another machine", "thử lại trên máy khác"),
            )
        })
    }

    /// Whether the key in a file can be opened only with a password.
    ///
    /// # Errors
    /// When it is no secret key.
    pub fn needs_password(file: &str) -> Result<bool, Unreadable> {
        match file.lines().nth(1).map(str::trim) {
            Some(line) if line.len() == LENGTH && line.starts_with(WITH_PASSWORD) => Ok(true),
            Some(line) if line.len() == LENGTH && line.starts_with(WITHOUT) => Ok(false),
            _ => Err(no_key()),
        }
    }

    /// Opens the key in a file.
    ///
    /// # Errors
    /// When it is no secret key, or the password is another.
    pub fn open(file: &str, password: Option<String>) -> Result<Self, Unreadable> {
        let is_locked = Self::needs_password(file)?;
        let kept = SecretKeyBox::from_string(file).map_err(|_| no_key())?;
        if !is_locked {
            return kept.into_unencrypted_secret_key().map(Self).map_err(|_| no_key());
        }
        let opened = kept.into_secret_key(Some(password.unwrap_or_default()));
        opened.map(Self).map_err(|_| {
            Unreadable::new(
                said!("the password does not open this key", "mật khẩu không mở được khóa này"),
                said!("type it again", "gõ lại mật khẩu"),
            )
        })
    }

    /// The public key to it.
    ///
    /// # Errors
    /// When the file of the key was damaged.
    pub fn public(&self) -> Result<PublicKey, Unreadable> {
        minisign::PublicKey::from_secret_key(&self.0).map(PublicKey).map_err(|_| no_key())
    }

    /// Signs bytes; `comment` is signed with them.
    ///
    /// # Errors
    /// When the machine has no random numbers.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> Result<Signature, Unreadable> {
        let public = self.public()?;
        let untrusted = format!("signature of key {}", public.id());
        let signed =
            minisign::sign(Some(&public.0), &self.0, bytes, Some(comment), Some(&untrusted));
        signed.map(Signature::new).map_err(|fault| {
            Unreadable::new(
                said!("nothing was signed: {fault}", "chưa ký được: {fault}"),
                said!(
                    "make a new key with `congkhai sign --generate`",
                    "tạo khóa mới bằng `congkhai sign --generate`"
                ),
            )
        })
    }
}

fn no_key() -> Unreadable {
    Unreadable::new(
        said!("this is no secret key of minisign", "đây không phải là khóa bí mật của minisign"),
        said!(
            "name the file of the secret key with -s, or make a key with `congkhai sign --generate`",
            "nêu tệp khóa bí mật bằng -s, hoặc tạo khóa bằng `congkhai sign --generate`"
        ),
    )
}
