//! Stage 1: files → records, exactly as written. The only reader of `content/`.
//!
//! In: the content folder. Out: a `Content` whose records are well-formed one by one, and everything
//! that is wrong with single files. What records say of one another is for the next stage.
//!
//! Architecture invariant: nothing outside this folder and `theme/` opens a file for reading.

mod bounds;
mod fingerprint;
mod folder;
mod gaps;
mod hand;
mod listing;
mod markdown;
mod notice;
mod placeholder;
mod plan_folder;
mod received;
mod record;
mod releases;
mod remembered;
mod samples;
mod schema;
mod text;
mod translations;
mod yaml;
mod yaml_fault;
mod yaml_words;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Files, Place};
use crate::values::{Localized, said};

pub use bounds::{Size, counts};
pub use fingerprint::{Fingerprint, plan_of};
use folder::Folder;
pub use folder::Texts;
pub use hand::Hand;
pub use listing::Listing;
pub use markdown::{INTERNAL, InternalLink, is_safe, options as markdown_options};
pub use notice::Notices;
pub use placeholder::looks_like_a_placeholder;
pub use plan_folder::{AreaFolder, PlanFolder, ReadPlan};
pub use received::{Received, lock_of as received_lock};
pub(crate) use received::{hex, sha256};
pub use record::*;
pub use releases::{
    PublishedAddresses, ReleaseFile, addresses_digest, names as release_names, release_lock,
};
pub use remembered::Remembered;
pub use schema::{SCHEMA_FOLDER, SCHEMA_LINE, schema_line, schemas};
pub use text::{Entry, Heading, LONGEST_TITLE, Page, Part, Plain, PlanText};
pub use translations::{LOCK_FILE, TranslationLock, digest, write_lock};

/// The content folder as read.
#[derive(Debug, Default)]
pub struct Content {
    pub files: Files,
    pub site: Option<Placed<Site>>,
    pub agencies: Vec<Placed<Agency>>,
    pub terms: Vec<Placed<Term>>,
    pub corrections: Vec<Placed<Correction>>,
    pub pages: Vec<Localized<Option<Page>>>,
    pub plans: Vec<PlanFolder>,
    /// The releases, the oldest first.
    pub releases: Vec<ReleaseFile>,
    pub published: PublishedAddresses,
    pub redirects: Vec<Placed<Redirect>>,
    /// Only where all of the folder was read.
    pub fingerprint: Fingerprint,
}

/// File names, relative to the content folder or to the plan's folder.
pub mod names {
    pub const SITE: &str = "site.yaml";
    pub const AGENCIES: &str = "agencies.yaml";
    pub const GLOSSARY: &str = "glossary.yaml";
    pub const CORRECTIONS: &str = "corrections.yaml";
    pub const REDIRECTS: &str = "redirects.yaml";
    pub const PLAN: &str = "plan.yaml";
    pub const DECISION: &str = "decision.yaml";
    pub const RECEIVED: &str = "source/received.txt";
    pub const RECEIVED_LOCK: &str = "source/received.lock";
    pub const REPAIRS: &str = "source/repairs.yaml";
    pub const NOT_ITEMS: &str = "source/not-items.yaml";
}

/// Reads the folder. `shown_root` is how diagnostics name it.
#[must_use]
pub fn load(root: &Path, shown_root: &str) -> (Content, Vec<Diagnostic>) {
    load_all(&Folder::of(root, shown_root, Arc::new(Listing::of(root, false))))
}

/// The content folder but for plans that are known already.
#[derive(Debug)]
pub struct Changed {
    /// Without any plan.
    pub content: Content,
    pub said: Vec<Diagnostic>,
    /// Every plan by its folder, in order; none where it is known.
    pub plans: Vec<(String, Option<ReadPlan>)>,
}

