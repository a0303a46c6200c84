//! An answer of a web server → the bytes of the file, or why they are not there.
//!
//! What is compared is the file. It is asked for as it is; a server that packs it all the same is unpacked, but for
//! files that are packed themselves.

use std::io::{self, Read};

use brotli::Decompressor;
use flate2::read::MultiGzDecoder;
use ureq::Body;
use ureq::http::Response;

use super::folder::parts;
use super::place::Fault;
use crate::values::{Said, said};

/// Reads the bytes of a file in parts.
pub fn bytes(
    answer: Response<Body>,
    path: &str,
    most: usize,
    to: &mut dyn FnMut(&[u8]),
) -> Result<(), Fault> {
    if let Some(fault) = refused(answer.status().as_u16()) {
        return Err(fault);
    }
    let packing =
        answer.headers().get("content-encoding").map(|it| it.as_bytes().to_ascii_lowercase());
    let is_packed_itself = [".gz", ".br"].iter().any(|end| path.ends_with(end));
    // The length that is told is of what is sent; more than that is no matter, less is a connection that broke.
    let body = answer.into_body().into_with_config().limit(u64::MAX).reader();
    let unpacked: Box<dyn Read> = match packing.as_deref() {
        None | Some(b"" | b"identity") => Box::new(body),
        Some(_) if is_packed_itself => Box::new(body),
        Some(b"gzip" | b"x-gzip") => Box::new(MultiGzDecoder::new(body)),
        Some(b"br") => Box::new(Decompressor::new(body, 4096)),
        Some(_) => {
            return Err(Fault::Unread(said!(
                "the server packs it in a way that was not asked for",
                "máy chủ nén tệp theo cách không được yêu cầu"
            )));
        }
    };
    parts(unpacked, most, to)
        .map_err(|fault| fault.map_or_else(|| Fault::too_large(most), |it| broken(&it)))
}

/// Whether it may be asked for again: the server was busy, or something between failed.
pub fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

fn refused(status: u16) -> Option<Fault> {
    match status {
        200 => None,
        404 | 410 => Some(Fault::Missing),
        status => {
            Some(Fault::Unread(said!("the server answers {status}", "máy chủ trả lời {status}")))
        }
    }
}

fn broken(fault: &io::Error) -> Fault {
    // The library's own errors travel inside those of reading.
    let inner = fault.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>());
    Fault::Unread(inner.map_or_else(|| of_machine(fault), why))
}

/// Why there was no answer.
pub fn why(fault: &ureq::Error) -> Said {
    match fault {
        ureq::Error::Timeout(_) => {
            said!("the server does not answer in time", "máy chủ không trả lời kịp")
        }
        ureq::Error::HostNotFound => {
            said!("there is no server of this name", "không có máy chủ nào mang tên này")
        }
        ureq::Error::ConnectionFailed => {
            said!("there is no connection to the server", "không kết nối được tới máy chủ")
        }
        ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => {
            said!("the server sends one on and on", "máy chủ chuyển hướng mãi không dừng")
        }
        ureq::Error::RequireHttpsOnly(_) => said!(
            "the server sends one on to an address without encryption",
            "máy chủ chuyển hướng tới địa chỉ không mã hóa"
        ),
        ureq::Error::Io(fault) => of_machine(fault),
        other => {
            let text = plain(&other.to_string());
            said!("no answer that could be read: {text}", "không có trả lời đọc được: {text}")
        }
    }
}

fn of_machine(fault: &io::Error) -> Said {
    match fault.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
            why(&ureq::Error::Timeout(ureq::Timeout::Global))
        }
        io::ErrorKind::ConnectionRefused => why(&ureq::Error::ConnectionFailed),
        // Certificates and damaged archives are told so.
        _ => {
            let text = plain(&fault.to_string());
            said!("the connection failed: {text}", "kết nối bị lỗi: {text}")
        }
    }
}

/// Parts of an answer may be in an error, and do not get to the terminal as they came.
fn plain(text: &str) -> String {
    let text: String = text.chars().take(200).collect();
    text.escape_debug().to_string()
}
