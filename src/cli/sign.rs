//! `sign`: a detached signature beside the manifest of a site, or beside any file; and the keys for it.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: keys and signatures are read and written here"
)]

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use crate::machine;
use crate::output::{MANIFEST, Refusal, real_path, write_one};
use crate::signature::{PublicKey, SecretKey};
use crate::values::{Locale, Said, hidden_letter, said};
use crate::verify::{Known, Place, verify};

use super::report::seconds;
use super::verify::{refusal, told};
use super::{Answer, HAS_ERRORS, answer, tell};

/// The longest password that minisign takes.
const LONGEST_PASSWORD: usize = 1024;

#[derive(Debug, Args)]
pub struct SignOptions {
    /// The folder of a site, whose manifest is signed, or any file, such as a bundle
    #[arg(default_value = "public")]
    path: PathBuf,
    /// Make a key pair, and sign nothing
    #[arg(short = 'G', long)]
    generate: bool,
    /// The file of the secret key; where it is not given, minisign's own, .minisign/minisign.key in the home folder
    #[arg(short = 's', long, value_name = "FILE")]
    secret_key: Option<PathBuf>,
    /// With --generate: the file to write the public key into
    #[arg(short = 'p', long, value_name = "FILE", default_value = "minisign.pub")]
    key_file: PathBuf,
    /// With --generate: a secret key without a password
    #[arg(short = 'W', long)]
    no_password: bool,
    /// A comment that is signed too, instead of the name of the file and the hash of the content
    #[arg(short = 't', long, value_name = "TEXT")]
    comment: Option<String>,
    /// The content folder, in which no key may lie
    #[arg(long, default_value = "content", value_name = "DIR")]
    content: PathBuf,
}

pub fn sign(options: &SignOptions, lang: Locale, started: Instant) -> Answer {
    let kept = match &options.secret_key {
        Some(file) => file.clone(),
        None => machine::minisign_folder().map(|it| it.join("minisign.key")).ok_or_else(no_home)?,
    };
    refuse_public(&kept, &[&options.content, &options.path])?;
    if options.generate {
        return generate(options, &kept, lang);
    }
    let is_site = options.path.is_dir();
    let file = if is_site { options.path.join(MANIFEST) } else { options.path.clone() };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut comment = comment_of(&name, None);
    if is_site {
        // Whoever signs vouches for the files, so they must be those that the manifest names.
        let place = Place::Folder(options.path.clone());
        let verdict = verify(&place, &Known::default(), &|_, _| {}).map_err(refusal)?;
        if verdict.differs() || !verdict.is_whole() {
            answer(&told(&place, &verdict, lang, &seconds(started)));
            let said = said!(
                "not signed: build the site again, or move away what is not of it\n",
                "chưa ký: dựng lại trang, hoặc chuyển đi những gì không thuộc trang\n"
            );
            tell(said.get(lang));
            return Ok(HAS_ERRORS);
        }
        comment = comment_of(&name, verdict.content.as_deref());
    }
    let bytes = fs::read(&file).map_err(|fault| unreadable(&file, &fault))?;
    if let Some(text) = &options.comment {
        comment.clone_from(text);
    }
    // A tab stands between the parts that minisign writes, too.
    let visible = comment.replace('\t', " ");
    if visible.contains(char::is_control) || hidden_letter(&visible).is_some() {
        return Err(Refusal::new(
            said!(
                "the comment has signs that nobody sees",
                "lời ghi có ký tự không nhìn thấy được"
            ),
            said!("write it in one line with -t", "viết lời ghi trên một dòng bằng -t"),
        ));
    }
    let secret = open(&kept, lang)?;
    let signature = secret.sign(&bytes, &comment).map_err(refusal)?;
    let target = beside(&file);
    write_one(&target, signature.file().as_bytes())?;
    let public = secret.public().map_err(refusal)?;
    tell(signed(&file, &target, &public, is_site.then_some(&options.path)).get(lang));
    Ok(0)
}

