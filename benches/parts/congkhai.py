#!/usr/bin/env python3
"""Writes the neutral data of benches/workload.py as a content folder of congkhai.

    benches/parts/congkhai.py NEUTRAL CONTENT PROGRAM

PROGRAM is a built `congkhai`; with it the received copies are locked and the translations accepted, so that
`congkhai build --content CONTENT` has nothing to say.
"""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from neutral import Folder, Workload, localized, quoted

SAMPLE = {"vi": "Dữ liệu mẫu.", "en": "Sample data."}


def item_id(commitment):
    return f"ii{commitment['area']}-{'ct' if commitment['kind'] == 'target' else 'nv'}{commitment['place']:02}"


def money(millions):
    """As the column "Kinh phí (Triệu đồng)" prints it."""
    return f"{millions:,}"


def deadline(commitment):
    due = commitment["deadline"]
    return f"{{printed: {localized(due['printed'])}, read: before {due['date']}}}"


def facts(commitment):
    """The record of a target or a task. A measured value has the deadline; else the lead has it."""
    lines = [f"  - id: {item_id(commitment)}"]
    measure = commitment.get("measure")
    if measure:
        lines += [
            "    measures:",
            "      - id: m1",
            f"        what: {localized(measure['what'])}",
            "        comparator: at-least",
            f"        value: \"{measure['value']}\"",
            "        unit: percent",
            f"        population: {localized(measure['population'])}",
            f"        scope: {localized(measure['scope'])}",
            f"        printed: {quoted(measure['printed'])}",
            f"        deadline: {deadline(commitment)}",
        ]
    elif commitment["kind"] == "target":
        lines += ["    lacks: [number, unit]", f"    lacks_note: {localized(SAMPLE)}"]
    lines += ["    leads:", f"      - agency: {commitment['lead']}"]
    if not measure:
        lines.append(f"        deadline: {deadline(commitment)}")
    if commitment["others"]:
        lines.append("    partners:")
        lines += [f"      - agency: {other}" for other in commitment["others"]]
    if "millions" in commitment:
        millions = commitment["millions"]
        lines.append(f"    budget: {{kind: amount, printed: \"{money(millions)}\", vnd: {millions}000000}}")
    return "\n".join(lines) + "\n"


def outcome(commitment, result, names):
    lines = [
        f"  - id: {result['id']}",
        "    grade: stated",
        f"    dated: {result['dated']}",
        f"    period: {{from: {result['period']['from']}, to: {result['period']['to']}}}",
        f"    body: {localized(names[result['agency']])}",
        f"    agency: {result['agency']}",
        f"    words: {localized(result['words'])}",
        f"    quote: {{text: {quoted(result['quote'])}, lang: vi}}",
    ]
    if "value" in result:
        lines += [
            "    figures:",
            f"      - {{what: {localized(commitment['measure']['what'])}, value: \"{result['value']}\", unit: percent}}",
        ]
    lines += ["    about:", f"      - item: {item_id(commitment)}"]
    if "value" in result:
        lines += ["        measure: m1", "        bearing: not-comparable"]
    elif commitment["kind"] == "task":
        lines += ["        bearing: comparable", f"        says: {result['says']}"]
    else:
        lines += ["        bearing: comparable"]
    lines.append(f"        because: {localized(result['because'])}")
    return "\n".join(lines) + "\n"


def source(record):
    return f"""source:
  kind: {record['kind']}
  title: {{text: {quoted(record['title'])}, lang: vi}}
  publisher: {localized(record['publisher'])}
  url: {record['url']}
  published: {record['published']}
  read: {quoted(str(record['read']))}
outcomes:
"""


