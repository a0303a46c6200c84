//! Addresses of the site.

use crate::model::Kind;
use crate::values::{BaseUrl, Locale};

/// What a share picture is called, in the folder of its page.
pub const PICTURE_NAME: &str = "share.png";

/// Where a page stands: its folder relative to the site's root, with a slash at its end, or a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Whether it stands inside pages of other sites.
    embedded: bool,
    locale: Option<Locale>,
    /// Without the locale: `3322-2024/ii2-ct08/`; empty for a home page; `404.html`.
    tail: String,
}

impl Address {
    #[must_use]
    pub fn new(locale: Option<Locale>, tail: impl Into<String>) -> Self {
        Self { embedded: false, locale, tail: tail.into() }
    }

    /// `embed/vi/3322-2024/ii2-ct08/`: a page that others show inside theirs.
    #[must_use]
    pub fn embedded(locale: Locale, tail: impl Into<String>) -> Self {
        Self { embedded: true, locale: Some(locale), tail: tail.into() }
    }

    #[must_use]
    pub fn locale(&self) -> Option<Locale> {
        self.locale
    }

    #[must_use]
    pub fn tail(&self) -> &str {
        &self.tail
    }

    /// `vi/3322-2024/ii2-ct08/`: what follows the base URL.
    #[must_use]
    pub fn url(&self) -> String {
        self.written("", false)
    }

    /// The whole address, for those who read it elsewhere.
    #[must_use]
    pub fn absolute(&self, base: &BaseUrl) -> String {
        self.written(base.as_str(), false)
    }

    /// `vi/3322-2024/ii2-ct08/index.html`: the file, and what links name, so that they work from a
    /// folder on a disk too.
    #[must_use]
    pub fn file(&self) -> String {
        self.written("", true)
    }

    /// Behind a front, with the name of the file where it is asked for. Every page has a hundred of them, so
    /// each is written in one go.
    fn written(&self, front: &str, named: bool) -> String {
        let mut text = String::with_capacity(front.len() + self.tail.len() + 24);
        text.push_str(front);
        if self.embedded {
            text.push_str("embed/");
        }
        if let Some(locale) = self.locale {
            text.push_str(locale.code());
            text.push('/');
        }
        text.push_str(&self.tail);
        let is_folder = self.tail.is_empty() || self.tail.ends_with('/');
        if named && is_folder {
            text.push_str("index.html");
        }
        text
    }

    /// `vi/3322-2024/ii2-ct08/index.json`: the data of the page, where it has some of its own.
    #[must_use]
    pub fn data(&self) -> String {
        format!("{}index.json", self.url())
    }

    /// `vi/3322-2024/ii2-ct08/share.png`: the page's share picture, where it has one of its own.
    #[must_use]
    pub fn picture(&self) -> String {
        format!("{}{PICTURE_NAME}", self.url())
    }
}

/// Where the reader is: what links are relative to.
#[derive(Debug, Clone)]
pub struct Here {
    /// `../../../`, or empty at the root.
    pub root: String,
}

impl Here {
    #[must_use]
    pub fn at(address: &Address) -> Self {
        let above = usize::from(address.embedded) + usize::from(address.locale.is_some());
        Self { root: "../".repeat(above + address.tail.matches('/').count()) }
    }

    #[must_use]
    pub fn to(&self, address: &Address) -> String {
        address.written(&self.root, true)
    }

    #[must_use]
    pub fn to_anchor(&self, address: &Address, anchor: &str) -> String {
        format!("{}#{anchor}", self.to(address))
    }
}

/// The pages of a plan besides its first, and the interface words that name them.
pub const PAGES_OF_A_PLAN: [(&str, &str); 9] = [
    ("commitments", "commitments_title"),
    ("with-report", "with_report_title"),
    ("decision", "decision_title"),
    ("decision/side-by-side", "side_by_side_title"),
    ("results", "results_title"),
    ("no-report", "silence_title"),
    ("deadlines", "deadlines_title"),
    ("coverage", "coverage_title"),
    ("conflicts", "conflicts_title"),
];

/// The tails of addresses; the same in both languages.
pub mod tail {
    use crate::content::ReleaseItem;
    use crate::model::{Agency, Area, Item, Plan};
    use crate::values::ReleaseLabel;

    #[must_use]
    pub fn plan(plan: &Plan) -> String {
        format!("{}/", plan.record.slug)
    }

    #[must_use]
    pub fn of_plan(plan: &Plan, page: &str) -> String {
        format!("{}/{page}/", plan.record.slug)
    }

    #[must_use]
    pub fn area(plan: &Plan, area: &Area) -> String {
        format!("{}/areas/{}/", plan.record.slug, area.number.as_str().to_lowercase())
    }

    #[must_use]
    pub fn item(plan: &Plan, item: &Item) -> String {
        format!("{}/{}/", plan.record.slug, item.id)
    }

    #[must_use]
    pub fn agency(agency: &Agency) -> String {
        format!("agencies/{}/", agency.record.id)
    }

    /// The pages of a release.
    #[must_use]
    pub fn release(label: &ReleaseLabel) -> String {
        format!("ky/{label}/")
    }

    #[must_use]
    pub fn changes(label: &ReleaseLabel) -> String {
        format!("ky/{label}/changes/")
    }

    #[must_use]
    pub fn release_item(label: &ReleaseLabel, item: &ReleaseItem) -> String {
        format!("ky/{label}/{}/{}/", item.plan, item.id)
    }

    /// The language-neutral permanent link, from the root.
    #[must_use]
    pub fn id(plan: &Plan, item: &Item) -> String {
        format!("id/{}-{}/", plan.record.slug, item.id)
    }
}

/// Where the releases are listed.
pub const RELEASES: &str = "ky/";

/// A kind's plural, as lists and data files call it.
#[must_use]
pub fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Aim => "aims",
        Kind::Target => "targets",
        Kind::Task => "tasks",
        Kind::Activity => "activities",
        Kind::Duty => "duties",
    }
}
