//! Words that stand alone and read themselves from text.
//!
//! In: a text as an editor wrote it. Out: a value that cannot be wrong in form. Nothing here knows of
//! files, of the plan or of pages.

pub mod limits;

mod reading;

mod fold;
mod ids;
mod locale;
mod localized;
mod said;
mod kebab;
mod letters;
mod language;
mod text;
mod web_address;

mod calendar;
mod deadline;
mod period;

mod money;
mod quantity;
mod share;

mod schema;

pub use calendar::{Date, PartialDate};
pub use deadline::Reading;
pub use fold::{folded, spelled};
pub use ids::{ActId, AgencyId, ItemId, MeasureId, OutcomeId, PlanSlug, ReleaseLabel, TermId};
pub use kebab::kebab;
pub use language::compare;
pub use letters::hidden_letter;
pub use locale::Locale;
pub use localized::{Localized, Translated};
pub use money::Dong;
pub use period::Period;
pub use quantity::{Comparator, Quantity, Unit};
pub use reading::{Unreadable, of_one_line};
pub use said::Said;
pub(crate) use said::said;
pub use share::Share;
pub use text::Text;
pub use web_address::{BaseUrl, WebAddress};
