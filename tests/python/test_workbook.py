"""LibreOffice and openpyxl open the workbook: the same cells as in CSV, dates as dates, Vietnamese as Vietnamese."""

import csv
import datetime
import pathlib
import subprocess
import tempfile
import unittest

import openpyxl

from built import DATA, TABLES, read_json, rows

WORKBOOK = DATA / "plan.xlsx"
# Every sheet as UTF-8 CSV, cells as they are shown (LibreOffice: filter options of "Text - txt - csv").
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
WIDEST = 80


def as_shown():
    """Sheet → rows, as LibreOffice shows them. It works with a profile of its own."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
             EVERY_SHEET, "--outdir", str(folder / "out"), str(WORKBOOK)],
            check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        sheets = {}
        for file in sorted((folder / "out").glob("plan-*.csv")):
            with open(file, encoding="utf-8", newline="") as text:
                sheets[file.stem.removeprefix("plan-")] = list(csv.reader(text))
        return sheets


def plain(field, cell):
    """A cell as LibreOffice shows it, as CSV has it: without marks between thousands, `true` for `TRUE`."""
    if field["type"] == "integer":
        return cell.replace(",", "")
    return cell.lower() if field["type"] == "boolean" else cell


class WorkbookTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shown = as_shown()
        cls.book = openpyxl.load_workbook(WORKBOOK)

    def test_libreoffice_shows_what_csv_holds(self):
        self.assertEqual(set(self.shown), {"about", "columns", *TABLES})
        for name, table in TABLES.items():
            header, *expected = rows(table["path"])
            fields = table["schema"]["fields"]
            shown = [[plain(field, cell) for field, cell in zip(fields, row)] for row in self.shown[name][1:]]
            with self.subTest(name):
                self.assertEqual(self.shown[name][0], header)
                self.assertEqual(shown, expected)
        words = [cell for row in self.shown["items"] for cell in row]
        self.assertIn("thủ tục hành chính", " ".join(words))

    def test_cells_have_types(self):
        days = numbers = 0
        for name, table in TABLES.items():
            sheet = self.book[name]
            for field, column in zip(table["schema"]["fields"], sheet.iter_cols(min_row=2)):
                for cell in (cell for cell in column if cell.value is not None):
                    with self.subTest(table=name, cell=cell.coordinate):
                        if field["type"] == "date":
                            self.assertTrue(cell.is_date)
                            self.assertEqual(cell.number_format, "yyyy-mm-dd")
                            self.assertIsInstance(cell.value, datetime.datetime)
                            days += 1
                        elif field["type"] in ("number", "integer"):
                            self.assertEqual(cell.data_type, "n")
                            numbers += 1
                        elif field["type"] == "boolean":
                            self.assertEqual(cell.data_type, "b")
                        else:
                            self.assertEqual(cell.data_type, "s")
        self.assertGreater(days, 100)
        self.assertGreater(numbers, 100)

    def test_sheets_can_be_used(self):
        for sheet in self.book.worksheets:
            with self.subTest(sheet.title):
                self.assertEqual(sheet.freeze_panes, "A2")
                if sheet.title != "about":
                    self.assertTrue(sheet.auto_filter.ref.startswith("A1:"))
                widths = [size.width for size in sheet.column_dimensions.values()]
                self.assertTrue(widths and all(5 < width < WIDEST for width in widths), widths)

    def test_every_column_is_explained_in_both_languages(self):
        explained = {(row[0], row[1]): row[5:7] for row in self.shown["columns"][1:]}
        wanted = {(name, field["name"]) for name, table in TABLES.items() for field in table["schema"]["fields"]}
        self.assertEqual(set(explained), wanted)
        for of, (vietnamese, english) in explained.items():
            self.assertTrue(vietnamese and english and vietnamese != english, of)

    def test_created_on_the_cut_off_day(self):
        as_of = read_json("data/plan.json")["as_of"]
        self.assertEqual(self.book.properties.created.date().isoformat(), as_of)


if __name__ == "__main__":
    unittest.main()
