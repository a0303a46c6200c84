#!/usr/bin/env python3
"""Writes the neutral data of benches/workload.py as a site of Eleventy.

    benches/peers/eleventy/write.py NEUTRAL SITE

The templates beside this file are copied into SITE, which then needs `node_modules` beside them.
"""

import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "parts"))
from neutral import Folder, Workload
from pages import LANGUAGES, commitment, slug, words


def write(neutral, site):
    workload, folder = Workload(neutral), Folder(site)
    names = {agency["id"]: agency["name"] for agency in workload.agencies}
    Path(site).mkdir(parents=True, exist_ok=True)
    for part in ("lib", "site"):
        shutil.copytree(HERE / part, Path(site) / part)
    shutil.copyfile(HERE / "eleventy.config.js", Path(site) / "eleventy.config.js")
    shutil.copytree(HERE.parent / "hugo" / "static", Path(site) / "static")
    folder.write("package.json", '{"type": "module"}\n')
    table = {language: words(language) for language in LANGUAGES}
    folder.write("lib/words.js", f"export const words = {json.dumps(table, ensure_ascii=False)};\n")
    for language in LANGUAGES:
        common = {"language": language, "layout": "item.11ty.js", "tags": f"item-{language}"}
        folder.write(f"site/{language}/{language}.11tydata.json", json.dumps(common))
    for plan, area, commitments in workload.by_area():
        for made in commitments:
            for language in LANGUAGES:
                front = {**commitment(made, plan, area, names, language), "weight": made["place"]}
                text = f"---json\n{json.dumps(front, ensure_ascii=False)}\n---\n{made['text'][language]}\n"
                folder.write(f"site/{language}/{plan['slug']}/{area['number']}/{slug(made)}.md", text)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: write.py NEUTRAL SITE")
    write(*sys.argv[1:])
