//! A plan of another shape than the first one: six areas with letters, 140 activities numbered through all
//! of them, no column of money, a period of six years, no duties, English for a part only. A sample: nothing
//! of it is real.

use std::fmt::Write as _;

use super::Workshop;

pub const PLAN: &str = "content/plans/mau-2025-2030";
const AREAS: [(&str, &str, &str, usize); 6] = [
    ("A", "Thể chế mẫu", "Sample institutions", 31),
    ("B", "Thủ tục mẫu", "Sample procedures", 30),
    ("C", "Bộ máy mẫu", "Sample structure", 9),
    ("D", "Công vụ mẫu", "Sample civil service", 25),
    ("E", "Tài chính mẫu", "Sample finance", 10),
    ("F", "Chính quyền số mẫu", "Sample digital government", 35),
];
/// The area that nobody has translated yet.
const UNTRANSLATED: &str = "C";

/// A text in both languages, or in Vietnamese alone.
fn both(area: &str, vi: &str, en: &str) -> String {
    if area == UNTRANSLATED {
        format!("{{vi: \"{vi}\"}}")
    } else {
        format!("{{vi: \"{vi}\", en: \"{en}\"}}")
    }
}

pub fn other_shape() -> Workshop {
    let site = Workshop::small();
    std::fs::remove_dir_all(site.path("content/plans")).unwrap();
    site.write("content/pages/about.vi.md", "# Giới thiệu\n\nDữ liệu mẫu, không có thật.\n");
    site.write("content/pages/about.en.md", "# About\n\nSample data, not real.\n");
    // The words of the site may not say "decision" where there is none; neither does the sample.
    let basis = "vi: Quyết định mẫu, en: Sample decision";
    site.edit("content/agencies.yaml", basis, "vi: Nghị quyết mẫu, en: Sample resolution");
    site.edit("content/site.yaml", "2025-12-31", "2027-03-31");
    site.write(&format!("{PLAN}/plan.yaml"), PLAN_YAML);
    site.write(&format!("{PLAN}/decision.yaml"), "aims:\n  - id: mt-1\n  - id: mt-2\nduties: []\n");
    site.write(&format!("{PLAN}/decision.vi.md"), DECISION_VI);
    site.write(&format!("{PLAN}/decision.en.md"), DECISION_EN);
    site.write(
        &format!("{PLAN}/source/not-items.yaml"),
        "- id: title\n  reason: {vi: Tên văn bản, en: The document's title}\n",
    );
    site.write(&format!("{PLAN}/source/repairs.yaml"), "[]\n");
    site.write(&format!("{PLAN}/translations.lock"), "");
    let mut received = RECEIVED.to_owned();
    let mut annex = String::from("PHỤ LỤC\n\n");
    let mut row = 0;
    for (at, (letter, vi, en, rows)) in AREAS.into_iter().enumerate() {
        let lower = letter.to_lowercase();
        let folder = format!("{PLAN}/areas/{}-{lower}", at + 1);
        let _ =
            write!(received, "{letter}. {vi}\n\n{}\n\nRà soát {lower} mẫu.\n\n", target(letter));
        site.write(
            &format!("{folder}/area.vi.md"),
            area_text(letter, vi, &target(letter), "Rà soát"),
        );
        if letter != UNTRANSLATED {
            let words = target_in_english(letter);
            site.write(&format!("{folder}/area.en.md"), area_text(letter, en, &words, "Review of"));
        }
        let _ = writeln!(annex, "{letter}\t{vi}\t\t\t\t");
        let mut yaml = area_yaml(letter, vi, en);
        for _ in 0..rows {
            row += 1;
            activity(letter, row, &mut yaml, &mut annex);
        }
        site.write(&format!("{folder}/area.yaml"), yaml);
    }
    assert_eq!(row, 140);
    site.write(&format!("{PLAN}/source/received.txt"), received + &annex);
    site.write(&format!("{PLAN}/source/received.lock"), "");
    assert_eq!(site.run(&["lock-source"]).code, 0);
    assert_eq!(site.run(&["accept-translation", "--all"]).code, 0);
    site
}

