//! One folder of `plans/`: its files → records and texts.

use serde::de::DeserializeOwned;

use super::folder::Folder;
use super::received::{self, Received};
use super::record::{Area, Decision, NotItem, OutcomeFile, Placed, Plan, Repair};
use super::text::{self, PlanText};
use super::translations::{self, LOCK_FILE, TranslationLock};
use super::{Notices, Remembered, Texts, names, samples, yaml};
use crate::diagnostic::Diagnostic;
use crate::values::{Locale, Localized};

/// As it stands in the content.
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

/// The folder as it was read.
#[derive(Debug)]
pub struct ReadPlan {
    /// Missing where its frame could not be read.
    pub folder: Option<PlanFolder>,
    pub texts: Texts,
    pub said: Vec<Diagnostic>,
    /// What was made of its files, where somebody asked to keep it.
    pub remembered: Option<Remembered>,
}

impl ReadPlan {
    pub(super) fn of(folder: &Folder, path: &str, remembered: Option<Remembered>) -> Self {
        let mut notices = Notices::default();
        let reader = Reader { folder, path, remembered: remembered.as_ref() };
        let read = reader.read(&mut notices);
        let files = folder.all_in(path);
        folder.report_strays(&files, &mut notices);
        let texts = folder.texts_of(&files);
        samples::say(&texts, &mut notices);
        Self { folder: read, texts, said: notices.into_inner(), remembered }
    }
}

struct Reader<'f> {
    folder: &'f Folder,
    /// `plans/qd-3322-2024`.
    path: &'f str,
    remembered: Option<&'f Remembered>,
}

impl Reader<'_> {
    fn read(&self, notices: &mut Notices) -> Option<PlanFolder> {
        let plan = self.record::<Plan>(names::PLAN, notices);
        let decision = self.record::<Decision>(names::DECISION, notices);
        let text = self.text("decision", notices);
        let areas = self.folder.folders_in(&self.at("areas"));
        let areas = notices.of_each(areas, |name, notices| {
            let area = self.record::<Area>(&format!("areas/{name}/area.yaml"), notices);
            let text = self.text(&format!("areas/{name}/area"), notices);
            Some(AreaFolder { area: area?, name, text })
        });
        let outcomes = self.folder.files_in(&self.at("outcomes"), ".yaml");
        let outcomes = notices.of_each(outcomes, |name, notices| {
            self.record::<OutcomeFile>(&format!("outcomes/{name}"), notices)
        });
        let received = self.once(&[names::RECEIVED, names::RECEIVED_LOCK], notices, |notices| {
            received::read(self.folder, self.path, notices)
        });
        let repairs = self.list::<Repair>(names::REPAIRS, notices);
        let not_items = self.list::<NotItem>(names::NOT_ITEMS, notices);
        let lock = self.once(&[LOCK_FILE], notices, |notices| {
            translations::read(self.folder, &self.at(LOCK_FILE), notices)
        });
        Some(PlanFolder {
            folder: self.path.to_owned(),
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

    fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.path)
    }

    /// What is made of these files, which may be known from before.
    fn once<T: Clone + Send + Sync + 'static>(
        &self,
        names: &[&str],
        notices: &mut Notices,
        make: impl FnOnce(&mut Notices) -> T,
    ) -> T {
        match self.remembered {
            Some(remembered) => {
                let files = names.iter().map(|name| self.at(name)).collect();
                remembered.or(self.folder, files, notices, make)
            }
            None => make(notices),
        }
    }

    fn record<T: DeserializeOwned + Clone + Send + Sync + 'static>(
        &self,
        name: &str,
        notices: &mut Notices,
    ) -> Option<Placed<T>> {
        self.once(&[name], notices, |notices| yaml::record(self.folder, &self.at(name), notices))
    }

    fn list<T: DeserializeOwned + Clone + Send + Sync + 'static>(
        &self,
        name: &str,
        notices: &mut Notices,
    ) -> Vec<Placed<T>> {
        self.once(&[name], notices, |notices| yaml::list(self.folder, &self.at(name), notices))
    }

    /// `NAME.vi.md` and `NAME.en.md`.
    fn text(&self, name: &str, notices: &mut Notices) -> Localized<Option<PlanText>> {
        let mut read = |locale: Locale| {
            let name = format!("{name}.{}.md", locale.code());
            self.once(&[&name], notices, |notices| {
                text::in_one(self.folder, &self.at(&name), locale, notices)
            })
        };
        Localized { vi: read(Locale::Vi), en: read(Locale::En) }
    }
}
