"""P-08 beside openpyxl and sqlite3: a list of 50,000 people from XLSX into a database.

    python import.py IMPORT.json

The peer reads the sheet, checks names, numbers and addresses, leaves doubles out, finds superiors by name and writes people
and their facts with an index on each, in one durable transaction (`synchronous=FULL`). It keeps no undo step, no audit and no
map. Runs the task in a process of its own and prints JSON lines, Dianke's own first.
"""

import json
import os
import re
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

import openpyxl

MOBILE = re.compile(r"1[3-9]\d{9}")
MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
FACTS = {"职务": "position", "手机": "mobile", "邮箱": "email", "籍贯": "native_place", "爱好": "hobby"}
RUNS = 3
SCHEMA = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT, title TEXT, superior INTEGER, stance TEXT);
    CREATE TABLE fact (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES person, kind TEXT NOT NULL, value TEXT);
    CREATE INDEX person_name ON person (name);
    CREATE INDEX fact_person ON fact (person);
"""


def rows_of(path):
    sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    heads = next(rows)
    for row in rows:
        yield {head: "" if cell is None else str(cell).strip() for head, cell in zip(heads, row)}


def good(row):
    numbers = not row["手机"] or MOBILE.fullmatch(row["手机"])
    mails = not row["邮箱"] or MAIL.fullmatch(row["邮箱"])
    return bool(row["姓名"]) and bool(numbers) and bool(mails)


def taken(path):
    kept, seen = [], set()
    for row in rows_of(path):
        key = (row["姓名"], row["部门"], row["职务"])
        if good(row) and key not in seen:
            seen.add(key)
            kept.append(row)
    return kept


def write(base, rows):
    numbers = {row["姓名"]: number for number, row in enumerate(rows, 1)}
    people = [(number, row["姓名"], row["部门"], row["职务"], numbers.get(row["上级"]), row["态度"]) for number, row in enumerate(rows, 1)]
    facts = [(number, kind, row[head]) for number, row in enumerate(rows, 1) for head, kind in FACTS.items() if row[head]]
    with base:
        base.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?)", people)
        base.executemany("INSERT INTO fact (person, kind, value) VALUES (?, ?, ?)", facts)


def once(path):
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        base = sqlite3.connect(os.path.join(folder, "people.db"))
        base.executescript(SCHEMA)
        rows = taken(path)
        write(base, rows)
        base.close()
        took = (time.perf_counter() - start) * 1000
    return took, len(rows), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    for line in given["lines"]:
        print(json.dumps(line, ensure_ascii=False))
    times, memory = [], 0
    for _ in range(RUNS):
        with ProcessPoolExecutor(max_workers=1) as own:
            took, rows, most = own.submit(once, given["xlsx"]).result()
        if rows != given["rows"]:
            sys.exit(f"{rows} rows instead of {given['rows']}")
        times.append(took)
        memory = max(memory, most)
    line = {
        "task": "P-08",
        "peer": f"openpyxl {openpyxl.__version__} + sqlite3 {sqlite3.sqlite_version}",
        "people": given["rows"],
        "median_ms": statistics.median(times),
        "p95_ms": max(times),
        "runs": RUNS,
        "memory_mb": memory,
        "note": "two tables, no undo, no audit",
    }
    print(json.dumps(line))


main()
