"""Reads the neutral data of benches/workload.py, and writes files."""

import json
from itertools import groupby
from pathlib import Path


class Workload:
    """Plans with their areas, and the commitments of each area in order."""

    def __init__(self, folder):
        folder = Path(folder)
        self.agencies = json.loads((folder / "agencies.json").read_text(encoding="utf-8"))
        self.plans = json.loads((folder / "plans.json").read_text(encoding="utf-8"))
        self.commitments = folder / "commitments.jsonl"

    def by_area(self):
        """Plan, area and its commitments, one area after the other; only one is held in memory."""
        with open(self.commitments, encoding="utf-8") as lines:
            groups = groupby(map(json.loads, lines), key=lambda commitment: (commitment["plan"], commitment["area"]))
            for plan in self.plans:
                for area in plan["areas"]:
                    key, commitments = next(groups)
                    assert key == (plan["slug"], area["number"])
                    yield plan, area, list(commitments)


class Folder:
    """A folder that is written from the beginning; makes the folders on the way once."""

    def __init__(self, root):
        self.root = Path(root)
        self.made = set()

    def write(self, path, text):
        file = self.root / path
        if file.parent not in self.made:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.made.add(file.parent)
        file.write_text(text, encoding="utf-8")


def quoted(value):
    """A value as one line of JSON, which YAML and TOML read too where it is a text or a list of texts."""
    return json.dumps(value, ensure_ascii=False)


def localized(both):
    """A text in two languages, as a YAML flow mapping."""
    return f"{{vi: {quoted(both['vi'])}, en: {quoted(both['en'])}}}"