class PlanFiles:
    """What is collected of a plan until all its areas are known."""

    def __init__(self, plan):
        self.plan = plan
        self.counts = {"target": 0, "task": 0}
        self.received = ["**I. Mục tiêu**", "", "- Dữ liệu mẫu.", "", "## II. Nhiệm vụ", ""]

    def area(self, folder, area, commitments, names):
        place = f"plans/{self.plan['slug']}/areas/{area['number']}-mau"
        texts = {locale: [f"# {area['number']}. {area['name'][locale]}"] for locale in ("vi", "en")}
        records = {"target": [], "task": []}
        outcomes = {}
        self.received += [f"### {area['number']}. {area['name']['vi']}", ""]
        for commitment in commitments:
            for locale, text in texts.items():
                text += [f"### {commitment['title'][locale]} {{#{item_id(commitment)}}}", commitment["text"][locale]]
            # The copy that was received has no marks of emphasis; they are form, not words.
            self.received += [commitment["text"]["vi"].replace("*", ""), ""]
            records[commitment["kind"]].append(facts(commitment))
            self.counts[commitment["kind"]] += 1
            for result in commitment["results"]:
                outcomes.setdefault(result["source"], []).append(outcome(commitment, result, names))
        for locale, text in texts.items():
            folder.write(f"{place}/area.{locale}.md", "\n\n".join(text) + "\n")
        lists = [f"{key}:\n{''.join(records[kind])}" for key, kind in (("targets", "target"), ("tasks", "task")) if records[kind]]
        folder.write(f"{place}/area.yaml", f"number: \"{area['number']}\"\nname: {localized(area['name'])}\n{''.join(lists)}")
        for number, made in sorted(outcomes.items()):
            record = area["sources"][number]
            name = f"plans/{self.plan['slug']}/outcomes/{record['published']}-{area['number']}-{number + 1:02}.yaml"
            folder.write(name, source(record) + "".join(made))

    def close(self, folder):
        plan, place = self.plan, f"plans/{self.plan['slug']}"
        year = plan["year"]
        folder.write(f"{place}/plan.yaml", f"""slug: {plan['slug']}
instrument:
  kind: {{vi: Quyết định, en: Decision}}
  number: {plan['number']}
  date: {plan['date']}
  title: {localized(plan['title'])}
  issuer: {plan['issuer']}
  signer: {localized(plan['signer'])}
period: {{from: {year}-01-01, to: {year}-12-31, label: {{vi: Năm {year}, en: "{year}"}}}}
counts: {{aims: 1, targets: {self.counts['target']}, tasks: {self.counts['task']}, activities: 0, duties: 0}}
""")
        folder.write(f"{place}/decision.yaml", "aims:\n  - id: i1-1\n")
        decision = "# I. {}\n\n### {} {{#i1-1}}\n\n{}\n\n# II. {} {{#areas}}\n"
        folder.write(f"{place}/decision.vi.md", decision.format("Mục tiêu", "Dữ liệu mẫu", "Dữ liệu mẫu.", "Nhiệm vụ"))
        folder.write(f"{place}/decision.en.md", decision.format("Aims", "Sample data", "Sample data.", "Tasks"))
        folder.write(f"{place}/source/received.txt", "\n".join(self.received) + "\n")
        folder.write(f"{place}/source/not-items.yaml", "[]\n")
        folder.write(f"{place}/source/repairs.yaml", "[]\n")
        folder.write(f"{place}/translations.lock", "")


def write_site(folder, agencies):
    folder.write("site.yaml", f"""# SAMPLE DATA, made by benches/workload.py.
title: {localized(SAMPLE)}
publisher: {localized(SAMPLE)}
contact:
  email: gop-y@nguon-mau.invalid
  words: {localized(SAMPLE)}
notice: {localized(SAMPLE)}
licence: {{id: CC-BY-4.0, name: {{vi: Ghi công 4.0, en: Attribution 4.0}}, url: https://creativecommons.org/licenses/by/4.0/}}
base_url: https://congkhai-mau.invalid/
# No other generator draws a picture for each page.
share_pictures: false
as_of: 2025-12-31
""")
    folder.write("agencies.yaml", "".join(
        f"- id: {agency['id']}\n  kind: {agency['kind']}\n  names: [{{name: {localized(agency['name'])}}}]\n" for agency in agencies
    ))
    folder.write("glossary.yaml", "[]\n")
    folder.write("corrections.yaml", "[]\n")
    folder.write("pages/about.vi.md", "# Dữ liệu mẫu\n\nTrang này chỉ để đo tốc độ.\n")
    folder.write("pages/about.en.md", "# Sample data\n\nThis site is there to measure speed only.\n")


def write(neutral, content, program):
    workload, folder = Workload(neutral), Folder(content)
    names = {agency["id"]: agency["name"] for agency in workload.agencies}
    write_site(folder, workload.agencies)
    files = None
    for plan, area, commitments in workload.by_area():
        if files is None or files.plan is not plan:
            if files:
                files.close(folder)
            files = PlanFiles(plan)
        files.area(folder, area, commitments, names)
    files.close(folder)
    for command in (["lock-source"], ["accept-translation", "--all"]):
        subprocess.run([program, *command, "--content", content], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit("usage: congkhai.py NEUTRAL CONTENT PROGRAM")
    write(*sys.argv[1:])
