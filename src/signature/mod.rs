//! Detached signatures in the form of minisign: keys, signing, checking.
//!
//! In: texts of keys and signatures, and bytes. Out: the same. What the program `minisign` writes is read here, and
//! what is written here it accepts. Files and passwords are for the command line.

mod detached;
mod public_key;
mod secret_key;

use std::fmt::Write as _;

pub use detached::Signature;
pub use public_key::PublicKey;
pub use secret_key::SecretKey;

/// The number of a key, as minisign shows it.
fn id(number: &[u8]) -> String {
    number.iter().rev().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02X}");
        text
    })
}
