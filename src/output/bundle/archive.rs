//! Files → a `.zip`, in the order of their names, with the as-of day as the time of each.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::values::Date;

/// Packs the files.
pub fn pack(files: &BTreeMap<&str, Cow<[u8]>>, day: Date) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let is_packed = [".png", ".woff2", ".xlsx", ".zip", ".webp", ".pdf"];
        let method = if is_packed.iter().any(|end| path.ends_with(end)) {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(time(day))
            .unix_permissions(0o644);
        archive.start_file(*path, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Noon of the day, or what the format begins with where it cannot say the day.
fn time(day: Date) -> DateTime {
    let (year, month, day) =
        (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day()));
    match (year, month, day) {
        (Ok(year), Ok(month), Ok(day)) => {
            DateTime::from_date_and_time(year, month, day, 12, 0, 0).unwrap_or_default()
        }
        _ => DateTime::default(),
    }
}
