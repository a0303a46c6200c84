//! Outcomes have a source that can be opened, sound dates, and claim only what their item can have.

use crate::content::{About, Bearing, Foreign, Grade, Outcome, Says};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Item, Kind, Plan};
use crate::values::{Said, said};

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    for source in plan.sources.values() {
        let record = &source.record;
        if record.url.is_none() && record.number.is_none() {
            said.push(Diagnostic::new(
                Code::OutcomeUnsourced,
                source.place.clone(),
                said!(
                    "this source has neither an address nor a number",
                    "nguồn này không có địa chỉ mạng cũng không có số hiệu"
                ),
                said!(
                    "add `url:`, or `number:` for a legal document; a result without a source \
                     is not published",
                    "thêm `url:`, hoặc `number:` đối với văn bản pháp luật; kết quả không có \
                     nguồn thì không được công bố"
                ),
            ));
        }
    }
    for source in plan.sources.values() {
        if source.record.title.is_some() == source.record.description.is_some() {
            said.push(Diagnostic::new(
                Code::OutcomeUnsourced,
                source.place.clone(),
                said!(
                    "a source has either its own title or a description of ours",
                    "một nguồn có tên riêng hoặc có mô tả của ban biên tập, chỉ một trong hai"
                ),
                said!(
                    "write `title:` as the source has it, or, where it is not known, \
                     `description:` in both languages",
                    "ghi `title:` đúng như nguồn, hoặc nếu không rõ tên thì ghi \
                     `description:` bằng cả hai ngôn ngữ"
                ),
            ));
        }
    }
    for source in plan.sources.values() {
        let title = source.record.title.as_ref();
        said.extend(title.and_then(|title| no_language(title, &source.place.below("title"))));
    }
    for outcome in plan.outcomes.values() {
        of_outcome(&outcome.record, &outcome.place, said);
        let quote = outcome.record.quote.as_ref();
        said.extend(quote.and_then(|quote| no_language(quote, &outcome.place.below("quote"))));
    }
    for item in plan.items.values() {
        for report in &item.reports {
            let dated = plan.outcomes.get(report.outcome).record.dated.first_day();
            if let Some((key, message, help)) = fault(item, &report.about, dated) {
                let place: Place = report.place.below(key);
                said.push(Diagnostic::new(Code::OutcomeClaim, place, message, help));
            }
        }
    }
}

/// The language of a foreign text goes into the page as it stands, so it has to be one (BCP 47).
fn no_language(text: &Foreign, place: &Place) -> Option<Diagnostic> {
    let tag = text.lang.as_str();
    let mut parts = tag.split('-');
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_first = |part: &str| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    if parts.next().is_some_and(is_first) && parts.all(is_part) {
        return None;
    }
    Some(Diagnostic::new(
        Code::ValueUnreadable,
        place.below("lang"),
        said!("“{tag}” is no language", "“{tag}” không phải là mã ngôn ngữ"),
        said!(
            "write the language in which the text is, such as vi, en or zh-Hant",
            "ghi mã ngôn ngữ của văn bản, ví dụ vi, en hoặc zh-Hant"
        ),
    ))
}

fn of_outcome(outcome: &Outcome, place: &Place, said: &mut Vec<Diagnostic>) {
    if let Some(period) = &outcome.period
        && outcome.dated.last_day() < period.from
    {
        said.push(Diagnostic::new(
            Code::OutcomeOutsidePeriod,
            place.below("dated"),
            said!(
                "this is dated {}, before its period began on {}",
                "kết quả này ghi ngày {}, trước khi kỳ báo cáo bắt đầu ({})",
                outcome.dated,
                period.from
            ),
            said!("correct the date or the period", "sửa ngày hoặc kỳ"),
        ));
    }
    if outcome.grade == Grade::Incomplete && outcome.missing.is_none() {
        said.push(Diagnostic::new(
            Code::OutcomeUnsourced,
            place.below("grade"),
            said!(
                "an incomplete result must say what its source leaves out",
                "kết quả chưa đầy đủ phải nêu nguồn còn thiếu gì"
            ),
            said!(
                "add `missing:` in both languages, for example that the period is not stated",
                "thêm `missing:` bằng cả hai ngôn ngữ, ví dụ nguồn không nêu kỳ báo cáo"
            ),
        ));
    }
    if outcome.grade == Grade::Stated && outcome.quote.is_none() && outcome.missing.is_none() {
        said.push(Diagnostic::new(
            Code::OutcomeUnsourced,
            place.clone(),
            said!(
                "this result has no quote and does not say why",
                "kết quả này không có trích dẫn và không nêu lý do"
            ),
            said!(
                "add `quote:` with the source's own words, or `missing:` that says why there is \
                 none",
                "thêm `quote:` với nguyên văn của nguồn, hoặc `missing:` nêu lý do không có"
            ),
        ));
    }
    if outcome.about.is_empty() {
        said.push(Diagnostic::new(
            Code::OutcomeClaim,
            place.below("about"),
            said!("this result is about no item", "kết quả này không nói về cam kết nào"),
            said!("name at least one item under `about:`", "nêu ít nhất một cam kết dưới `about:`"),
        ));
    }
}

