//! Data files. What the public reads has types of its own, apart from the model, with a version.

pub mod v1;

use std::collections::BTreeMap;

use crate::model::Model;
use crate::pages::received_file;

/// Every data file: the plan, and each decision as it was received.
pub fn files(model: &Model) -> BTreeMap<String, Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(&v1::of(model)).unwrap_or_default();
    json.push(b'\n');
    let mut files = BTreeMap::from([("data/plan.json".to_owned(), json)]);
    for plan in &model.plans {
        if let Some(received) = &plan.received {
            files.insert(received_file(plan), received.bytes.to_vec());
        }
    }
    files
}
