"""The schemas say what the program does: content that builds is valid, and mistakes of form are refused."""

import functools
import json
import re
import unittest

import jsonschema
import yaml

from built import DATA, FOLDER, ROOT, read_json, roles

SCHEMA_LINE = "# yaml-language-server: $schema="


class Yaml(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date is a text, and only true and false are booleans."""


Yaml.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith((":timestamp", ":bool"))]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))

KINDS = {
    "site.yaml": "site", "agencies.yaml": "agencies", "glossary.yaml": "glossary", "corrections.yaml": "corrections",
    "plan.yaml": "plan", "decision.yaml": "decision", "area.yaml": "area", "repairs.yaml": "repairs",
    "not-items.yaml": "not-items",
}


@functools.cache
def validator(kind):
    schema = json.loads((DATA / f"schema/content/{kind}.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def kind_of(path):
    return KINDS.get(path.name, "outcomes")


def faults(path):
    record = yaml.load(path.read_text(encoding="utf-8"), Yaml)
    return [f"{path}: {fault.json_path}: {fault.message[:200]}" for fault in validator(kind_of(path)).iter_errors(record)]


class ContentTest(unittest.TestCase):
    def test_content_that_builds_is_valid(self):
        files = [*(ROOT / "content").rglob("*.yaml"), *(ROOT / "tests/sites").rglob("content/**/*.yaml")]
        self.assertGreater(len(files), 30)
        self.assertEqual([fault for file in files for fault in faults(file)], [])

    def test_mistakes_of_form_are_refused(self):
        for mistake in ("yaml-unknown-key", "yaml-missing-key", "yaml-wrong-type"):
            files = list((ROOT / "tests/mistakes" / mistake).rglob("*.yaml"))
            self.assertTrue(files, mistake)
            for file in files:
                with self.subTest(mistake=mistake, file=file.name):
                    self.assertTrue(faults(file))

    def test_mistakes_of_sense_are_left_to_the_program(self):
        # What no schema can see: these files are well-formed, so an editor underlines nothing in them.
        for mistake in ("id-unknown", "outcome-outside-period", "measures-unlinked", "agency-ended"):
            for file in (ROOT / "tests/mistakes" / mistake).rglob("*.yaml"):
                with self.subTest(mistake=mistake, file=file.name):
                    self.assertEqual(faults(file), [])

    def test_each_key_of_the_real_content_is_known_and_no_other(self):
        for file in (ROOT / "content").rglob("*.yaml"):
            record = yaml.load(file.read_text(encoding="utf-8"), Yaml)
            first = record[0] if isinstance(record, list) and record else record
            if isinstance(first, dict):
                with self.subTest(file.name):
                    first["not-a-key-of-ours"] = "x"
                    self.assertTrue(list(validator(kind_of(file)).iter_errors(record)))

    def test_the_first_line_leads_to_the_schema(self):
        for file in (ROOT / "content").rglob("*.yaml"):
            with self.subTest(file.name):
                line = file.read_text(encoding="utf-8").split("\n", 1)[0]
                self.assertTrue(line.startswith(SCHEMA_LINE), line)
                schema = (file.parent / line.removeprefix(SCHEMA_LINE)).resolve()
                published = DATA / f"schema/content/{kind_of(file)}.json"
                self.assertEqual(schema.read_bytes(), published.read_bytes())


class PublishedTest(unittest.TestCase):
    def check(self, schema, instance):
        schema = read_json(f"data/schema/{schema}.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        return [fault.message[:200] for fault in jsonschema.Draft202012Validator(schema).iter_errors(instance)]

    def test_the_plan_is_valid(self):
        plan = read_json("data/plan.json")
        self.assertEqual(self.check("plan-v1", plan), [])
        del plan["items"][0]["standing"]
        plan["as_of"] = "31/12/2025"
        self.assertEqual(len(self.check("plan-v1", plan)), 2)

    def test_each_item_is_valid_and_says_what_the_plan_says(self):
        plan = read_json("data/plan.json")
        whole = {(item["plan"], item["id"]): item for item in plan["items"]}
        outcomes = {outcome["id"]: outcome for outcome in plan["outcomes"]}
        agencies = {agency["id"]: agency for agency in plan["agencies"]}
        files = [*FOLDER.glob("vi/*/*/index.json"), *FOLDER.glob("en/*/*/index.json")]
        self.assertEqual(len(files), 2 * len(whole))
        for file in files:
            with self.subTest(file.parent.name):
                own = json.loads(file.read_text(encoding="utf-8"))
                self.assertEqual(self.check("item-v1", own), [])
                item = own["item"]
                self.assertEqual(item, whole[item["plan"], file.parent.name])
                self.assertEqual(own["outcomes"], [outcomes[report["id"]] for report in item["outcomes"]])
                self.assertEqual(own["agencies"], [agencies[agency["id"]] for agency in own["agencies"]])
                named = {role["agency"] for role in roles(item)}
                self.assertTrue(named <= {agency["id"] for agency in own["agencies"]})
                page = file.with_name("index.html").read_text(encoding="utf-8")
                self.assertIn("index.json", page)


if __name__ == "__main__":
    unittest.main()
