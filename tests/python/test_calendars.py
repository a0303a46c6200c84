"""The calendars are valid iCalendar (RFC 5545) and hold the deadlines of the published data, no others."""

import datetime
import unittest

import icalendar

import built

CALENDARS = built.files("deadlines.ics")
# A year is no day: what is due "in 2025" stands in no calendar.
PRECISIONS = ("day", "month", "quarter")


def events(path):
    return icalendar.Calendar.from_ical(built.read(path)).walk("VEVENT")


def due(belongs):
    """UID (without language and host) → deadline, of every deadline of the data for which `belongs` says yes."""
    found = {}
    for item in built.data()["items"]:
        name = f"{item['plan']}-{item['id']}"
        whole = [(name, item, None, item["deadline"])]
        own = [(f"{name}-{role['agency']}", item, role, role["deadline"]) for role in built.roles(item)]
        measures = [(f"{name}-{measure['id']}", item, None, measure.get("deadline")) for measure in item["measures"]]
        for uid, item_, role, deadline in whole + own + measures:
            if deadline and deadline["precision"] in PRECISIONS and belongs(item_, role):
                found[uid] = deadline
    return found


def in_data(path):
    parts = path.split("/")
    if parts[1] != "agencies":
        return due(lambda item, role: item["plan"] == parts[1])
    return due(
        lambda item, role: built.is_its_own(role, parts[2])
        if role
        else any(built.is_its_own(r, parts[2]) for r in built.roles(item))
    )


class Valid(unittest.TestCase):
    def test_there_are_calendars_in_both_languages(self):
        vi, en = ({path[3:] for path in CALENDARS if path.startswith(l)} for l in built.LOCALES)
        self.assertEqual(vi, en)
        slugs = {item["plan"] for item in built.data()["items"]}
        self.assertTrue({f"{slug}/deadlines/deadlines.ics" for slug in slugs} <= vi)

    def test_lines_are_what_the_standard_says(self):
        for path in CALENDARS:
            raw = built.read(path)
            with self.subTest(path):
                self.assertTrue(raw.endswith(b"\r\n"))
                self.assertNotIn(b"\n", raw.replace(b"\r\n", b""))
                for line in raw.split(b"\r\n"):
                    self.assertLessEqual(len(line), 75)
                    line.decode("utf-8")  # a letter is never cut

    def test_a_parser_reads_them_whole(self):
        uids = {}
        for path in CALENDARS:
            calendar = icalendar.Calendar.from_ical(built.read(path))
            with self.subTest(path):
                self.assertEqual(calendar.errors, [])
                self.assertEqual(calendar["VERSION"], "2.0")
                self.assertTrue(calendar["PRODID"] and calendar["X-WR-CALNAME"])
                self.assertEqual(str(calendar["SOURCE"]), built.base() + path)
                self.assertIsNone(built.fault(str(calendar["URL"])))
                all_ = calendar.walk("VEVENT")
                self.assertTrue(all_, "3.6: a calendar has at least one component")
                own = [str(event["UID"]) for event in all_]
                self.assertEqual(len(own), len(set(own)))
                for event in all_:
                    self.assertEqual(event.errors, [])
                    self.assertIsNone(built.fault(str(event["URL"])))
                    # The same event in two calendars is one and the same.
                    same = uids.setdefault(str(event["UID"]), event.to_ical())
                    self.assertEqual(same, event.to_ical())

    def test_nothing_asks_the_clock(self):
        as_of = datetime.date.fromisoformat(built.data()["as_of"])
        for path in CALENDARS:
            for event in events(path):
                self.assertEqual(event["DTSTAMP"].dt.date(), as_of)


class AsTheData(unittest.TestCase):
    def test_each_calendar_holds_its_deadlines_and_no_others(self):
        for path in CALENDARS:
            wanted = in_data(path)
            locale = path[:2]
            with self.subTest(path):
                found = {str(event["UID"]).split("@")[0].removesuffix(f"-{locale}"): event for event in events(path)}
                self.assertEqual(set(found), set(wanted))
                for uid, event in found.items():
                    start = event["DTSTART"]
                    self.assertEqual(start.params["VALUE"], "DATE")
                    self.assertEqual(start.dt.isoformat(), wanted[uid]["last_day"])
                    self.assertNotIn("DTEND", event)
                    printed = wanted[uid]["printed"][locale] or wanted[uid]["printed"]["vi"]
                    self.assertIn(printed, str(event["DESCRIPTION"]))

    def test_who_has_no_calendar_has_no_such_deadline(self):
        for agency in (agency["id"] for agency in built.data()["agencies"]):
            path = f"vi/agencies/{agency}/deadlines.ics"
            self.assertEqual(path in CALENDARS, bool(in_data(path)), path)


if __name__ == "__main__":
    unittest.main()
