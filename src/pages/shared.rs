//! What many pages show: texts, links, cards, sources, outcomes.

use serde::Serialize;

use crate::values::Locale;

/// Interface words that the views use themselves; the theme's word tables must have them.
pub const WORDS_USED: &[&str] = &[
    "not_found_title",
    "greeting_title",
    "home_title",
    "agencies_title",
    "corrections_title",
    "glossary_title",
    "sitemap_title",
    "search_title",
    "decision_title",
    "side_by_side_title",
    "side_by_side_short",
    "results_title",
    "silence_title",
    "deadlines_title",
    "coverage_title",
    "conflicts_title",
    "commitments_title",
    "list_lead",
    "report_subject",
    "report_body",
    "reported_summary",
    "agency_summary",
    "agency_without_part",
    "bearing_short_comparable",
    "bearing_short_not_comparable",
    "bearing_short_context",
    "kind_aim_meaning",
    "kind_target_meaning",
    "kind_task_meaning",
    "kind_activity_meaning",
    "kind_duty_meaning",
    "part_opening",
    "part_area",
    "part_text",
    "part_closing",
    "part_annex",
    "lines",
    "found_result",
    "found_results",
    "found_area",
    "found_areas",
    "found_agency",
    "found_agencies",
    "found_act",
    "found_acts",
    "found_term",
    "found_terms",
    "found_passage",
    "found_passages",
    "found_page",
    "found_pages",
    "bound_more_than",
    "bound_nearly",
    "kind_aim",
    "kind_target",
    "kind_task",
    "kind_activity",
    "kind_duty",
    "kind_aims",
    "kind_targets",
    "kind_tasks",
    "kind_activities",
    "kind_duties",
    "role_lead",
    "role_partner",
    "role_holder",
    "comparator_at_least",
    "comparator_at_most",
    "comparator_exactly",
    "comparator_unstated",
    "lack_number",
    "lack_unit",
    "lack_population",
    "lack_date",
    "bearing_comparable",
    "bearing_not_comparable",
    "bearing_context",
    "says_done",
    "says_partly_done",
    "says_under_way",
    "says_not_started",
    "says_not_done",
    "range",
    "promise_by",
    "budget_annual_estimate",
    "budget_empty",
    "source_official_report",
    "source_legal_document",
    "source_dataset",
    "source_independent_check",
    "source_press",
    "repair_joined",
    "repair_joined_row",
    "repair_shifted_row",
    "repair_slip",
    "month_named",
    "as_of",
    "deadline_is",
    "commitments_in_the_plan",
    "commitments_with_report",
    "commitments_without_report",
    "no_deadline",
    "releases_title",
    "release_title",
    "changes_title",
    "cite_release",
    "cite_note",
    "cite_whole_release",
    "moved_title",
    "feed_releases",
    "release_published",
    "new_results",
    "withdrawn_results",
    "changed_standings",
    "new_amendments",
    "new_items",
    "source",
    "about_these_items",
    "related_only",
    "read_as",
    "follow_title",
    "feed_everything",
    "feed_about",
    "feed_corrections",
    "feed_correction",
    "was",
    "is_now",
    "reason",
    "calendar_about",
    "calendar_what",
    "calendar_due",
    "data_title",
    "data_file_workbook",
    "data_file_json",
    "data_file_package",
    "data_file_catalogue",
    "data_file_schema",
    "data_file_item",
    "data_file_received",
    "data_type_text",
    "data_type_id",
    "data_type_word",
    "data_type_day",
    "data_type_partial_date",
    "data_type_number",
    "data_type_integer",
    "data_type_boolean",
    "data_type_web_address",
    "code_precision_day",
    "code_precision_month",
    "code_precision_quarter",
    "code_precision_year",
    "code_precision_each_body",
    "code_comparator_at_least",
    "code_comparator_at_most",
    "code_comparator_exactly",
    "code_comparator_unstated",
    "code_budget_amount",
    "code_budget_annual_estimate",
    "code_budget_empty",
    "code_unit_percent",
    "code_unit_count",
    "code_bound_exactly",
    "code_bound_more_than",
    "code_bound_nearly",
    "code_grade_stated",
    "code_grade_incomplete",
    "code_verdict_met",
    "code_verdict_partly_met",
    "code_verdict_not_met",
    "code_agency_committee",
    "code_agency_council",
    "code_agency_office",
    "code_agency_department",
    "code_agency_division",
    "code_agency_board",
    "code_agency_centre",
    "code_agency_media",
    "code_agency_ministry",
    "code_agency_government",
    "code_agency_party",
    "code_agency_assembly",
    "code_agency_group",
    "data_rows",
    "data_cite",
    "bundle_open",
    "bundle_as_of",
    "bundle_newest",
    "bundle_search",
    "bundle_outside",
];

