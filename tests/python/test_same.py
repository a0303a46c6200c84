"""CSV, the variant for Excel and JSON say the same, cell by cell. The workbook is compared in test_workbook."""

import unittest

import built
from built import DATA, TABLES, counts, day, read_json, rows

PLAN = read_json("data/plan.json")
AS_OF = PLAN["as_of"]
AGENCIES = {agency["id"]: agency for agency in PLAN["agencies"]}


def both(name, text):
    text = text or {}
    return {f"{name}_vi": text.get("vi"), f"{name}_en": text.get("en")}


def deadline(read):
    read = read or {}
    return both("deadline_printed", read.get("printed")) | {
        f"deadline_{name}": read.get(name) for name in ("read", "precision", "first_day", "last_day")
    }


def quote(name, text):
    text = text or {}
    return {name: text.get("text"), f"{name}_lang": text.get("lang"), f"{name}_machine_translated": text.get("machine_translated")}


def partial(name, date):
    return {name: date, f"{name}_first_day": day(date, 0), f"{name}_last_day": day(date, 1)}


def some(record, *names):
    return {name: record[name] for name in names}


def items():
    for item in PLAN["items"]:
        budget = item["budget"] or {}
        row = some(item, "plan", "id", "kind", "number", "area", "standing", "permanent_url")
        for name in ("title", "words", "product", "objective", "task", "leads_printed", "partners_printed", "lacks_note"):
            row |= both(name, item[name])
        row |= deadline(item["deadline"]) | {f"budget_{name}": budget.get(name) for name in ("kind", "printed", "vnd")}
        yield row | both("url", item["url"])


def of_items(list_name, make):
    for item in PLAN["items"]:
        for position, thing in enumerate(item[list_name], 1):
            yield {"plan": item["plan"], "item": item["id"]} | make(position, thing)


def measure(_, it):
    row = some(it, "id", "comparator", "value", "to", "unit", "printed") | deadline(it["deadline"])
    return row | both("what", it["what"]) | both("population", it["population"]) | both("scope", it["scope"])


def roles():
    for item in PLAN["items"]:
        for role in built.roles(item):
            row = {"plan": item["plan"], "item": item["id"]} | some(role, "agency", "role")
            yield row | both("scope", role["scope"]) | deadline(role["deadline"])


def standings():
    for item in PLAN["items"]:
        last = (item["deadline"] or {}).get("last_day")
        reports = [report for report in item["outcomes"] if counts(report)]
        yield some(item, "plan", "kind", "standing") | {
            "item": item["id"], "as_of": AS_OF, "reports": len(reports),
            "related_facts": len(item["outcomes"]) - len(reports),
            "deadline_last_day": last, "deadline_passed": last < AS_OF if last else None,
        }


def report(position, it):
    parts, product = it["parts"] or {}, it["product"] or {}
    row = some(it, "measure", "bearing", "says", "final", "verdict") | both("because", it["because"])
    row |= {"position": position, "outcome": it["id"], "counts": counts(it)}
    row |= {"parts_done": parts.get("done"), "parts_of": parts.get("of"), "product": product.get("text")}
    return row | partial("product_date", product.get("date"))


def outcomes():
    for it in PLAN["outcomes"]:
        period = it["period"] or {}
        row = some(it, "id", "source", "grade", "agency") | partial("dated", it["dated"]) | quote("quote", it["quote"])
        row |= {"period_from": period.get("from"), "period_to": period.get("to")}
        for name in ("words", "body", "missing", "scope"):
            row |= both(name, it[name])
        yield row


def figures():
    for outcome in PLAN["outcomes"]:
        for position, it in enumerate(outcome["figures"], 1):
            row = some(it, "value", "unit", "bound", "of") | both("what", it["what"])
            yield row | {"outcome": outcome["id"], "position": position}


def sources():
    for it in PLAN["sources"]:
        row = some(it, "id", "kind", "number", "url") | quote("title", it["title"])
        for name in ("description", "publisher", "published_note", "read_note"):
            row |= both(name, it[name])
        yield row | partial("published", it["published"]) | partial("read", it["read"])


def agencies():
    for it in AGENCIES.values():
        end = it["end"] or {}
        current = next((name for name in it["names"] if not name["until"] or day(name["until"], 1) >= AS_OF), it["names"][-1])
        row = some(it, "id", "kind", "abbreviation") | both("name", current["name"]) | partial("end", end.get("date"))
        yield row | both("end_basis", end.get("basis")) | both("no_successor", it["no_successor"]) | both("note", it["note"])