const PLAN_YAML: &str = "\
slug: mau-2025-2030
instrument:
  kind: {vi: Kế hoạch, en: Plan}
  number: 9/KH-MẪU
  date: 2025-02-03
  title: {vi: Kế hoạch mẫu giai đoạn 2025-2030, en: Sample plan for 2025 to 2030}
  issuer: ubnd
  signer: {vi: Người ký mẫu, en: Sample signer}
period: {from: 2025-01-01, to: 2030-12-31, label: {vi: Giai đoạn 2025-2030, en: 2025 to 2030}}
counts: {aims: 2, targets: 6, tasks: 6, activities: 140, duties: 0}
annex_columns: [number, activity, product, lead, partners, deadline]
";

const DECISION_VI: &str = "\
### Tên kế hoạch {#title}

KẾ HOẠCH MẪU

# Phần thứ nhất: Mục tiêu

### Phục vụ tốt hơn {#mt-1}

Phục vụ người dân tốt hơn.

### Minh bạch hơn {#mt-2}

Minh bạch hơn trong hoạt động.

# Phần thứ hai: Nội dung {#areas}

# PHỤ LỤC {#annex}
";

const DECISION_EN: &str = "\
### Title of the plan {#title}

SAMPLE PLAN

# Part one: Aims

### Better service {#mt-1}

Serve people better.

### More openness {#mt-2}

More openness in what is done.

# Part two: Content {#areas}

# ANNEX {#annex}
";

const RECEIVED: &str = "\
KẾ HOẠCH MẪU

Phần thứ nhất: Mục tiêu

- Phục vụ người dân tốt hơn.

- Minh bạch hơn trong hoạt động.

Phần thứ hai: Nội dung

";

fn area_text(letter: &str, name: &str, target: &str, review: &str) -> String {
    let lower = letter.to_lowercase();
    let words = if review == "Rà soát" { "mẫu" } else { "of the sample" };
    format!(
        "# {letter}. {name}\n\n### {name} 1 {{#{lower}-ct01}}\n\n{target}\n\n### {review} {lower} {{#{lower}-nv01}}\n\n{review} {lower} {words}.\n"
    )
}

/// Horizons in A, a range in B, both in F; a plain number elsewhere.
fn target(letter: &str) -> String {
    match letter {
        "A" => "Đến năm 2025 đạt 80% hồ sơ mẫu, đến năm 2030 đạt 100% hồ sơ mẫu.".to_owned(),
        "B" => "Giải quyết trước hạn từ 70 đến 80% hồ sơ mẫu.".to_owned(),
        "F" => "Đến năm 2027 đạt từ 1.500 đến 2.000 dịch vụ mẫu, đến năm 2030 đạt trên 3.000 dịch vụ mẫu.".to_owned(),
        _ => format!("Tối thiểu 95% hồ sơ {letter} đúng hạn."),
    }
}

fn target_in_english(letter: &str) -> String {
    match letter {
        "A" => "By 2025 80%, by 2030 100% of sample files.".to_owned(),
        "B" => "Settle from 70 to 80% of sample files before the deadline.".to_owned(),
        "F" => "By 2027 from 1,500 to 2,000 sample services, by 2030 more than 3,000.".to_owned(),
        _ => format!("At least 95% of files {letter} on time."),
    }
}

