"""P-11 and P-12 beside other libraries: figures of health over equal tables, and one edit saved as a whole file.

    python health.py HEALTH.json

HEALTH.json holds our lines and names the tables that the Rust bench wrote. P-11: pandas and polars have the tables in memory
and compute coverage, engagement and ownership of every account; no support, findings, warnings or reasons. Whoever finds
other figures than ours stops the run. P-12: the tables are changed in one cell and saved whole, flushed. Prints JSON lines.
"""

import json
import os
import pathlib
import sqlite3
import statistics
import sys
import tempfile
import time

import numpy
import openpyxl
import pandas
import polars

RUNS = 20
SECONDS = 20
FIGURES = ("coverage", "engagement", "ownership")


def timed(work, most=RUNS, seconds=SECONDS):
    """Times in milliseconds, sorted, and what the work answered last."""
    times, began, found = [], time.perf_counter(), None
    while len(times) < most and (not times or time.perf_counter() - began < seconds):
        start = time.perf_counter()
        found = work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times), found


def tell(task, peer, people, times, note):
    late = times[min(len(times) - 1, len(times) * 95 // 100)]
    line = {"task": task, "peer": peer, "people": people, "median_ms": statistics.median(times), "p95_ms": late, "runs": len(times), "note": note}
    print(json.dumps(line, ensure_ascii=False), flush=True)


def with_pandas(given):
    seats, ties, owners = (pandas.DataFrame(given[name]) for name in ("seats", "ties", "owners"))
    touches = pandas.DataFrame(given["touches"])
    touches["day"] = pandas.to_datetime(touches["day"])
    today, cadences = pandas.Timestamp(given["day"]), numpy.array(given["cadence"], dtype=float)

    def work():
        rows = seats.join(ties.groupby("person")["level"].max(), on="person")
        rows = rows.join(touches.groupby("person")["day"].max().rename("last"), on="person")
        rows = rows.join(owners.groupby("seat")["staff"].nunique().rename("owned"), on="seat")
        cadence = cadences[rows["weight"].to_numpy() - 1]
        days = (today - rows["last"]).dt.days.to_numpy(dtype=float)
        fresh = numpy.nan_to_num(numpy.clip((3 * cadence - days) / (2 * cadence), 0, 1))
        weight = rows["weight"].to_numpy(dtype=float)
        cover = numpy.minimum(rows["level"].fillna(0).to_numpy() / weight, 1) * fresh
        parts = pandas.DataFrame({
            "account": rows["account"], "weight": weight, "covered": weight * cover,
            "engaged": numpy.where(days <= cadence, weight, 0.0), "single": (rows["owned"] == 1).astype(float), "one": 1.0,
        })
        sums = parts.groupby("account").sum()
        return [100 * sums["covered"] / sums["weight"], 100 * sums["engaged"] / sums["weight"], 100 * sums["single"] / sums["one"]]

    return work


def with_polars(given):
    seats, ties, owners = (polars.DataFrame(given[name]) for name in ("seats", "ties", "owners"))
    touches = polars.DataFrame(given["touches"]).with_columns(polars.col("day").str.to_date())
    cadences = polars.DataFrame({"weight": [1, 2, 3, 4], "cadence": given["cadence"]})
    today = polars.lit(given["day"]).str.to_date()

    def work():
        days = (today - polars.col("last")).dt.total_days()
        fresh = ((3 * polars.col("cadence") - days) / (2 * polars.col("cadence"))).clip(0, 1).fill_null(0)
        weight = polars.col("weight")
        cover = polars.min_horizontal(polars.col("level").fill_null(0) / weight, polars.lit(1.0)) * fresh
        rows = (
            seats.lazy()
            .join(ties.lazy().group_by("person").agg(polars.col("level").max()), on="person", how="left")
            .join(touches.lazy().group_by("person").agg(polars.col("day").max().alias("last")), on="person", how="left")
            .join(owners.lazy().group_by("seat").agg(polars.col("staff").n_unique().alias("owned")), on="seat", how="left")
            .join(cadences.lazy(), on="weight", how="left")
        )
        sums = rows.group_by("account").agg(
            (100 * (weight * cover).sum() / weight.sum()).alias("coverage"),
            (100 * weight.filter(days <= polars.col("cadence")).sum() / weight.sum()).alias("engagement"),
            (100 * (polars.col("owned") == 1).fill_null(False).mean()).alias("ownership"),
        )
        found = sums.sort("account").collect()
        return [found[name] for name in FIGURES]

    return work


def compute(given, people):
    note = "tables in memory; coverage, engagement and ownership alone"
    for name, prepare in ((f"pandas {pandas.__version__}", with_pandas), (f"polars {polars.__version__}", with_polars)):
        work = prepare(given)
        times, found = timed(work)
        for figure, column in zip(FIGURES, found):
            assert numpy.allclose(numpy.array(column, dtype=float), given["answers"][figure], atol=1e-6), (name, figure)
        tell("P-11", name, people, times, note)
        tell("P-11 after an edit", name, people, times, "the same again: nothing is kept between two runs")


def flushed(path, write):
    """Written beside and put in place, so that a crash leaves one of the two."""
    beside = path.with_suffix(".new")
    with open(beside, "wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def save_whole(given, people, folder):
    tables = {name: given[name] for name in ("seats", "ties", "touches", "owners")}
    turn = 0

    def as_json():
        nonlocal turn
        turn += 1
        tables["owners"]["staff"][7] = turn
        flushed(folder / "company.json", lambda file: file.write(json.dumps(tables).encode()))

    note = "ties, touches, owners and seats alone, without names; flushed"
    tell("P-12", "Python json, the whole file", people, timed(as_json)[0], note)
    book = openpyxl.Workbook()
    for name, columns in tables.items():
        sheet = book.create_sheet(name)
        sheet.append(list(columns))
        for row in zip(*columns.values()):
            sheet.append(row)

    def as_book():
        nonlocal turn
        turn += 1
        book["owners"]["B9"] = turn
        flushed(folder / "company.xlsx", book.save)

    tell("P-12", f"openpyxl {openpyxl.__version__}, the whole file", people, timed(as_book, most=3)[0], note)


def save_row(given, people, folder):
    """What a database takes for one bare row: the floor, no whole-file saver."""
    store = sqlite3.connect(folder / "company.sqlite", isolation_level=None)
    store.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE owner (seat INTEGER PRIMARY KEY, staff INTEGER);")
    store.execute("BEGIN")
    store.executemany("INSERT OR REPLACE INTO owner VALUES (?, ?)", zip(given["owners"]["seat"], given["owners"]["staff"]))
    store.execute("COMMIT")
    turn = 0

    def work():
        nonlocal turn
        turn += 1
        store.execute("UPDATE owner SET staff = ? WHERE seat = ?", (turn, given["owners"]["seat"][7]))

    times, _ = timed(work, most=40)
    tell("P-12", f"SQLite {sqlite3.sqlite_version}, one bare row", people, times, "one table, no check, no change log, no audit")
    store.close()


def main(file):
    told = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
    for line in told["lines"]:
        print(json.dumps(line, ensure_ascii=False), flush=True)
    given = json.loads(pathlib.Path(told["tables"]).read_text(encoding="utf-8"))
    people = len(given["seats"]["seat"])
    compute(given, people)
    # Beside the workspace, so that the same disk is flushed.
    with tempfile.TemporaryDirectory(dir=pathlib.Path(told["tables"]).parent) as folder:
        save_whole(given, people, pathlib.Path(folder))
        save_row(given, people, pathlib.Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
