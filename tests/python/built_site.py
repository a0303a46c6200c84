"""The site under test, the folder that CONGKHAI_SITE names, and the content that it was built from."""

import csv
import json
import os
import pathlib

if "CONGKHAI_SITE" not in os.environ:
    raise SystemExit("set CONGKHAI_SITE to the folder of a built site; ./test does so")

SITE = pathlib.Path(os.environ["CONGKHAI_SITE"]).resolve()
DATA = SITE / "data"
ROOT = pathlib.Path(__file__).resolve().parents[2]


def read_json(path):
    return json.loads((SITE / path).read_text(encoding="utf-8"))


def rows(path, encoding="utf-8"):
    """The rows of a CSV file below data/, the header first."""
    with open(DATA / path, encoding=encoding, newline="") as file:
        return list(csv.reader(file))


PACKAGE = read_json("data/datapackage.json")
# The name of a table's file and sheet → its description in the package.
TABLES = {resource["path"].removesuffix(".csv"): resource for resource in PACKAGE["resources"]}
