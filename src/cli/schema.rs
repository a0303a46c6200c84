//! `schema`: writes the JSON Schemas beside the content, and says which files do not name theirs yet.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the schemas are written into the content folder here"
)]

use std::fs;

use crate::content::{SCHEMA_FOLDER, SCHEMA_LINE, schema_line, schemas};
use crate::output::Refusal;
use crate::values::{Locale, said};

use super::{Answer, Common, tell};

pub fn write_schemas(common: &Common, lang: Locale) -> Answer {
    let checked = crate::check(&common.job()?);
    let folder = common.content.join(SCHEMA_FOLDER);
    let failed = |fault: std::io::Error| Refusal::unwritable(&folder, &fault);
    fs::create_dir_all(&folder).map_err(failed)?;
    let schemas = schemas();
    for (name, bytes) in &schemas {
        fs::write(folder.join(format!("{name}.json")), bytes).map_err(failed)?;
    }
    let said = said!(
        "wrote {} schemas into {}\n",
        "đã ghi {} lược đồ vào {}\n",
        schemas.len(),
        folder.display()
    );
    tell(said.get(lang));
    for (path, text) in &checked.files.texts {
        if let Some(line) = schema_line(path).filter(|_| !text.contains(SCHEMA_LINE)) {
            let shown = common.content.join(path.as_ref());
            let said = said!(
                "note: {} may begin with this line:\n{line}\n",
                "ghi chú: {} có thể bắt đầu bằng dòng này:\n{line}\n",
                shown.display()
            );
            tell(said.get(lang));
        }
    }
    Ok(0)
}
