"""Reads exported lists back with openpyxl, Python's csv and vobject.

Usage: check_lists.py FOLDER

In every workbook: one sheet, the headings frozen and filtered, no formula, days as dates and numbers as numbers, phones as
text. Every separated text begins with the mark of UTF-8, has as many cells in each row, and no cell a spreadsheet would run;
it says the same as the workbook of its name. Contact cards have the names, numbers, mails, firms and posts that the list
they come from has. Exits with 1 and a list when anything is wrong.
"""

import csv
import datetime
import sys
from pathlib import Path

import openpyxl
import vobject

DANGER = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
PHONES = {"手机", "电话"}


def is_number(text):
    try:
        float(text)
        return True
    except ValueError:
        return False


def shown(value):
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def check_workbook(path, faults):
    book = openpyxl.load_workbook(path)
    if len(book.worksheets) != 1:
        faults.append(f"{path.name}: {len(book.worksheets)} sheets")
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows())
    if sheet.freeze_panes != "A2":
        faults.append(f"{path.name}: frozen at {sheet.freeze_panes}")
    if sheet.auto_filter.ref != sheet.dimensions:
        faults.append(f"{path.name}: filter {sheet.auto_filter.ref}, cells {sheet.dimensions}")
    heads = [cell.value for cell in rows[0]]
    for row in rows[1:]:
        for head, cell in zip(heads, row):
            where = f"{path.name} {cell.coordinate} ({head})"
            if cell.data_type == "f":
                faults.append(f"{where}: a formula")
            if head in PHONES and cell.value is not None and not isinstance(cell.value, str):
                faults.append(f"{where}: a phone that is no text")
            if isinstance(cell.value, str) and cell.value.startswith(DANGER) and not cell.quotePrefix:
                faults.append(f"{where}: becomes a formula when somebody edits it")
            if isinstance(cell.value, str) and len(cell.value) == 10 and cell.value[4:5] == "-" and cell.value[7:8] == "-":
                faults.append(f"{where}: a day written as text")
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in rows[0]]
    if any(not width or width < 8 for width in widths):
        faults.append(f"{path.name}: widths {widths}")
    return [heads] + [[shown(cell.value) for cell in row] for row in rows[1:]]


def check_csv(path, faults):
    raw = path.read_bytes()
    if not raw.startswith(b"\xef\xbb\xbf"):
        faults.append(f"{path.name}: no mark of UTF-8")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for at, row in enumerate(rows):
        if len(row) != len(rows[0]):
            faults.append(f"{path.name} row {at + 1}: {len(row)} cells of {len(rows[0])}")
        for cell in row:
            if cell.startswith(DANGER) and not is_number(cell):
                faults.append(f"{path.name} row {at + 1}: {cell!r}")
    return rows


def check_same(name, book, text, faults):
    # The apostrophe that makes a cell harmless in separated text is no part of what it says.
    plain = [[cell[1:] if cell.startswith("'") and cell[1:].startswith(DANGER) else cell for cell in row] for row in text]
    for at, (left, right) in enumerate(zip(book, plain)):
        if left != right:
            faults.append(f"{name} row {at + 1}: {left} / {right}")
    if len(book) != len(plain):
        faults.append(f"{name}: {len(book)} rows / {len(plain)}")


def check_cards(path, rows, faults):
    text = path.read_bytes().decode("utf-8")
    if any(len(line.encode("utf-8")) > 75 for line in text.split("\r\n")):
        faults.append(f"{path.name}: a line longer than 75 octets")
    cards = list(vobject.readComponents(text))
    heads = rows[0]
    people = [dict(zip(heads, row)) for row in rows[1:]]
    if len(cards) != len(people):
        faults.append(f"{path.name}: {len(cards)} cards of {len(people)}")
    for card, person in zip(cards, people):
        phones = [one.value for one in card.contents.get("tel", [])]
        mails = [one.value for one in card.contents.get("email", [])]
        wanted = [person[head] for head in ("手机", "电话") if person[head]]
        above = [one.value for key in ("related", "x-abrelatednames") for one in card.contents.get(key, [])]
        places = [one.value.street for one in card.contents.get("adr", [])]
        days = [one.value for key in ("bday", "x-altbday") for one in card.contents.get(key, [])]
        for what, found, want in (
            ("name", card.fn.value, person["姓名"]),
            ("phones", phones, wanted),
            ("mail", mails, [person["邮箱"]] if person["邮箱"] else []),
            ("post", card.title.value, person["职务"]),
            ("firm", card.org.value[0], person["客户"]),
            ("superior", above, [person["汇报给"]] if person["汇报给"] else []),
            ("office", places, [person["办公地址"]] if person["办公地址"] else []),
            ("birthday", len(days), 1 if person["生日"] else 0),
        ):
            if found != want:
                faults.append(f"{path.name} {person['姓名']}: {what} {found!r}, wanted {want!r}")


def main():
    folder = Path(sys.argv[1])
    faults, count = [], 0
    lists = {}
    for path in sorted(folder.glob("*.xlsx")):
        lists[path.stem] = check_workbook(path, faults)
        text = path.with_suffix(".csv")
        if text.exists():
            check_same(path.stem, lists[path.stem], check_csv(text, faults), faults)
        count += 1
    for path in sorted(folder.glob("full-*.vcf")):
        check_cards(path, lists["full-people"], faults)
        count += 1
    print(f"{count} files")
    if count == 0:
        faults.append("no files")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
