//! congkhai compiles a government plan, written as Markdown and YAML, into a static bilingual website.
//!
//! The folders are the stages, in order; data never flows back:
//! load ([`content`]) → resolve ([`model`]) → check ([`checks`]) → lay out ([`pages`]) →
//! render and publish ([`output`]).

pub mod values;

pub mod diagnostic;

pub mod content;

pub mod model;

pub mod checks;

pub mod theme;

pub mod pages;
