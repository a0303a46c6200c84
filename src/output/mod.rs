//! Stage 5: views → bytes → the public folder.
//!
//! In: the model and the theme. Out: files, which go to a `Sink` as they are made; clashes and dead links are
//! found before any of them is published.
//!
//! Architecture invariant: only `publish` writes.

mod finish;

mod bundle;
mod compress;
mod data;
mod dead_links;
mod following;
mod hosting;
mod html;
mod machine;
mod permanence;
mod publish;
mod reuse;
mod search;
mod share;
mod sink;
mod site;

pub use bundle::bundle;
pub use compress::Compressed;
pub use finish::{Abbreviations, Shape};
pub use hosting::{Hosted, Server, configuration, is_plain, policy};
pub use html::render;
pub use permanence::{addresses_of, freeze, judge as judge_past};
pub use publish::{
    MANIFEST, Manifest, Program, Published, Refusal, SIGNATURE, STAGING, Staging, Stamp, earlier,
    is_plain as is_plain_path, real_path, write_one,
};
pub use reuse::{Again, Keys, Made, MadeFile, keys};
pub use search::FOLDER as SEARCH_FOLDER;
pub use share::{Earlier, Letters, sheet};
pub use sink::{Dropped, Sink};
pub use site::{Contents, Site, assemble, other_file, search_files, site};