/// What is known of a plan from before.
pub trait Before: Sync {
    /// Whether it is known and nothing of it changed.
    fn is_known(&self, plan: &str) -> bool;
    /// What was made of its single files and is so still; none where nobody asked to keep it.
    fn remembered(&self, plan: &str) -> Option<Remembered>;
}

/// Reads the files of the listing but for plans that are known.
#[must_use]
pub fn load_changed(
    root: &Path,
    shown_root: &str,
    listing: Arc<Listing>,
    before: &dyn Before,
) -> Changed {
    load_but(&Folder::of(root, shown_root, listing), before)
}

/// Whether every plan depends on a file.
#[must_use]
pub fn is_of_all(path: &str) -> bool {
    matches!(path, names::SITE | names::AGENCIES)
}

/// Nothing is known from before.
struct Nothing;

impl Before for Nothing {
    fn is_known(&self, _: &str) -> bool {
        false
    }
    fn remembered(&self, _: &str) -> Option<Remembered> {
        None
    }
}

/// The same of files that are on no disk, by their path below the content folder.
#[doc(hidden)]
#[must_use]
pub fn load_given(
    files: BTreeMap<String, Vec<u8>>,
    shown_root: &str,
) -> (Content, Vec<Diagnostic>) {
    load_all(&Folder::given(files, shown_root))
}

fn load_all(folder: &Folder) -> (Content, Vec<Diagnostic>) {
    let Changed { mut content, mut said, plans } = load_but(folder, &Nothing);
    for plan in plans.into_iter().filter_map(|(_, plan)| plan) {
        said.extend(plan.said);
        content.files.texts.extend(plan.texts);
        content.plans.extend(plan.folder);
    }
    content.fingerprint = folder.fingerprint();
    let sizes = content.plans.iter().map(Size::of).sum();
    said.extend(bounds::counts(content.agencies.len(), sizes));
    (content, said)
}

fn load_but(folder: &Folder, before: &dyn Before) -> Changed {
    let mut notices = Notices::default();
    notices.say_all(folder.listing().said().to_vec());
    let site = yaml::record(folder, names::SITE, &mut notices);
    let agencies = yaml::list(folder, names::AGENCIES, &mut notices);
    let terms = yaml::list(folder, names::GLOSSARY, &mut notices);
    let corrections = yaml::list(folder, names::CORRECTIONS, &mut notices);
    let pages = text::pages(folder, &mut notices);
    let published = releases::read_addresses(folder, &mut notices);
    let releases = releases::read(folder, &published, &mut notices);
    let redirects = yaml::list_if_present(folder, names::REDIRECTS, &mut notices);

    let names = folder.folders_in("plans");
    let any = !names.is_empty();
    let of_plan = |name: String, _: &mut Notices| {
        let path = format!("plans/{name}");
        let is_known = before.is_known(&path);
        let read = (!is_known).then(|| ReadPlan::of(folder, &path, before.remembered(&path)));
        Some((path, read))
    };
    let plans = notices.of_each(names, of_plan);
    if !any && !notices.any_error() {
        notices.say(Diagnostic::new(
            Code::FileMissing,
            Place::whole(&"plans".into()),
            said!("there is no plan", "chưa có kế hoạch nào"),
            said!(
                "put a plan into a folder of its own, such as plans/qd-3322-2024/plan.yaml",
                "đặt kế hoạch vào một thư mục riêng, ví dụ plans/qd-3322-2024/plan.yaml"
            ),
        ));
    }
    let others = folder.all_that(|path| plan_of(path).is_none());
    folder.report_strays(&others, &mut notices);
    let texts = folder.texts_of(&others);
    samples::say(&texts, &mut notices);
    let content = Content {
        files: Files { root: folder.shown_root().to_owned(), texts: texts.into_iter().collect() },
        site,
        agencies,
        terms,
        corrections,
        pages,
        plans: Vec::new(),
        releases,
        published,
        redirects,
        fingerprint: Fingerprint::default(),
    };
    Changed { content, said: notices.into_inner(), plans }
}
