//! `form`: the workbook on which a body reports.
//! An end of the program: the form is written here.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::form::{Form, ReportPeriod, Told, Unmade, told, workbook};
use crate::model::{Model, Plan, RoleKind, Settings};
use crate::output::Refusal;
use crate::values::{AgencyId, Locale, PlanSlug};

use super::{Answer, HAS_ERRORS, job, option, tell};

#[derive(Debug, Args)]
pub struct FormOptions {
    /// The body that reports: its id in agencies.yaml, such as so-noi-vu
    agency: String,
    /// The period: 2025, 6-thang-2025, 9-thang-2025, quy-3-2025 or thang-7-2025
    #[arg(long, value_name = "LABEL")]
    period: String,
    /// The workbook to write; one that exists is never written over
    #[arg(short, long, value_name = "FILE")]
    out: PathBuf,
    /// A further commitment to ask about, such as a target, for which the decision names no body
    #[arg(long = "item", value_name = "ID")]
    items: Vec<String>,
    /// The plan's part of an address, where the content has several plans
    #[arg(long, value_name = "SLUG")]
    plan: Option<String>,
    /// The content folder
    #[arg(long, default_value = "content", value_name = "DIR")]
    content: PathBuf,
    /// The cut-off day, such as 2025-12-31; instead of the one in site.yaml
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
}

/// A refusal, in both languages.
pub fn refusal(what: Told, values: &[&str]) -> Refusal {
    let (message, help) = told(what, values);
    Refusal::new(message, help)
}

/// What was done, in the language of the person.
pub fn done(what: Told, locale: Locale, values: &[&str]) {
    tell(told(what, values).0.get(locale));
}

pub fn form(options: &FormOptions, locale: Locale) -> Answer {
    let as_of = option("--as-of", options.as_of.as_deref())?;
    let checked = crate::check(&job(&options.content, Settings { as_of, base_url: None })?);
    let Some(model) = checked.model.as_ref().filter(|_| checked.is_sound(false)) else {
        tell(&crate::diagnostic::as_text(&checked.diagnostics, &checked.files, locale, false));
        done(Told::ContentFirst, locale, &[]);
        return Ok(HAS_ERRORS);
    };
    let period: ReportPeriod =
        options.period.parse().map_err(|()| refusal(Told::BadPeriod, &[&options.period]))?;
    let plan = plan(model, options.plan.as_deref())?;
    let form = Form::make(model, plan, &options.agency, period, &options.items)
        .map_err(|why| unmade(model, plan, &why, options, locale))?;
    let bytes = workbook(&form).map_err(|fault| refusal(Told::Unmade, &[fault.as_str()]))?;
    write_new(&options.out, &bytes)?;
    let rows = form.rows.iter().filter(|row| row.published.is_none()).count();
    done(Told::Made, locale, &[&options.out.display().to_string(), &rows.to_string()]);
    Ok(0)
}

fn plan<'m>(model: &'m Model, slug: Option<&str>) -> Result<&'m Plan, Refusal> {
    let slugs: Vec<&str> =
        model.plans.iter().map(|plan| PlanSlug::as_str(&plan.record.slug)).collect();
    let all = slugs.join(", ");
    match (slug, model.plans.as_slice()) {
        (None, [plan]) => Ok(plan),
        (None, _) => Err(refusal(Told::WhichPlan, &[&all])),
        (Some(slug), plans) => plans
            .iter()
            .map(|plan| &**plan)
            .find(|plan| PlanSlug::as_str(&plan.record.slug) == slug)
            .ok_or_else(|| refusal(Told::UnknownPlan, &[slug, &all])),
    }
}

fn unmade(
    model: &Model,
    plan: &Plan,
    why: &Unmade,
    options: &FormOptions,
    locale: Locale,
) -> Refusal {
    let days = plan.record.period.days().shown(locale);
    match why {
        Unmade::UnknownAgency => {
            refusal(Told::UnknownAgency, &[&options.agency, &reporters(model, plan)])
        }
        Unmade::NothingAssigned => {
            refusal(Told::NothingAssigned, &[&options.agency, &reporters(model, plan)])
        }
        Unmade::UnknownItem(id) => refusal(Told::UnknownItem, &[id]),
        Unmade::Aim(id) => refusal(Told::Aim, &[id]),
        Unmade::OutsidePlan => refusal(Told::OutsidePlan, &[&options.period, days.as_str()]),
    }
}

/// The bodies to which the plan assigns something.
fn reporters(model: &Model, plan: &Plan) -> String {
    let mut ids: Vec<&str> = plan
        .items
        .values()
        .flat_map(|item| &item.roles)
        .filter(|role| role.kind != RoleKind::Partner)
        .map(|role| AgencyId::as_str(&model.agencies.get(role.agency).record.id))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids.join(", ")
}

/// Writes a file that must not exist yet. What could be written of it is taken away again if the rest could
/// not.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == ErrorKind::AlreadyExists => {
            return Err(refusal(Told::Exists, &[&path.display().to_string()]));
        }
        Err(fault) => return Err(Refusal::unwritable(path, &fault)),
    };
    if let Err(fault) = file.write_all(bytes).and_then(|()| file.sync_all()) {
        let _ = std::fs::remove_file(path);
        return Err(Refusal::unwritable(path, &fault));
    }
    Ok(())
}