/// What is signed besides the bytes: the file's name, and the hash of the content. Not the time: a clock is easily set.
pub fn comment_of(file: &str, content: Option<&str>) -> String {
    let content = content.map(|content| format!("\tcontent:{content}")).unwrap_or_default();
    format!("file:{file}{content}")
}

/// `manifest.json.minisig`, as minisign names it.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}

fn signed(file: &Path, target: &Path, key: &PublicKey, site: Option<&PathBuf>) -> Said {
    let (file, target, id, key) = (file.display(), target.display(), key.id(), key.base64());
    let check = site.map_or_else(String::new, |site| {
        format!("  congkhai verify {} -P {key}\n", site.display())
    });
    said!(
        "signed {file} with the key {id}: {target}\nanyone can check it:\n  minisign -V -m {file} -P {key}\n{check}",
        "đã ký {file} bằng khóa {id}: {target}\nai cũng kiểm tra được:\n  minisign -V -m {file} -P {key}\n{check}"
    )
}

/// Opens the secret key, with its password where it has one.
pub fn open(file: &Path, lang: Locale) -> Result<SecretKey, Refusal> {
    let text = fs::read_to_string(file).map_err(|fault| {
        let (shown, why) = (file.display(), fault.kind());
        Refusal::new(
            said!(
                "the secret key {shown} cannot be read: {why}",
                "không đọc được khóa bí mật {shown}: {why}"
            ),
            said!(
                "name its file with -s, or make a key pair with `congkhai sign --generate`",
                "nêu tệp khóa bằng -s, hoặc tạo cặp khóa bằng `congkhai sign --generate`"
            ),
        )
    })?;
    let locked = SecretKey::needs_password(&text).map_err(refusal)?;
    let password = locked
        .then(|| {
            password(&said!("Password of the secret key: ", "Mật khẩu của khóa bí mật: "), lang)
        })
        .transpose()?;
    SecretKey::open(&text, password).map_err(refusal)
}

fn generate(options: &SignOptions, kept: &Path, lang: Locale) -> Answer {
    for file in [kept, &options.key_file] {
        if fs::symlink_metadata(file).is_ok() {
            let shown = file.display();
            return Err(Refusal::new(
                said!(
                    "{shown} is there already, and a key is never written over",
                    "đã có {shown}; khóa không bao giờ bị ghi đè"
                ),
                said!("name other files with -s and -p", "nêu tệp khác bằng -s và -p"),
            ));
        }
    }
    let password = if options.no_password { None } else { Some(new_password(lang)?) };
    let (secret, public) = SecretKey::generate(password).map_err(refusal)?;
    write_new(kept, &secret, true)?;
    write_new(&options.key_file, &public.file(), false)?;
    let (kept, shown, key) = (kept.display(), options.key_file.display(), public.base64());
    let said = said!(
        "made the key {}\nsecret, for you alone: {kept} (keep a copy off this machine)\npublic, for everyone: {shown}\n  \
         {key}\nprint the public key where readers trust it already, such as the paper of the decision or the \
         portal of the office\n",
        "đã tạo khóa {}\nbí mật, chỉ mình anh chị giữ: {kept} (cất thêm một bản ngoài máy này)\ncông khai, cho mọi \
         người: {shown}\n  {key}\nin khóa công khai ở nơi người đọc vốn tin cậy, như văn bản giấy hoặc cổng của \
         cơ quan\n",
        public.id()
    );
    tell(said.get(lang));
    Ok(0)
}

/// Writes a file that was not there; a secret one is nobody else's to read.
fn write_new(path: &Path, text: &str, is_secret: bool) -> Result<(), Refusal> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(if is_secret { 0o600 } else { 0o644 });
    }
    #[cfg(not(unix))]
    let _ = is_secret;
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| options.open(path)?.write_all(text.as_bytes()))
        .map_err(|fault| Refusal::unwritable(path, &fault))
}

