//! Stage 2: records → the plan, every reference resolved, every standing found.
//!
//! In: `Content` and the as-of day. Out: a read-only `Model` in which nothing has to be looked up by
//! name again, and what is wrong between files.
//!
//! Architecture invariant: outcomes dated after as-of do not enter the model, so no later stage can
//! publish them by mistake.

mod arena;

mod agency;
mod item;
mod outcome;
mod past;
mod plan;
mod standing;

mod alignment;
mod parts;
mod received_words;
mod resolve;
mod script;

pub use agency::{Agency, AgencyIx, Successor};
pub use alignment::{Alignment, Mismatch, UnlistedJoin, UnlistedShift};
pub use arena::Arena;
pub use item::{Item, ItemIx, Kind, Measure, Role, RoleKind, TargetFacts};
pub use outcome::{Outcome, OutcomeIx, Report, Source, SourceIx};
pub use parts::{Part, PartIx, PartKind, Parts};
pub use plan::{Area, AreaIx, Model, PAGES_OF_THE_PROGRAM, Plan, Settings, SiteFacts};
pub use resolve::{Frame, resolve};
pub use script::{Block, Cell, Entry, EntryIx, Passage, leading_number};
pub use standing::{Claim, Inputs, Lateness, Shown as ShownProduct, Standing, standing};
