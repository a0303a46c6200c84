"""The tables are a Data Package that Frictionless finds valid, keys included."""

import hashlib
import pathlib
import shutil
import tempfile
import unittest

from frictionless import Package

from built import DATA, PACKAGE, TABLES


def faults(folder):
    """What Frictionless says of the package in a folder."""
    report = Package(str(folder / "datapackage.json")).validate()
    return [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


class PackageTest(unittest.TestCase):
    def test_valid_with_foreign_keys(self):
        self.assertEqual(faults(DATA), [])
        keys = sum(len(table["schema"]["foreignKeys"]) for table in TABLES.values())
        self.assertGreater(keys, 20)

    def test_a_row_that_names_no_commitment_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            for file in [*DATA.glob("*.csv"), DATA / "datapackage.json"]:
                shutil.copy(file, folder)
            roles = folder / "roles.csv"
            text = roles.read_bytes()
            self.assertIn(b",pl-", text)
            roles.write_bytes(text.replace(b",pl-", b",none-pl-", 1))
            found = faults(folder)
        self.assertTrue(any("foreign key" in fault for fault in found), found)

    def test_sizes_and_checksums(self):
        for name, table in TABLES.items():
            with self.subTest(name):
                content = (DATA / table["path"]).read_bytes()
                self.assertEqual(table["bytes"], len(content))
                self.assertEqual(table["hash"], "sha256:" + hashlib.sha256(content).hexdigest())

    def test_described_in_both_languages_with_licence_and_sources(self):
        for name, table in TABLES.items():
            for thing in [table, *table["schema"]["fields"]]:
                with self.subTest(table=name, of=thing["name"]):
                    self.assertTrue(thing["description"])
                    self.assertTrue(thing["description_en"])
                    self.assertNotEqual(thing["description"], thing["description_en"])
        self.assertEqual(PACKAGE["licenses"][0]["name"], "CC-BY-4.0")
        self.assertTrue(PACKAGE["sources"][0]["title"])

    def test_every_table_is_in_the_package(self):
        self.assertEqual(sorted(path.stem for path in DATA.glob("*.csv")), sorted(TABLES))


if __name__ == "__main__":
    unittest.main()