fn area_yaml(letter: &str, vi: &str, en: &str) -> String {
    let lower = letter.to_lowercase();
    let name = both(letter, vi, en);
    let measure = |id: &str, value: &str, to: &str, unit: &str, printed: &str, year: &str| {
        let to = if to.is_empty() { String::new() } else { format!("        to: \"{to}\"\n") };
        let deadline = if year.is_empty() {
            String::new()
        } else {
            let printed = both(letter, &format!("đến năm {year}"), &format!("by {year}"));
            format!("        deadline: {{printed: {printed}, read: \"{year}\"}}\n")
        };
        let what = both(
            letter,
            &format!("Hồ sơ, dịch vụ {letter}"),
            &format!("Files and services {letter}"),
        );
        let population = both(letter, "hồ sơ, dịch vụ mẫu", "sample files and services");
        format!(
            "      - id: {id}\n        what: {what}\n        comparator: at-least\n        value: \"{value}\"\n{to}        \
             unit: {unit}\n        population: {population}\n        printed: {printed}\n{deadline}"
        )
    };
    let measures = match letter {
        "A" => {
            measure("m1", "80", "", "percent", "đạt 80%", "2025")
                + &measure("m2", "100", "", "percent", "đạt 100%", "2030")
        }
        "B" => measure("m1", "70", "80", "percent", "từ 70 đến 80%", ""),
        "F" => {
            measure("m1", "1500", "2000", "count", "từ 1.500 đến 2.000 dịch vụ", "2027")
                + &measure("m2", "3000", "", "count", "trên 3.000", "2030")
        }
        _ => measure("m1", "95", "", "percent", "Tối thiểu 95%", ""),
    };
    format!(
        "number: {letter}\nannex: {letter}\nname: {name}\ntargets:\n  - id: {lower}-ct01\n    measures:\n{measures}tasks:\n  - id: {lower}-nv01\n\
         annex_heading: {name}\nobjectives:\n  - tasks:\n      - activities:\n"
    )
}

fn activity(letter: &str, row: usize, yaml: &mut String, annex: &mut String) {
    let words = both(letter, &format!("Việc mẫu số {row}"), &format!("Sample work {row}"));
    let product = both(letter, "Báo cáo mẫu", "Sample report");
    let _ = write!(
        yaml,
        "          - id: pl-{row}\n            number: \"{row}\"\n            title: {words}\n            words: {words}\n            product: {product}\n"
    );
    let (lead, bodies, deadline) = match row % 3 {
        // Two leads, each with its own part and its own day.
        0 => {
            let year = 2025 + row % 6;
            let body = |id: &str, scope: [&str; 2], day: &str, read: &str| {
                format!(
                    "                - agency: {id}\n                  scope: {}\n                  deadline: {{printed: {}, read: {read}}}\n",
                    both(letter, scope[0], scope[1]),
                    both(letter, &format!("trước ngày {day}"), &format!("before {day}")),
                )
            };
            let bodies = body(
                "so-nuoc",
                ["phần xây dựng", "the building part"],
                &format!("30/6/{year}"),
                &format!("before {year}-06-30"),
            ) + &body(
                "ubnd",
                ["phần vận hành", "the operating part"],
                &format!("31/12/{year}"),
                &format!("before {year}-12-31"),
            );
            let printed = format!(
                "Phòng Nước (xây dựng, trước ngày 30/6/{year}); UBND xã (vận hành, trước ngày 31/12/{year})"
            );
            (printed, bodies, ("Theo từng cơ quan".to_owned(), "each-body".to_owned()))
        }
        1 => (
            "UBND xã".to_owned(),
            "                - agency: ubnd\n".to_owned(),
            ("Năm 2028".to_owned(), "\"2028\"".to_owned()),
        ),
        _ => (
            "UBND xã".to_owned(),
            "                - agency: ubnd\n".to_owned(),
            ("Quý III/2026".to_owned(), "2026-Q3".to_owned()),
        ),
    };
    let _ = write!(
        yaml,
        "            lead:\n              printed: {}\n              bodies:\n{bodies}            deadline:\n              printed: {}\n              read: {}\n",
        both(letter, &lead, "Bodies of the sample"),
        both(letter, &deadline.0, "A sample deadline"),
        deadline.1,
    );
    let _ = writeln!(annex, "{row}\tViệc mẫu số {row}\tBáo cáo mẫu\t{lead}\t\t{}", deadline.0);
}
