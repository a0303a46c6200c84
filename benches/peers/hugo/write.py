#!/usr/bin/env python3
"""Writes the neutral data of benches/workload.py as a site of Hugo.

    benches/peers/hugo/write.py NEUTRAL SITE

The templates beside this file are copied into SITE; `hugo --source SITE` then builds it.
"""

import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "parts"))
from neutral import Folder, Workload
from pages import KINDS, LANGUAGES, STANDINGS, commitment, slug, words


def page(front, text=""):
    """Hugo reads front matter that is JSON."""
    return json.dumps(front, ensure_ascii=False) + "\n\n" + text + ("\n" if text else "")


def write(neutral, site):
    workload, folder = Workload(neutral), Folder(site)
    names = {agency["id"]: agency["name"] for agency in workload.agencies}
    for part in ("hugo.toml", "layouts", "static"):
        copy = shutil.copytree if (HERE / part).is_dir() else shutil.copyfile
        Path(site).mkdir(parents=True, exist_ok=True)
        copy(HERE / part, Path(site) / part)
    for language in LANGUAGES:
        content = f"content/{language}"
        folder.write(f"i18n/{language}.json", json.dumps(words(language), ensure_ascii=False, indent=1))
        folder.write(f"{content}/about.md", page({"title": words(language)["about"]}, words(language)["notice"]))
        folder.write(f"{content}/agencies/_index.md", page({"title": words(language)["agencies"]}))
        for agency in workload.agencies:
            front = {"title": agency["name"][language], "type": "agency", "agency": agency["id"], "outputs": ["html", "feed"]}
            folder.write(f"{content}/agencies/{agency['id']}/_index.md", page(front))
        for plan in workload.plans:
            place = f"{content}/{plan['slug']}"
            common = {"plan": plan["slug"], "plan_number": plan["number"], "plan_title": plan["title"][language]}
            folder.write(f"{place}/_index.md", page({"title": plan["title"][language], "type": "plan", **common}))
            for at, key in enumerate(("commitments", "results", "deadlines", "no-report")):
                title = words(language)[key.replace("-", "_")]
                folder.write(f"{place}/{key}.md", page({"title": title, "type": "list", "lists": key, "weight": at + 1, **common}))
            for area in plan["areas"]:
                front = {"title": area["name"][language], "type": "area", "area": area["number"], "weight": int(area["number"]),
                         "outputs": ["html", "feed"], **common}
                folder.write(f"{place}/{area['number']}/_index.md", page(front))
                front = {"title": f"{words(language)['decision']}: {area['name'][language]}", "type": "decision", "area": area["number"],
                         "weight": 100 + int(area["number"]), **common}
                folder.write(f"{place}/decision-{area['number']}.md", page(front))
            for taxonomy, labels in (("kinds", KINDS), ("standings", STANDINGS)):
                for key, label in labels.items():
                    term = f"{plan['slug']}-{key}"
                    folder.write(f"{content}/{taxonomy}/{term}/_index.md", page({"title": label[language], **common}))
    for plan, area, commitments in workload.by_area():
        for made in commitments:
            for language in LANGUAGES:
                shown = commitment(made, plan, area, names, language)
                front = {
                    **shown,
                    "type": "item",
                    "weight": made["place"],
                    "outputs": ["html", "data", "cite", "embed"],
                    "agencies": [made["lead"], *made["others"]],
                    "kinds": [f"{plan['slug']}-{made['kind']}"],
                    "standings": [f"{plan['slug']}-{made['standing']}"],
                }
                # The address without a language, which never changes, leads on to the Vietnamese page.
                if language == "vi":
                    front["aliases"] = [f"/id/{shown['key']}/"]
                folder.write(f"content/{language}/{plan['slug']}/{area['number']}/{slug(made)}.md", page(front, made["text"][language]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: write.py NEUTRAL SITE")
    write(*sys.argv[1:])
