//! SHA-256 of a file, in hexadecimal.

use sha2::{Digest, Sha256};

use crate::content::hex;

pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
