//! `site.yaml`: who publishes, under which terms, as of which day.

use serde::Deserialize;

use crate::values::{BaseUrl, Date, Text, Translated, WebAddress};

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub title: Translated,
    /// For the head of each page, where room is short.
    #[serde(default)]
    pub short_title: Option<Translated>,
    pub publisher: Translated,
    pub contact: Contact,
    /// Shown on every page: what this edition is and is not.
    pub notice: Translated,
    pub licence: Licence,
    /// Where the site will stand, with a slash at its end; left out while that is not known.
    #[serde(default)]
    pub base_url: Option<BaseUrl>,
    #[serde(default)]
    pub theme: Option<Text>,
    pub as_of: Date,
    /// Whether each item gets a picture for those who share it.
    #[serde(default = "wanted")]
    pub share_pictures: bool,
}

fn wanted() -> bool {
    true
}

/// How a reader reports an error (Law 104/2016/QH13, article 22).
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    #[serde(default)]
    pub email: Option<Text>,
    #[serde(default)]
    pub url: Option<WebAddress>,
    /// What to write, or whom to ask where there is no address yet.
    pub words: Translated,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// SPDX identifier.
    pub id: Text,
    pub name: Translated,
    pub url: WebAddress,
}
