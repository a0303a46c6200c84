"""The data blocks of pages are JSON-LD that expands, of schema.org's words, and say what the published data says."""

import json
import unittest

from lxml import html
from pyld import jsonld

import built
from schema_org import SCHEMA, load

PAGES = [path for path in built.files(".html") if not path.endswith("404.html")]


def blocks():
    """Page → its data blocks, read."""
    found = {}
    for path in PAGES:
        head = html.fromstring(built.read(path)).head
        scripts = head.xpath('//script[@type="application/ld+json"]')
        if scripts:
            found[path] = [json.loads(script.text) for script in scripts]
    return found


BLOCKS = blocks()


def things(value):
    """Every object in a block, the outermost first."""
    if isinstance(value, dict):
        yield value
        for member in value.values():
            yield from things(member)
    elif isinstance(value, list):
        for member in value:
            yield from things(member)


def of_type(path, wanted):
    return [thing for block in BLOCKS[path] for thing in things(block) if thing.get("@type") == wanted]


class Expands(unittest.TestCase):
    def test_each_block_expands_and_loses_nothing(self):
        self.assertGreater(len(BLOCKS), 100)
        for path, some in BLOCKS.items():
            with self.subTest(path):
                self.assertEqual(len(some), 1)
                block = some[0]
                self.assertEqual(block["@context"], "https://schema.org")
                expanded = jsonld.expand(block, {"documentLoader": load, "base": "relative:"})
                said = sorted(k for t in things({k: v for k, v in block.items() if k != "@context"}) for k in t)
                kept = sorted(
                    k.removeprefix(SCHEMA) for t in things(expanded) for k in t if k.startswith(SCHEMA)
                )
                self.assertEqual([k for k in said if not k.startswith("@")], kept)
                for thing in things(expanded):
                    for name in thing.get("@type", []) if isinstance(thing.get("@type"), list) else []:
                        self.assertTrue(name.startswith(SCHEMA), name)
                    # A relative address would have got the base that leads nowhere.
                    self.assertFalse(str(thing.get("@id", "")).startswith("relative:"), thing)

    def test_a_misspelt_word_is_noticed(self):
        block = {"@context": "https://schema.org", "@type": "Dataset", "nmae": "x", "name": "y"}
        expanded = jsonld.expand(block, {"documentLoader": load})
        self.assertEqual(list(expanded[0]), ["@type", SCHEMA + "name"])

    def test_addresses_in_the_site_lead_somewhere(self):
        for path in BLOCKS:
            for block in BLOCKS[path]:
                for thing in things(block):
                    for name in ("url", "contentUrl"):
                        if str(thing.get(name, "")).startswith(built.base()):
                            self.assertIsNone(built.fault(thing[name]), path)


