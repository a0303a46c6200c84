"""The built site that CONGKHAI_SITE names: its files, its data and tables, and the ids on its pages."""

import calendar
import csv
import functools
import json
import os
import pathlib
import re
import urllib.parse

if "CONGKHAI_SITE" not in os.environ:
    raise SystemExit("set CONGKHAI_SITE to the folder of a built site; ./test does so")

FOLDER = pathlib.Path(os.environ["CONGKHAI_SITE"]).resolve()
LOCALES = ("vi", "en")


def files(ending):
    """Paths of the files with an ending, relative to the site, sorted."""
    found = FOLDER.rglob(f"*{ending}")
    return sorted(path.relative_to(FOLDER).as_posix() for path in found)


def read(path):
    return (FOLDER / path).read_bytes()


def text(path):
    return read(path).decode("utf-8")


@functools.cache
def data():
    """The published data, which everything else must agree with."""
    return read_json("data/plan.json")


def roles(item):
    """Every body that has a part in an item."""
    return item["leads"] + item["partners"]


@functools.cache
def successors():
    """The bodies that took over from each."""
    return {body["id"]: {s["agency"] for s in body["successors"]} for body in data()["agencies"]}


def is_its_own(role, agency):
    """Whether a role is a body's own: it has it, or it took it over and not merely as a partner."""
    return role["agency"] == agency or (role["role"] != "partner" and agency in successors()[role["agency"]])


@functools.cache
def base():
    """Where the site says that it stands: `https://…/`."""
    canonical = re.search(r'rel="?canonical"? href="?([^" >]+)', text("vi/index.html"))
    reversed_ = re.search(r'href="?([^" >]+)"? rel="?canonical', text("vi/index.html"))
    return (canonical or reversed_).group(1).removesuffix("vi/")


@functools.cache
def ids(path):
    """The ids on a page."""
    return set(re.findall(r'\bid="?([^" >]+)', text(path)))


def fault(address):
    """Why an absolute address inside the site leads nowhere; nothing where it leads somewhere."""
    if not address.startswith(base()):
        return f"{address} is not below {base()}"
    path, _, anchor = address.removeprefix(base()).partition("#")
    path = urllib.parse.unquote(path)
    if path == "" or path.endswith("/"):
        path += "index.html"
    if not (FOLDER / path).is_file():
        return f"{address}: there is no {path}"
    if anchor and anchor not in ids(path):
        return f"{address}: {path} has no id {anchor}"
    return None


# The folder of the open data, and the folder of this project, in which the content lies.
DATA = FOLDER / "data"
ROOT = pathlib.Path(__file__).resolve().parents[2]


def read_json(path):
    return json.loads(text(path))


def rows(path, encoding="utf-8"):
    """The rows of a CSV file below data/, the header first."""
    with open(DATA / path, encoding=encoding, newline="") as file:
        return list(csv.reader(file))


PACKAGE = read_json("data/datapackage.json")
# The name of a table's file and sheet → its description in the package.
TABLES = {resource["path"].removesuffix(".csv"): resource for resource in PACKAGE["resources"]}


def day(date, last):
    """The first or the last day that a partial date can mean."""
    if date is None or len(date) == 10:
        return date
    year, month = int(date[:4]), int(date[5:7] or 0) if len(date) > 4 else None
    first, final = (month, month) if month else (1, 12)
    if not last:
        return f"{year:04}-{first:02}-01"
    return f"{year:04}-{final:02}-{calendar.monthrange(year, final)[1]:02}"


def counts(report):
    """Whether a report says something of the item itself, and does not merely concern it."""
    return report["bearing"] != "context" or report["says"] is not None