/// A text, and its language where that is not the page's.
#[derive(Debug, Clone, Serialize)]
pub struct TextView {
    pub text: String,
    /// `vi` on an English page for which the English is missing; else empty.
    pub lang: Option<&'static str>,
}

impl TextView {
    #[must_use]
    pub fn new(text: &str, locale: Locale, of_page: Locale) -> Self {
        Self { text: text.to_owned(), lang: (locale != of_page).then(|| locale.code()) }
    }

    /// A word of the interface, which is always in the page's language.
    #[must_use]
    pub fn of_interface(text: &str) -> Self {
        Self { text: text.to_owned(), lang: None }
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    pub href: String,
    pub label: TextView,
}

#[derive(Debug, Clone, Serialize)]
pub struct StandingView {
    /// The word of styles: `no-report`.
    pub name: String,
    pub label: String,
    /// One sentence.
    pub meaning: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct DeadlineView {
    pub printed: TextView,
    pub read: String,
    /// As printed, or that each body has its own.
    pub short: TextView,
    /// What was read is what is printed, word for word.
    pub says_the_same: bool,
    pub last_day: Option<String>,
    pub passed: bool,
    /// The last day in time, as it is shown.
    pub passed_on: Option<String>,
}

/// A body, as printed and as it is now.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyView {
    pub id: String,
    pub href: String,
    /// On the day of the instrument.
    pub name: TextView,
    /// On the cut-off day, where it is called otherwise.
    pub now: Option<TextView>,
    pub ended: Option<String>,
    pub successors: Vec<LinkView>,
    pub no_successor: Option<TextView>,
}

/// An item in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ItemCard {
    pub id: String,
    pub number: String,
    pub kind: &'static str,
    pub kind_label: String,
    pub href: String,
    pub title: TextView,
    pub standing: StandingView,
    pub deadline: Option<DeadlineView>,
    pub leads: Vec<TextView>,
    pub area: Option<LinkView>,
    pub reports: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    pub id: String,
    pub kind: String,
    pub kind_label: String,
    /// The source's own title, and its language.
    pub title: Option<String>,
    pub title_lang: Option<String>,
    /// Ours, where the title is not known.
    pub description: Option<TextView>,
    pub publisher: TextView,
    pub number: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    /// It is known to the day.
    pub published_is_day: bool,
    pub published_note: Option<TextView>,
    pub read: String,
    pub read_note: Option<TextView>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// The definition of what was measured.
    pub what: TextView,
    pub value: String,
    /// The denominator.
    pub of: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct OutcomeView {
    pub id: String,
    pub anchor: String,
    pub date: String,
    pub date_iso: String,
    pub period: Option<String>,
    pub words: TextView,
    pub quote: Option<String>,
    pub quote_lang: Option<String>,
    pub machine_translated: bool,
    pub body: Option<TextView>,
    pub missing: Option<TextView>,
    pub incomplete: bool,
    pub scope: Option<TextView>,
    pub figures: Vec<FigureView>,
    pub source: SourceView,
}