type Fault = (&'static str, Said, Said);

/// What is wrong with a claim about an item, if anything.
fn fault(item: &Item, about: &About, dated: crate::values::Date) -> Option<Fault> {
    let dated_work = match item.kind {
        Kind::Activity => true,
        Kind::Duty => item.deadline.is_some(),
        Kind::Aim | Kind::Target | Kind::Task => false,
    };
    if about.product.is_some() && !dated_work {
        return Some((
            "product",
            said!(
                "`{}` names no product, so none can be shown",
                "`{}` không nêu sản phẩm nên không thể dẫn sản phẩm",
                item.id
            ),
            said!(
                "take `product:` out, or name the activity whose product it is",
                "bỏ `product:`, hoặc nêu hoạt động có sản phẩm đó"
            ),
        ));
    }
    if about.says.is_some() && matches!(item.kind, Kind::Aim | Kind::Target) {
        return Some((
            "says",
            said!(
                "`{}` is no work that could be done or under way",
                "`{}` không phải là công việc có thể hoàn thành hay đang thực hiện",
                item.id
            ),
            said!(
                "take `says:` out; a target is judged by figures",
                "bỏ `says:`; chỉ tiêu được đánh giá bằng số liệu"
            ),
        ));
    }
    if about.says == Some(Says::NotDone) {
        let last = item.reading().and_then(crate::values::Reading::last_day);
        if last.is_none_or(|last| dated <= last) {
            return Some((
                "says",
                said!(
                    "“not done” says something only after the deadline has passed",
                    "“chưa thực hiện” chỉ có ý nghĩa sau khi đã qua thời hạn"
                ),
                said!(
                    "write under-way or not-started, whichever the source says",
                    "ghi under-way (đang thực hiện) hoặc not-started (chưa bắt đầu), tùy theo \
                     nguồn nêu"
                ),
            ));
        }
    }
    if (about.says == Some(Says::PartlyDone)) != about.parts.is_some() {
        return Some((
            "says",
            said!(
                "`partly-done` and `parts:` belong together",
                "`partly-done` và `parts:` phải đi cùng nhau"
            ),
            said!(
                "write `says: partly-done` and `parts: {{done: 1, of: 3}}`",
                "ghi `says: partly-done` và `parts: {{done: 1, of: 3}}`"
            ),
        ));
    }
    if about.parts.is_some_and(|parts| parts.done == 0 || parts.done >= parts.of) {
        return Some((
            "parts",
            said!("these parts are none or all", "số phần này là không hoặc là tất cả"),
            said!(
                "write not-started or done instead, or correct the numbers",
                "ghi not-started (chưa bắt đầu) hoặc done (đã hoàn thành), hoặc sửa lại số"
            ),
        ));
    }
    if let Some(measure) = &about.measure
        && !item.measures().iter().any(|known| known.id == *measure)
    {
        return Some((
            "measure",
            said!("`{}` has no measure `{measure}`", "`{}` không có thước đo `{measure}`", item.id),
            said!("correct the measure, or leave it out", "sửa thước đo, hoặc bỏ đi"),
        ));
    }
    if about.verdict.is_some()
        && !(about.is_final && about.bearing == Bearing::Comparable && about.measure.is_some())
    {
        return Some((
            "verdict",
            said!(
                "a verdict needs a final, comparable value of one measure",
                "kết luận cần giá trị cuối cùng, so sánh được, của một thước đo"
            ),
            said!(
                "add `final: true`, `bearing: comparable` and `measure:`, or take the verdict out",
                "thêm `final: true`, `bearing: comparable` và `measure:`, hoặc bỏ kết luận"
            ),
        ));
    }
    None
}
