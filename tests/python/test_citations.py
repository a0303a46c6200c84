"""References are read by a citation processor, and say what the data say."""

import unittest

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON

import built

STYLE = "harvard-cite-them-right"


def bibliography(reference):
    """One reference in a common style, as plain text."""
    source = CiteProcJSON([reference])
    style = CitationStylesStyle(STYLE, validate=False)
    pages = CitationStylesBibliography(style, source, formatter.plain)
    pages.register(Citation([CitationItem(reference["id"].lower())]))
    return " ".join(str(line) for line in pages.bibliography())


class Citations(unittest.TestCase):
    def test_every_item_has_a_reference_in_each_language(self):
        items = {item["id"]: item for item in built.data()["items"]}
        for locale in built.LOCALES:
            found = [path for path in built.files("/cite.json") if path.startswith(f"{locale}/")]
            self.assertEqual(len(found), len(items))
            for path in found:
                item = items[path.split("/")[2]]
                [reference] = built.read_json(path)
                self.assertEqual(reference["URL"], item["permanent_url"])
                self.assertEqual(reference["id"], f"{item['plan']}-{item['id']}")
                plan = next(p for p in built.data()["plans"] if p["slug"] == item["plan"])
                year, month, day = reference["issued"]["date-parts"][0]
                self.assertEqual(f"{year}-{month:02}-{day:02}", plan["date"])
                title = item["title"][locale] or item["title"]["vi"]
                self.assertEqual(reference["title"], title)

    def test_a_citation_processor_reads_them(self):
        for locale in built.LOCALES:
            for path in built.files("/cite.json")[::25]:
                if not path.startswith(f"{locale}/"):
                    continue
                [reference] = built.read_json(path)
                line = bibliography(reference)
                self.assertIn(reference["title"], line)
                self.assertIn("2024", line)


if __name__ == "__main__":
    unittest.main()
