"""The catalogue is JSON-LD in the terms of DCAT: a processor expands it, and what it says of the files is true."""

import hashlib
import unittest

from pyld import jsonld

from built import FOLDER, read_json

DCAT = "http://www.w3.org/ns/dcat#"
DCT = "http://purl.org/dc/terms/"
SPDX = "http://spdx.org/rdf/terms#"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"


def refuse(url, options):
    raise AssertionError(f"the catalogue needs {url} from elsewhere")


class CatalogueTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        document = read_json("data/catalog.jsonld")
        [cls.catalogue] = jsonld.expand(document, {"documentLoader": refuse})
        [cls.dataset] = cls.catalogue[DCAT + "dataset"]
        cls.distributions = cls.dataset[DCAT + "distribution"]
        cls.base = cls.catalogue["http://xmlns.com/foaf/0.1/homepage"][0]["@id"]

    def test_what_is_mandatory_is_there(self):
        self.assertEqual(self.catalogue["@type"], [DCAT + "Catalog"])
        self.assertEqual(self.dataset["@type"], [DCAT + "Dataset"])
        for thing in (self.catalogue, self.dataset):
            for term in ("title", "description"):
                self.assertEqual({text["@language"] for text in thing[DCT + term]}, {"vi", "en"})
            self.assertTrue(thing[DCT + "publisher"])
            self.assertEqual(len(thing[DCT + "language"]), 2)
        [publisher] = self.dataset[DCT + "publisher"]
        self.assertTrue(publisher["http://xmlns.com/foaf/0.1/name"])
        [period] = self.dataset[DCT + "temporal"]
        plan = read_json("data/plan.json")["plans"][0]["period"]
        self.assertEqual(period[DCAT + "startDate"][0]["@value"], plan["from"])
        self.assertEqual(period[DCAT + "endDate"][0]["@value"], plan["to"])

    def test_each_file_is_as_described(self):
        self.assertGreater(len(self.distributions), 20)
        for file in self.distributions:
            [url] = file[DCAT + "downloadURL"]
            path = url["@id"].removeprefix(self.base)
            with self.subTest(path):
                content = (FOLDER / path).read_bytes()
                self.assertEqual(int(file[DCAT + "byteSize"][0]["@value"]), len(content))
                [checksum] = file[SPDX + "checksum"]
                self.assertEqual(checksum[SPDX + "algorithm"][0]["@id"], SPDX + "checksumAlgorithm_sha256")
                self.assertEqual(checksum[SPDX + "checksumValue"][0]["@value"], hashlib.sha256(content).hexdigest())
                self.assertTrue(file[DCAT + "mediaType"][0]["@id"].startswith(MEDIA_TYPES))
                self.assertEqual(file[DCT + "license"], self.dataset[DCT + "license"])
                self.assertEqual({text["@language"] for text in file[DCT + "title"]}, {"vi", "en"})

    def test_every_table_is_listed(self):
        listed = {file["@id"].removeprefix(self.base) for file in self.distributions}
        tables = {f"data/{path.name}" for path in (FOLDER / "data").glob("*.csv")}
        self.assertTrue(tables | {"data/plan.json", "data/plan.xlsx", "data/datapackage.json"} <= listed)

    def test_it_makes_triples(self):
        triples = jsonld.to_rdf(read_json("data/catalog.jsonld"), {"format": "application/n-quads", "documentLoader": refuse})
        self.assertGreater(triples.count("\n"), 200)


if __name__ == "__main__":
    unittest.main()
