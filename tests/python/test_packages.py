"""The program names the packages that it is made of, in itself and in its SBOM, and both name the same."""

import importlib.machinery
import importlib.util
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

HERE = pathlib.Path(__file__).resolve().parents[2]
PACKAGING = HERE / "docs" / "packaging"

if "CONGKHAI_PROGRAM" not in os.environ:
    raise SystemExit("set CONGKHAI_PROGRAM to the program as `docs/packaging/make` makes it; ./test does so")
PROGRAM = (HERE / os.environ["CONGKHAI_PROGRAM"]).as_posix()


def loaded(name):
    """A script without an ending, as a module."""
    loader = importlib.machinery.SourceFileLoader(name, (PACKAGING / name).as_posix())
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


agree = loaded("agree")


def sbom(**environment):
    version = subprocess.run(["rustc", "-vV"], check=True, capture_output=True, text=True, cwd=HERE).stdout
    target = version.split("host: ")[1].split()[0]
    made = subprocess.run([PACKAGING / "sbom", target], check=True, capture_output=True, text=True, env=os.environ | environment)
    return made.stdout


class PackagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = sbom()
        cls.sbom = json.loads(cls.text)

    def disagreements(self, changed):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(changed, file)
            file.flush()
            return agree.disagreements(PROGRAM, file.name)

    def test_the_program_and_the_sbom_name_the_same(self):
        self.assertGreater(len(agree.packages_in(PROGRAM)), 200)
        self.assertEqual(self.disagreements(self.sbom), [])

    def test_the_sbom_has_the_form_of_cyclonedx(self):
        validator = JsonStrictValidator(SchemaVersion.V1_5)
        self.assertIsNone(validator.validate_str(self.text))
        self.assertIsNotNone(validator.validate_str(self.text.replace('"library"', '"book"', 1)))

    def test_each_package_has_its_licence_and_the_program_its_name(self):
        self.assertEqual(self.sbom["metadata"]["component"]["name"], "congkhai")
        without = [it["name"] for it in self.sbom["components"] if not it.get("licenses")]
        self.assertEqual(without, [])

    def test_it_is_the_same_on_every_machine(self):
        self.assertEqual(sbom(TZ="Asia/Ho_Chi_Minh", LC_ALL="vi_VN.UTF-8"), self.text)
        self.assertFalse(HERE.as_posix() in self.text, "the SBOM names a folder of this machine")

    def test_a_package_that_is_missing_or_another_is_told(self):
        parts = self.sbom["components"]
        at = next(at for at, it in enumerate(parts) if it["name"] == "serde_json")
        version = parts[at]["version"]
        self.assertEqual(
            self.disagreements(self.sbom | {"components": parts[:at] + parts[at + 1:]}),
            [f"serde_json {version} is in the program and not in the SBOM"],
        )
        other = parts[at] | {"hashes": [{"alg": "SHA-256", "content": "0" * 64}]}
        self.assertEqual(
            self.disagreements(self.sbom | {"components": parts[:at] + [other] + parts[at + 1:]}),
            [f"serde_json {version} of the SBOM is not the one of Cargo.lock"],
        )


if __name__ == "__main__":
    unittest.main()