class AsTheData(unittest.TestCase):
    def test_the_decision(self):
        for plan in built.data()["plans"]:
            for locale in built.LOCALES:
                for page in ("", "decision/"):
                    [whole] = of_type(f"{locale}/{plan['slug']}/{page}index.html", "Legislation")[:1]
                    self.assertEqual(whole["legislationIdentifier"], plan["number"])
                    self.assertEqual(whole["legislationDate"], plan["date"])
                    self.assertEqual(whole["name"], plan["title"][locale])
                    self.assertEqual(whole["inLanguage"], locale)
                    self.assertIn(f"/agencies/{plan['issuer']}/", whole["legislationPassedBy"]["@id"])
                vietnamese = of_type(f"vi/{plan['slug']}/index.html", "Legislation")[0]
                english = of_type(f"en/{plan['slug']}/index.html", "Legislation")[0]
                self.assertEqual(english["translationOfWork"]["@id"], vietnamese["@id"])
                self.assertNotIn("translationOfWork", vietnamese)

    def test_each_body_and_its_end(self):
        for body in built.data()["agencies"]:
            for locale in built.LOCALES:
                block = BLOCKS[f"{locale}/agencies/{body['id']}/index.html"][0]
                self.assertEqual(block.get("dissolutionDate"), body["end"] and body["end"]["date"])
                ends = [name["until"] for name in body["names"] if name["until"]]
                roles = [n for n in block.get("alternateName", []) if n.get("@type") == "Role"]
                self.assertEqual([role["endDate"] for role in roles], ends)
                members = [m["@id"].split("/")[-2] for m in block.get("subOrganization", [])]
                self.assertEqual(members, body["members"])

    def test_figures_are_those_of_the_reports_that_count(self):
        outcomes = {outcome["id"]: outcome for outcome in built.data()["outcomes"]}
        bounds = {"exactly": "value", "more-than": "minValue", "nearly": "maxValue"}
        seen = 0
        for item in built.data()["items"]:
            wanted = []
            for report in item["outcomes"]:
                if not built.counts(report):
                    continue
                outcome = outcomes[report["id"]]
                for at, figure in enumerate(outcome["figures"], 1):
                    wanted.append((f"{report['id']}-{at}", bounds[figure["bound"]], figure["value"], outcome["dated"]))
            for locale in built.LOCALES:
                path = f"{locale}/{item['plan']}/{item['id']}/index.html"
                found = []
                for o in of_type(path, "Observation") if path in BLOCKS else []:
                    [bound] = set(o) & set(bounds.values())
                    found.append((o["@id"].split("#")[1], bound, o[bound], o["observationDate"]))
                    self.assertEqual(o["observationAbout"]["@id"], item["permanent_url"])
                self.assertEqual(found, list(dict.fromkeys(wanted)), path)
                seen += len(found)
        self.assertGreater(seen, 20)

    def test_terms_and_data_set(self):
        for locale in built.LOCALES:
            terms = of_type(f"{locale}/glossary/index.html", "DefinedTerm")
            self.assertEqual({t["@id"].split("#")[1] for t in terms}, {t["id"] for t in built.data()["glossary"]})
            for term in terms:
                self.assertIsNone(built.fault(term["@id"]))
            [dataset] = of_type(f"{locale}/index.html", "Dataset")
            self.assertEqual(dataset["dateModified"], built.data()["as_of"])
            self.assertEqual(dataset["license"], built.data()["licence"]["url"])

    def test_corrections(self):
        for locale in built.LOCALES:
            path = f"{locale}/corrections/index.html"
            found = of_type(path, "CorrectionComment") if path in BLOCKS else []
            self.assertEqual([c["datePublished"] for c in found], [c["date"] for c in built.data()["corrections"]])


class DublinCore(unittest.TestCase):
    # Circular 24/2011/TT-BTTTT: title, creator, time, description, publisher, identifier; language where it helps.
    REQUIRED = ["DC.title", "DC.creator", "DC.date", "DC.description", "DC.publisher", "DC.identifier", "DC.language"]

    def test_every_page_has_what_the_circular_asks_for(self):
        # What stands inside pages of other sites has their record.
        for path in (path for path in PAGES if not path.startswith("embed/")):
            page = html.fromstring(built.read(path))
            head = page.head
            meta = {m.get("name"): m.get("content") for m in head.xpath("meta[@name]")}
            with self.subTest(path):
                for name in self.REQUIRED:
                    self.assertTrue(meta.get(name), name)
                # A page of a release has the release's day.
                shown = page.xpath('//footer//*[@class="as-of"]//time/@datetime')
                self.assertEqual([meta["DC.date"]], shown or [built.data()["as_of"]])
                if "/ky/2" not in path:
                    self.assertEqual(meta["DC.date"], built.data()["as_of"])
                self.assertIsNone(built.fault(meta["DC.identifier"]))
                if path.startswith(built.LOCALES):
                    self.assertEqual(meta["DC.language"], path[:2])


if __name__ == "__main__":
    unittest.main()
