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
mod markdown;
mod notice;
mod placeholder;
mod received;
mod record;
mod releases;
mod samples;
mod schema;
mod text;
mod translations;
mod yaml;
mod yaml_fault;
mod yaml_words;

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Files, Place};
use crate::values::{Localized, said};

pub use bounds::{Size, counts};
pub use fingerprint::Fingerprint;
use folder::Folder;
pub use folder::{Stamps, Texts};
pub use hand::Hand;
pub use markdown::{INTERNAL, InternalLink, is_safe, options as markdown_options};
pub use notice::Notices;
pub use placeholder::looks_like_a_placeholder;
pub use received::{Received, lock_of as received_lock};
pub(crate) use received::{hex, sha256};
pub use record::*;
pub use releases::{
    PublishedAddresses, ReleaseFile, addresses_digest, names as release_names, release_lock,
};
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

/// One folder of `plans/`.
#[derive(Debug)]
pub struct PlanFolder {
    /// `plans/qd-3322-2024`, relative to the content folder.
    pub folder: String,
    pub plan: Placed<Plan>,
    pub decision: Placed<Decision>,
    pub text: Localized<Option<PlanText>>,
    pub areas: Vec<AreaFolder>,
    pub outcomes: Vec<Placed<OutcomeFile>>,
    pub received: Option<Received>,
    pub repairs: Vec<Placed<Repair>>,
    pub not_items: Vec<Placed<NotItem>>,
    pub lock: TranslationLock,
}

/// One folder of a plan's `areas/`.
#[derive(Debug)]
pub struct AreaFolder {
    /// `2-administrative-procedures`: decides the order and stands in no address.
    pub name: String,
    pub area: Placed<Area>,
    pub text: Localized<Option<PlanText>>,
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
    let mut notices = Notices::default();
    let folder = Folder::open(root, shown_root, false, &mut notices);
    load_all(&folder, notices)
}

/// The content folder but for plans that are known already.
#[derive(Debug)]
pub struct Changed {
    /// Without any plan.
    pub content: Content,
    pub said: Vec<Diagnostic>,
    /// Every plan by its folder, in order; none where it is known.
    pub plans: Vec<(String, Option<ReadPlan>)>,
    /// The files on which every plan depends.
    pub frame: Stamps,
}

/// One folder of `plans/` as it was read.
#[derive(Debug)]
pub struct ReadPlan {
    pub stamps: Stamps,
    /// Missing where its frame could not be read.
    pub folder: Option<PlanFolder>,
    pub texts: Texts,
    pub said: Vec<Diagnostic>,
}

/// Reads the folder but for plans of which `is_known` says so, by their folder and its files. Where the files
/// on which all depend are not those of `frame`, none is known.
#[must_use]
pub fn load_changed(
    root: &Path,
    shown_root: &str,
    frame: &Stamps,
    is_known: &(dyn Fn(&str, &Stamps) -> bool + Sync),
) -> Changed {
    let mut notices = Notices::default();
    let folder = Folder::open(root, shown_root, true, &mut notices);
    if *frame == frame_of(&folder) {
        load_but(&folder, notices, is_known)
    } else {
        load_but(&folder, notices, &|_, _| false)
    }
}

fn frame_of(folder: &Folder) -> Stamps {
    folder.stamps_of(|path| matches!(path, names::SITE | names::AGENCIES))
}

/// The same of files that are on no disk, by their path below the content folder.
#[doc(hidden)]
#[must_use]
pub fn load_given(
    files: BTreeMap<String, Vec<u8>>,
    shown_root: &str,
) -> (Content, Vec<Diagnostic>) {
    load_all(&Folder::given(files, shown_root), Notices::default())
}

fn load_all(folder: &Folder, notices: Notices) -> (Content, Vec<Diagnostic>) {
    let Changed { mut content, mut said, plans, .. } = load_but(folder, notices, &|_, _| false);
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

fn load_but(
    folder: &Folder,
    mut notices: Notices,
    is_known: &(dyn Fn(&str, &Stamps) -> bool + Sync),
) -> Changed {
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
        let stamps = folder.stamps_in(&path);
        let read = (!is_known(&path, &stamps)).then(|| read_plan(folder, &path, stamps));
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
    let others = folder.stamps_of(|path| fingerprint::plan_of(path).is_none());
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
    Changed { content, said: notices.into_inner(), plans, frame: frame_of(folder) }
}

fn read_plan(folder: &Folder, path: &str, stamps: Stamps) -> ReadPlan {
    let mut notices = Notices::default();
    let read = load_plan(folder, path, &mut notices);
    folder.report_strays(&stamps, &mut notices);
    let texts = folder.texts_of(&stamps);
    samples::say(&texts, &mut notices);
    ReadPlan { stamps, folder: read, texts, said: notices.into_inner() }
}

fn load_plan(folder: &Folder, path: &str, notices: &mut Notices) -> Option<PlanFolder> {
    let at = |name: &str| format!("{path}/{name}");
    let plan = yaml::record::<Plan>(folder, &at(names::PLAN), notices);
    let decision = yaml::record::<Decision>(folder, &at(names::DECISION), notices);
    let text = text::in_both(folder, &at("decision"), notices);
    let mut areas = Vec::new();
    for name in folder.folders_in(&at("areas")) {
        let area_path = at(&format!("areas/{name}"));
        let area = yaml::record::<Area>(folder, &format!("{area_path}/area.yaml"), notices);
        let text = text::in_both(folder, &format!("{area_path}/area"), notices);
        if let Some(area) = area {
            areas.push(AreaFolder { name, area, text });
        }
    }
    let outcomes = notices.of_each(folder.files_in(&at("outcomes"), ".yaml"), |name, notices| {
        yaml::record::<OutcomeFile>(folder, &at(&format!("outcomes/{name}")), notices)
    });
    let received = received::read(folder, path, notices);
    let repairs = yaml::list(folder, &at(names::REPAIRS), notices);
    let not_items = yaml::list(folder, &at(names::NOT_ITEMS), notices);
    let lock = translations::read(folder, &at(LOCK_FILE), notices);
    Some(PlanFolder {
        folder: path.to_owned(),
        plan: plan?,
        decision: decision?,
        text,
        areas,
        outcomes,
        received,
        repairs,
        not_items,
        lock,
    })
}
