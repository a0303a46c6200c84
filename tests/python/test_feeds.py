"""The feeds are valid Atom 1.0 (RFC 4287) and say what the published data says."""

import functools
import pathlib
import re
import unittest

import feedparser
from lxml import etree

import built

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
GRAMMAR = etree.RelaxNG(etree.parse(pathlib.Path(__file__).with_name("atom.rng")))
FEEDS = built.files("feed.atom")
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:\S+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+07:00")


@functools.cache
def tree(path):
    return etree.fromstring(built.read(path))


def entries(path):
    return tree(path).findall(f"{ATOM}entry")


def outcome_of(entry):
    """`r9` of `tag:host,2024-12-25:3322-2024/r9/vi`."""
    return entry.findtext(f"{ATOM}id").split("/")[-2]


def outcomes_about(items):
    return {o["id"] for o in built.data()["outcomes"] if set(o["items"]) & set(items)}


class Valid(unittest.TestCase):
    def test_there_are_feeds_in_both_languages(self):
        self.assertGreater(len(FEEDS), 40)
        vi, en = ({path[3:] for path in FEEDS if path.startswith(l)} for l in built.LOCALES)
        self.assertEqual(vi, en)
        self.assertTrue({"feed.atom", "corrections/feed.atom"} <= vi)

    def test_the_grammar_takes_them(self):
        for path in FEEDS:
            with self.subTest(path):
                self.assertTrue(GRAMMAR.validate(tree(path)), GRAMMAR.error_log)

    def test_the_grammar_refuses_what_is_no_feed(self):
        good = built.text("vi/feed.atom")
        for old, new in [("<updated>", "<updated>x"), ("<feed ", "<feed a='b' "), ("</entry>", "<p/></entry>")]:
            self.assertIn(old, good)
            self.assertFalse(GRAMMAR.validate(etree.fromstring(good.replace(old, new, 1).encode())), new)

    def test_a_strict_reader_reads_them(self):
        for path in FEEDS:
            with self.subTest(path):
                read = feedparser.parse(built.read(path))
                self.assertFalse(read.bozo, read.get("bozo_exception"))
                self.assertEqual(read.version, "atom10")
                self.assertEqual(len(read.entries), len(entries(path)))
                self.assertEqual(read.feed.author_detail.name, built.data()["publisher"][path[:2]])
                for entry in read.entries:
                    self.assertTrue(entry.title and entry.summary and entry.link)

    def test_rules_that_no_grammar_can_say(self):
        for path in FEEDS:
            feed = tree(path)
            with self.subTest(path):
                # 4.1.1: an author for every entry; one of the feed is enough.
                self.assertEqual(len(feed.findall(f"{ATOM}author")), 1)
                self.assertEqual(feed.get(XML_LANG), path[:2])
                links = feed.findall(f"{ATOM}link")
                self.assertEqual([l.get("href") for l in links if l.get("rel") == "self"], [built.base() + path])
                self.assertEqual(feed.findtext(f"{ATOM}id"), built.base() + path)
                ids = [entry.findtext(f"{ATOM}id") for entry in entries(path)]
                self.assertEqual(len(ids), len(set(ids)))
                for some in [links, *(entry.findall(f"{ATOM}link") for entry in entries(path))]:
                    kinds = [(l.get("type"), l.get("hreflang")) for l in some if l.get("rel") == "alternate"]
                    self.assertEqual(len(kinds), len(set(kinds)), "4.1.1: no two alternates of one kind")
                for entry in entries(path):
                    self.assertRegex(entry.findtext(f"{ATOM}id"), TAG)
                moments = [moment.text for moment in feed.iter(f"{ATOM}updated")]
                for moment in moments:
                    self.assertRegex(moment, MOMENT)
                if moments[1:]:
                    self.assertEqual(moments[0], max(moments[1:]))
                    self.assertEqual(moments[1:], sorted(moments[1:], reverse=True))
                else:
                    self.assertEqual(moments[0][:10], built.data()["as_of"])


class Linked(unittest.TestCase):
    def test_every_link_into_the_site_leads_to_its_passage(self):
        faults = set()
        for path in FEEDS:
            for link in tree(path).iter(f"{ATOM}link"):
                if link.get("rel") not in ("via", "license"):
                    faults.add(built.fault(link.get("href")))
        self.assertEqual(faults - {None}, set())

    def test_each_page_and_its_feed_name_each_other(self):
        for path in FEEDS:
            page = next(
                l.get("href") for l in tree(path).findall(f"{ATOM}link")
                if l.get("rel") == "alternate" and l.get("type") == "text/html"
            ).removeprefix(built.base()) + "index.html"
            root = "../" * page.count("/")
            self.assertRegex(built.text(page), rf'<link [^>]*href="?{re.escape(root + path)}"?[ >]', page)
            self.assertIn(path[3:], built.text(f"{path[:2]}/follow/index.html"))


class AsTheData(unittest.TestCase):
    def test_everything_is_every_outcome_in_the_data(self):
        by_id = {outcome["id"]: outcome for outcome in built.data()["outcomes"]}
        for locale in built.LOCALES:
            found = {outcome_of(entry): entry for entry in entries(f"{locale}/feed.atom")}
            self.assertEqual(set(found), set(by_id))
            for id, entry in found.items():
                self.assertEqual(entry.findtext(f"{ATOM}updated")[:10], built.day(by_id[id]["dated"], True))
                words = by_id[id]["words"][locale] or by_id[id]["words"]["vi"]
                self.assertTrue(entry.findtext(f"{ATOM}summary").startswith(words))
                related = [l for l in entry.findall(f"{ATOM}link") if l.get("rel") == "related"]
                self.assertEqual(len(related), len(set(by_id[id]["items"])))

    def test_each_area_has_the_outcomes_on_its_items(self):
        seen = 0
        for path in FEEDS:
            if found := re.fullmatch(r"..\/[^/]+\/areas\/([^/]+)\/feed\.atom", path):
                items = [i["id"] for i in built.data()["items"] if (i["area"] or "").lower() == found[1]]
                self.assertEqual({outcome_of(e) for e in entries(path)}, outcomes_about(items), path)
                seen += 1
        self.assertGreaterEqual(seen, 14)

    def test_each_body_has_the_outcomes_on_the_items_of_its_page(self):
        with_part = set()
        for agency in (agency["id"] for agency in built.data()["agencies"]):
            items = [i["id"] for i in built.data()["items"] if any(built.is_its_own(r, agency) for r in built.roles(i))]
            for locale in built.LOCALES:
                path = f"{locale}/agencies/{agency}/feed.atom"
                self.assertEqual(path in FEEDS, bool(items), path)
                if items:
                    with_part.add(agency)
                    self.assertEqual({outcome_of(e) for e in entries(path)}, outcomes_about(items), path)
        self.assertGreater(len(with_part), 10)

    def test_corrections_are_those_of_the_data(self):
        for locale in built.LOCALES:
            days = sorted(c["date"] for c in built.data()["corrections"])
            found = sorted(e.findtext(f"{ATOM}updated")[:10] for e in entries(f"{locale}/corrections/feed.atom"))
            self.assertEqual(found, days)


if __name__ == "__main__":
    unittest.main()
