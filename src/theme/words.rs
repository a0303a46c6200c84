//! The interface words of one language.

use std::collections::BTreeMap;

use serde::Serialize;

/// Words by key, with `{name}` where a value is put in.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The word, or the key itself where the table lacks it; `theme::load` has said so by then.
    #[must_use]
    pub fn say<'w>(&'w self, key: &'w str) -> &'w str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// The word with its values put in.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.say(key).to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    /// The word for a number of things: English has a form for one (`KEY_one`), Vietnamese has not.
    #[must_use]
    pub fn count(&self, key: &str, number: usize) -> String {
        let one = format!("{key}_one");
        let key = if number == 1 && self.0.contains_key(&one) { one.as_str() } else { key };
        self.fill(key, &[("n", &number.to_string())])
    }

    /// The words speak of "the decision", because nearly every plan is put into force by one. Where none of
    /// a site's plans is, they speak of the document.
    #[must_use]
    pub fn of_a_document(self) -> Self {
        let pairs = [
            ("Quyết định", "Văn bản"),
            ("quyết định", "văn bản"),
            ("Decision", "Document"),
            ("decision", "document"),
        ];
        let neutral =
            |text: String| pairs.iter().fold(text, |text, (from, to)| text.replace(from, to));
        Self(self.0.into_iter().map(|(key, text)| (key, neutral(text))).collect())
    }

    /// The names in braces of a word, sorted.
    #[must_use]
    pub fn placeholders(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name)
            .collect();
        names.sort_unstable();
        names
    }
}