def of_agencies(list_name, make):
    for agency in AGENCIES.values():
        for position, thing in enumerate(agency[list_name], 1):
            yield make(agency["id"], position, thing)


def plans():
    for it in PLAN["plans"]:
        row = some(it, "slug", "number", "date", "issuer", "source_sha256") | it["counts"]
        row |= {"period_from": it["period"]["from"], "period_to": it["period"]["to"]}
        yield row | both("kind", it["kind"]) | both("title", it["title"]) | both("signer", it["signer"])


EXPECTED = {
    "items": items(),
    "measures": of_items("measures", measure),
    "roles": roles(),
    "standings": standings(),
    "reports": of_items("outcomes", report),
    "outcomes": outcomes(),
    "figures": figures(),
    "sources": sources(),
    "agencies": agencies(),
    "agency_names": of_agencies("names", lambda agency, position, it: {"agency": agency, "position": position}
                                | both("name", it["name"]) | partial("until", it["until"]) | both("basis", it["basis"])),
    "successors": of_agencies("successors", lambda agency, _, it: {"agency": agency, "successor": it["agency"]}
                              | partial("from", it["from"]) | both("note", it["note"])),
    "agency_members": of_agencies("members", lambda agency, _, it: {"group": agency, "member": it}),
    "plans": plans(),
    "areas": ({"plan": plan["slug"]} | some(area, "number", "annex") | both("name", area["name"])
              for plan in PLAN["plans"] for area in plan["areas"]),
    "item_areas": ({"item": item["id"]} | some(item, "plan", "area") for item in PLAN["items"] if item["area"]),
    "lacks": of_items("lacks", lambda _, it: {"lack": it}),
    "related": of_items("related", lambda _, it: {"related": it}),
    "conflicts": ({"plan": item["plan"], "item": item["id"], "measure": measure["id"],
                   "other_item": other["item"], "other_measure": other["measure"]}
                  for item in PLAN["items"] for measure in item["measures"] for other in measure["conflicts_with"]),
    "amendments": of_items("amendments", lambda _, it: some(it, "effect", "date", "number", "url") | both("title", it["title"])),
    "glossary": (some(it, "id", "abbreviation_vi", "abbreviation_en") | both("term", it["term"]) | both("meaning", it["meaning"])
                 for it in PLAN["glossary"]),
    "corrections": ({"position": position} | some(it, "date", "item", "outcome", "page") | both("was", it["was"]) | both("now", it["now"])
                    | both("reason", it["reason"]) for position, it in enumerate(PLAN["corrections"], 1)),
}
# In JSON these lists stand inside their plan, or leads and partners apart.
WITHOUT_PLAN = {"outcomes", "figures", "sources"}
UNORDERED = {"roles"}


def as_text(value):
    if value is None:
        return ""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


class SameTest(unittest.TestCase):
    def test_csv_says_what_json_says(self):
        self.assertEqual(set(EXPECTED), set(TABLES))
        for name, expected in EXPECTED.items():
            header, *found = rows(f"{name}.csv")
            left_out = {"plan"} if name in WITHOUT_PLAN else {"position"} if name in UNORDERED else set()
            columns = [column for column in header if column not in left_out]
            found = [[row[header.index(column)] for column in columns] for row in found]
            expected = [[as_text(record[column]) for column in columns] for record in expected]
            if name in UNORDERED:
                found, expected = sorted(found), sorted(expected)
            with self.subTest(name):
                self.assertEqual(found, expected)
                if name not in ("corrections", "amendments"):
                    self.assertTrue(found, "the table is empty")

    def test_the_variant_for_excel_has_a_mark_and_the_same_cells(self):
        for name in TABLES:
            with self.subTest(name):
                excel = rows(f"excel/{name}.csv", "utf-8-sig")
                # An apostrophe keeps Excel from calculating a text.
                excel = [[cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell for cell in row] for row in excel]
                self.assertEqual(excel, rows(f"{name}.csv"))
                with open(DATA / "excel" / f"{name}.csv", "rb") as file:
                    self.assertEqual(file.read(3), b"\xef\xbb\xbf")


if __name__ == "__main__":
    unittest.main()
