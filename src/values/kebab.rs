//! The words of closed lists.

/// The word of a closed list as content files write it.
#[must_use]
pub fn kebab(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