/// A secret key in a folder that is published, or given to others with the content, is none any more.
pub fn refuse_public(key: &Path, folders: &[&Path]) -> Result<(), Refusal> {
    let real = real_path(key);
    let is_in = |folder: &&Path| real.starts_with(real_path(folder));
    let has = |folder: &Path, name: &str| folder.join(name).is_file();
    let is_published = |folder: &Path| {
        has(folder, "site.yaml") || (has(folder, MANIFEST) && has(folder, "index.html"))
    };
    if folders.iter().any(is_in) || real.ancestors().skip(1).any(is_published) {
        let key = key.display();
        return Err(Refusal::new(
            said!(
                "{key} lies in a folder that others get to see: the public folder, or the content",
                "{key} nằm trong thư mục mà người khác xem được: thư mục public hoặc thư mục nội dung"
            ),
            said!(
                "keep the secret key elsewhere, best on a stick that is not in the machine; if it was there when \
                 the folder was copied, make a new key",
                "cất khóa bí mật ở nơi khác, tốt nhất là USB chỉ cắm khi ký; nếu thư mục đã được chép đi cùng khóa, \
                 hãy tạo khóa mới"
            ),
        ));
    }
    Ok(())
}

fn new_password(lang: Locale) -> Result<String, Refusal> {
    let first = password(&said!("New password: ", "Mật khẩu mới: "), lang)?;
    if first.is_empty() {
        return Err(Refusal::new(
            said!("the password is empty", "mật khẩu trống"),
            said!(
                "type one, or make a key without a password with -W",
                "gõ mật khẩu, hoặc tạo khóa không mật khẩu bằng -W"
            ),
        ));
    }
    let again = password(&said!("The same again: ", "Gõ lại lần nữa: "), lang)?;
    // Those who give it by a pipe give it once or twice.
    if again == first || (again.is_empty() && !io::stdin().is_terminal()) {
        return Ok(first);
    }
    Err(Refusal::new(
        said!("the two passwords differ", "hai lần gõ mật khẩu khác nhau"),
        said!("try again", "thử lại"),
    ))
}

/// As minisign reads it: typed at a terminal without being shown, or a line of standard input.
fn password(prompt: &Said, lang: Locale) -> Result<String, Refusal> {
    let read = if io::stdin().is_terminal() {
        rpassword::prompt_password(prompt.get(lang))
    } else {
        line_of_input()
    };
    read.map_err(|fault| {
        let why = fault.kind();
        Refusal::new(
            said!("no password could be read: {why}", "không đọc được mật khẩu: {why}"),
            said!(
                "type it at the terminal, or give it as a line of standard input",
                "gõ tại cửa sổ dòng lệnh, hoặc đưa vào một dòng qua đầu vào chuẩn"
            ),
        )
    })
}

/// A line, and nothing behind it: the next one may be asked for later.
fn line_of_input() -> io::Result<String> {
    let mut line = Vec::new();
    for byte in io::stdin().lock().bytes() {
        match byte? {
            b'\n' => break,
            _ if line.len() >= LONGEST_PASSWORD => return Err(io::ErrorKind::FileTooLarge.into()),
            byte => line.push(byte),
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    String::from_utf8(line).map_err(|_| io::ErrorKind::InvalidData.into())
}

fn unreadable(file: &Path, fault: &io::Error) -> Refusal {
    let (file, why) = (file.display(), fault.kind());
    Refusal::new(
        said!("{file} cannot be read: {why}", "không đọc được {file}: {why}"),
        said!(
            "name the folder of a site that `congkhai build` wrote, or a file",
            "nêu thư mục của trang do `congkhai build` ghi, hoặc một tệp"
        ),
    )
}

fn no_home() -> Refusal {
    Refusal::new(
        said!("this machine names no home folder", "máy này không nêu thư mục cá nhân"),
        said!("name the file of the secret key with -s", "nêu tệp khóa bí mật bằng -s"),
    )
}
