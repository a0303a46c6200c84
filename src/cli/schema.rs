//! `schema`: writes the JSON Schemas beside the content, and says which files do not name theirs yet.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the schemas are written into the content folder here"
)]

use std::fs;

use crate::content::{SCHEMA_FOLDER, SCHEMA_LINE, schema_line, schemas};
use crate::output::Refusal;

use super::{Answer, Common, tell};

pub fn write_schemas(common: &Common) -> Answer {
    let checked = crate::check(&common.job()?);
    let folder = common.content.join(SCHEMA_FOLDER);
    let failed = |fault: std::io::Error| {
        Refusal::new(
            format!("{} cannot be written: {}", folder.display(), fault.kind()),
            "check that the disk has room and that you may write there",
        )
    };
    fs::create_dir_all(&folder).map_err(failed)?;
    let schemas = schemas();
    for (name, bytes) in &schemas {
        fs::write(folder.join(format!("{name}.json")), bytes).map_err(failed)?;
    }
    tell(&format!("wrote {} schemas into {}\n", schemas.len(), folder.display()));
    for (path, text) in &checked.files.texts {
        if let Some(line) = schema_line(path).filter(|_| !text.contains(SCHEMA_LINE)) {
            let shown = common.content.join(path.as_ref());
            tell(&format!("note: {} may begin with this line:\n{line}\n", shown.display()));
        }
    }
    Ok(0)
}
