//! Every kind of diagnostic, with the paragraph that `congkhai explain CODE` prints.

use std::str::FromStr;

use serde::{Serialize, Serializer};

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; `--strict` makes it an error.
    Warning,
    /// Worth knowing; never stops a build.
    Note,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $explanation:literal)*) => {
        /// The name of a rule. Names are kept for ever: people look them up.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $explanation] $variant,)* }

        impl Code {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// Why the rule exists and how to satisfy it.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)* }
            }
        }
    };
}

codes! {
    // Reading files
    FileMissing "file-missing" Error "A file or folder that every site or plan must have is not there. docs/content.md lists them."
    FileUnreadable "file-unreadable" Error "The file is there but may not be read, or the disk failed. Nothing is built from a part of the content, because what is left out silently would look as if it had never been promised."
    FileTooLarge "file-too-large" Error "A content file is larger than any text a person writes. The limit protects the machine; split the file, or move data that is no content out of the folder."
    FileNotText "file-not-text" Error "Content files are UTF-8 text. A NUL character or an invalid byte means that the file was damaged or saved in another encoding."
    FileSpecial "file-special" Error "Content is made of plain files and folders. Links could lead outside the folder or in circles, and devices or pipes could stop the build, so none is followed."
    FileStray "file-stray" Warning "A YAML or Markdown file stands where none is expected, so it is not read. Usually its name or its folder is misspelt."
    // YAML
    YamlMalformed "yaml-malformed" Error "The file is not valid YAML. Most often the indentation is off by a space, a tab was used, a quote is not closed, or a text that holds `: ` is not in quotes."
    YamlUnknownKey "yaml-unknown-key" Error "A key is not one of those that this record has. It is refused instead of ignored, because an ignored key is a fact that silently disappears."
    YamlRepeatedKey "yaml-repeated-key" Error "A key stands twice in one record. Only one of the two could be used, and nobody would know which."
    YamlMissingKey "yaml-missing-key" Error "A record lacks a key that it must have."
    YamlWrongType "yaml-wrong-type" Error "A value is of another type than expected: a list where a text belongs, a text where a number belongs."
    YamlReference "yaml-reference" Error "Anchors (&name) and aliases (*name) are not used in content files: they hide what is said where, and can be made to fill the memory."
    YamlTooDeep "yaml-too-deep" Error "The file nests deeper than any record. The limit protects the machine."
    ValueUnreadable "value-unreadable" Error "A text does not read as the value that belongs here: a date that does not exist, a number with a comma, an id with capitals, a word that is not in the closed list."
    // Markdown
    MarkdownHtml "markdown-html" Error "HTML inside Markdown is refused, never passed through: it could break the page, and the reader's safety with it."
    MarkdownLink "markdown-link" Error "A link may begin with http, https, mailto or tel, or name something of the site (`page:`, `item:`, `agency:`)."
    MarkdownImage "markdown-image" Error "Pictures in texts are not supported: a picture needs a licence, a text alternative in both languages and a place in the plan's folder, for which there is no form yet."
    TextOutside "text-outside" Error "In the text of a decision or an area, every paragraph stands under an entry (`### short title {#id}`), so that it can be found, linked and counted."
    HeadingId "heading-id" Error "The heading of an entry needs an id in braces at its end: `### short title {#ii2-ct08}`."
    HeadingLevel "heading-level" Error "Texts of the plan have headings of the levels 1 and 2 (the document's own) and 3 (an entry, with our short title); pages begin with one heading of level 1."
    TitleTooLong "title-too-long" Error "Short titles have at most 80 characters, so that lists and small screens can show them whole."
    EntryEmpty "entry-empty" Error "An entry without words says nothing. Write the words of the document under its heading, or take the heading out."
    // References
    IdRepeated "id-repeated" Error "An id names one thing for ever. Two things with one id would share an address."
    IdUnknown "id-unknown" Error "Something refers to an id that does not exist. Most often it is misspelt."
    TextMissing "text-missing" Error "An item has facts in a YAML file but no words in the text. Nothing is shown without the words of the document."
    FactsMissing "facts-missing" Error "An entry of the text is neither an item with facts in a YAML file nor listed in source/not-items.yaml with the reason why it is no item."
    // Languages
    LocalesDiffer "locales-differ" Error "The Vietnamese and the English text must hold the same headings and entries in the same order, so that both languages have the same items at the same addresses."
    EnglishMissing "english-missing" Warning "A Vietnamese text has no English. The English page shows the Vietnamese and says so."
    EnglishStale "english-stale" Warning "The Vietnamese text changed after the English was made from it. Review the English, then run `congkhai accept-translation` with the item's id."
    LockUnused "lock-unused" Warning "translations.lock names a text that no longer exists. `congkhai accept-translation` cleans it up."
    // The received document
    SourceChanged "source-changed" Error "The received copy of the decision is kept byte for byte. A line differs from what was received, according to source/received.lock. Restore it; only the issuer may correct a decision."
    CoverageMismatch "coverage-mismatch" Error "Every word of the received copy must stand in the site once, in order, as the words of an item, as a heading, or in an entry listed in source/not-items.yaml; and the site may have no others. Here the two differ."
    CoverageUnlisted "coverage-unlisted" Error "The received copy and the words of the site differ in form at a place that is not in source/repairs.yaml: a sentence cut by a page break was joined, or a cell was moved. Each such repair is published, so it must be listed."
    RepairUnfounded "repair-unfounded" Error "A repair in source/repairs.yaml does not fit the received copy: the line does not hold the words that were found there."
    // Facts
    OutcomeUnsourced "outcome-unsourced" Error "A result without something that a reader can open (a URL or the number of a legal document) and a quote is not published."
    OutcomeOutsidePeriod "outcome-outside-period" Error "A result is dated before the period that it reports on has begun."
    OutcomeAfterAsOf "outcome-after-as-of" Warning "A result is dated after the site's as-of date. It is in no page and no data file. Move `as_of` in site.yaml forward to publish it."
    OutcomeClaim "outcome-claim" Error "A result claims something of an item that this kind of item cannot have, or that its own dates rule out."
    AgencyEnded "agency-ended" Warning "A body leads, shares or reports after its end, and no successor or reason is given. Readers must be told whom to ask now."
    PeriodUpsideDown "period-upside-down" Error "A period ends before it begins."
    DeadlineOutsidePlan "deadline-outside-plan" Warning "A deadline lies outside the plan's period. Most often a year is mistyped."
    DeadlineMisread "deadline-misread" Error "What was read from a printed deadline is not what the wording says."
    MoneyMisread "money-misread" Error "What was read from a printed amount is not what the wording says (the column is in million đồng, the comma separates thousands)."
    MeasureUnfounded "measure-unfounded" Error "The wording or the number of a measure does not stand in the words of its target."
    MeasuresUnlinked "measures-unlinked" Error "Two measures that promise different values of the same thing must name one another, so that readers see both. The site does not choose."
    LacksContradicted "lacks-contradicted" Error "A target has measures, or says what it lacks to be measurable: one of the two, never both or neither."
    Placeholder "placeholder" Error "A text that was meant to be replaced is still there: an example address, TODO, or the like."
    CountsDiffer "counts-differ" Error "The numbers of aims, targets, tasks, activities and duties are stated in plan.yaml and must come out. A difference means that something was lost or counted twice."
    LinkDead "link-dead" Error "A link inside the site leads nowhere: the page or the place on the page does not exist."
    AddressClash "address-clash" Error "Two pages would have the same address."
    // Permanence
    ReleaseDamaged "release-damaged" Error "A release is the record of what was published on a day, and people cite it by its hash. A file in releases/ differs from what releases.lock and the release after it say, or is missing there. Restore the folder as it was published."
    PastChanged "past-changed" Error "A fact that a release has published says something else now. What was published may be corrected, never quietly changed: add an entry to corrections.yaml that names the item or the outcome, with the old and the new value and the reason; or restore the fact. Short titles, English translations and notes on sources may be improved without one."
    AddressLost "address-lost" Error "A page or file that was published has no place in the site any more. People have linked to it. Bring it back, or say in redirects.yaml what became of it: from, to, and the reason for its readers."
    RedirectUseless "redirect-useless" Error "An entry of redirects.yaml leads nowhere, or stands for a page that exists."
    // The site and the theme
    ThemeFault "theme-fault" Error "A template, a word table or the theme's description cannot be used."
    WordsDiffer "words-differ" Error "The interface words of both languages must have the same keys and the same {placeholders}."
    // Forms and annexes that come back
    WorkbookForeign "workbook-foreign" Error "The file is no workbook that this program made or can read, or it belongs to another plan or body. Export the form again with `congkhai form`, and send .xlsx files only."
    FormLocked "form-locked" Error "A cell that the program filled in was changed: an id, the decision's words, a heading, a result that is published. Ids and the decision's words are what a form is about, and published results are only added to. The protection of the sheets has no password because it guards against slips, so every locked cell is compared when the form comes back."
    FormValue "form-value" Error "A cell does not hold what it asks for. A date typed as text, a number with an unclear mark or a word outside the list could each be read in two ways, and words such as “đạt”, “có” or “xem mô tả” tell a reader nothing. Nothing is taken from a form until every cell can be read in one way only."
    FormMissing "form-missing" Error "A row that is filled in lacks something without which a result is not published: its source, its day, the source's own words, or the explanation."
    FormClaim "form-claim" Error "What a row claims does not go together, or this kind of commitment cannot have it: a product for a target, a verdict without a final figure, “not done” before the deadline, parts of a whole without their number."
    FormTaken "form-taken" Error "The content has a result on this commitment from this source and body, and it says something else. Published files are only added, never rewritten; a mistake is corrected in public, in corrections.yaml."
}

impl Code {
    /// Whether it can only be judged when every file was read: what an unread file holds would seem to
    /// be missing.
    #[must_use]
    pub fn needs_everything(self) -> bool {
        matches!(
            self,
            Self::FileMissing
                | Self::IdUnknown
                | Self::TextMissing
                | Self::FactsMissing
                | Self::LocalesDiffer
                | Self::EnglishMissing
                | Self::EnglishStale
                | Self::LockUnused
                | Self::CoverageMismatch
                | Self::CoverageUnlisted
                | Self::RepairUnfounded
                | Self::CountsDiffer
                | Self::LinkDead
                | Self::PastChanged
                | Self::AddressLost
                | Self::RedirectUseless
                | Self::AgencyEnded
        )
    }
}

impl FromStr for Code {
    type Err = ();
    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|code| code.name() == name).ok_or(())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
