#!/usr/bin/env python3
"""Writes the neutral data of benches/workload.py as a site of Zola.

    benches/peers/zola/write.py NEUTRAL SITE

The templates beside this file are copied into SITE; `zola --root SITE build` then builds it. Vietnamese is the
default language, which Zola puts at the root: its pages have no `/vi/` in their addresses.
"""

import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "parts"))
from neutral import Folder, Workload, quoted
from pages import LANGUAGES, commitment, slug, words

TAXONOMIES = '[{name = "agencies", feed = true}, {name = "kinds"}, {name = "standings"}]'


def toml(value):
    """A value as TOML on one line; a text of JSON is one of TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(each) for each in value) + "]"
    return quoted(value)


def page(front, extra, text="", taxonomies=None):
    lines = ["+++", *(f"{key} = {value}" for key, value in front.items())]
    if taxonomies:
        lines += ["[taxonomies]", *(f"{key} = {toml(value)}" for key, value in taxonomies.items())]
    lines += ["[extra]", *(f"{key} = {toml(value)}" for key, value in extra.items()), "+++", "", text]
    return "\n".join(lines) + "\n"


def name(path, language):
    return f"content/{path}.md" if language == "vi" else f"content/{path}.{language}.md"


def config():
    tables = {language: "".join(f"{key} = {quoted(text)}\n" for key, text in words(language).items()) for language in LANGUAGES}
    return f"""base_url = "https://congkhai-mau.invalid"
default_language = "vi"
title = "Dữ liệu mẫu"
minify_html = true
generate_feeds = true
feed_filenames = ["atom.xml"]
taxonomies = {TAXONOMIES}
output_dir = "public"

[translations]
{tables['vi']}
[languages.en]
title = "Sample data"
generate_feeds = true
feed_filenames = ["atom.xml"]
taxonomies = {TAXONOMIES}

[languages.en.translations]
{tables['en']}
[extra]
as_of = "2025-12-31"
"""


def write(neutral, site):
    workload, folder = Workload(neutral), Folder(site)
    names = {agency["id"]: agency["name"] for agency in workload.agencies}
    Path(site).mkdir(parents=True, exist_ok=True)
    shutil.copytree(HERE / "templates", Path(site) / "templates")
    shutil.copytree(HERE.parent / "hugo" / "static", Path(site) / "static")
    folder.write("config.toml", config())
    folder.write("agencies.json", json.dumps(names, ensure_ascii=False))
    for language in LANGUAGES:
        folder.write(name("_index", language), page({"title": quoted(words(language)["site"])}, {"kind": "home"}))
        folder.write(name("about", language), page({"title": quoted(words(language)["about"]), "template": '"page-plain.html"'}, {}, words(language)["notice"]))
        for plan in workload.plans:
            place = plan["slug"]
            common = {"plan": plan["slug"], "plan_number": plan["number"], "plan_title": plan["title"][language]}
            front = {"title": quoted(plan["title"][language]), "template": '"plan.html"', "sort_by": '"weight"'}
            folder.write(name(f"{place}/_index", language), page(front, common))
            for at, key in enumerate(("commitments", "results", "deadlines", "no-report")):
                front = {"title": quoted(words(language)[key.replace("-", "_")]), "template": '"list.html"', "weight": at + 1}
                folder.write(name(f"{place}/{key}", language), page(front, {"lists": key, **common}))
            for area in plan["areas"]:
                of_area = {"area": area["number"], **common}
                front = {"title": quoted(area["name"][language]), "template": '"area.html"', "sort_by": '"weight"', "weight": area["number"],
                         "page_template": '"item.html"', "generate_feeds": "true"}
                folder.write(name(f"{place}/{area['number']}/_index", language), page(front, of_area))
                title = f"{words(language)['decision']}: {area['name'][language]}"
                front = {"title": quoted(title), "template": '"decision.html"', "weight": 100 + int(area["number"])}
                folder.write(name(f"{place}/decision-{area['number']}", language), page(front, of_area))
    for plan, area, commitments in workload.by_area():
        for made in commitments:
            for language in LANGUAGES:
                shown = commitment(made, plan, area, names, language)
                front = {
                    "title": quoted(shown.pop("title")),
                    "description": quoted(shown.pop("description")),
                    "weight": made["place"],
                    # Only pages with a date stand in feeds.
                    "date": plan["date"],
                }
                if language == "vi":
                    front["aliases"] = toml([f"id/{shown['key']}"])
                taxonomies = {
                    "agencies": [made["lead"], *made["others"]],
                    "kinds": [f"{plan['slug']}-{made['kind']}"],
                    "standings": [f"{plan['slug']}-{made['standing']}"],
                }
                path = name(f"{plan['slug']}/{area['number']}/{slug(made)}", language)
                folder.write(path, page(front, shown, made["text"][language], taxonomies))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: write.py NEUTRAL SITE")
    write(*sys.argv[1:])
