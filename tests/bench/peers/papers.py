"""P-06 and P-07 beside other programs: the briefing of twelve guests as PDF and as DOCX.

    python papers.py PAPERS.json CHROMIUM

PAPERS.json names our DOCX and holds our lines. The peers are given its paragraphs and tables as they are, and only print
or write them. Prints JSON lines.
"""

import html
import io
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import docx
import weasyprint

RUNS = 5
ONE_GUEST_VISIT = 12
STYLE = "@page { size: A4; margin: 25mm 18mm 23mm 22mm } body { font: 9.8pt 'Noto Sans CJK SC' } table { border-collapse: collapse; width: 100% } td { border-bottom: .3pt solid #cbc4b6; padding: 1.4mm; vertical-align: top } tr { break-inside: avoid }"


def content(path):
    """Paragraphs and tables of a document in their order: ("p", text, heading) and ("t", rows)."""
    document = docx.Document(path)
    for one in document.iter_inner_content():
        if isinstance(one, docx.table.Table):
            yield "t", [[cell.text for cell in row.cells] for row in one.rows]
        else:
            style = one.style.name if one.style is not None else ""
            yield "p", (one.text, style.lower().startswith("heading"))


def as_html(parts):
    body = []
    for kind, one in parts:
        if kind == "p":
            text, heading = one
            body.append(f"<h2>{html.escape(text)}</h2>" if heading else f"<p>{html.escape(text)}</p>")
        else:
            rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in one)
            body.append(f"<table>{rows}</table>")
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>" + "".join(body)


def write_docx(parts):
    document = docx.Document()
    for kind, one in parts:
        if kind == "p":
            text, heading = one
            document.add_heading(text, 2) if heading else document.add_paragraph(text)
        elif one:
            table = document.add_table(rows=len(one), cols=max(len(row) for row in one))
            for cells, row in zip(table.rows, one):
                for cell, text in zip(cells.cells, row):
                    cell.text = text
    document.save(io.BytesIO())


def measured(task, peer, work, note, runs=RUNS):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    line = {"task": task, "peer": peer, "people": ONE_GUEST_VISIT, "median_ms": statistics.median(times), "p95_ms": max(times), "runs": runs, "note": note}
    print(json.dumps(line), flush=True)


def quiet(*arguments):
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main(given, chromium):
    given = json.loads(pathlib.Path(given).read_text(encoding="utf-8"))
    for line in given["lines"]:
        print(json.dumps(line), flush=True)
    parts = list(content(given["docx"]))
    with tempfile.TemporaryDirectory() as folder:
        page, out = pathlib.Path(folder, "page.html"), pathlib.Path(folder, "out.pdf")
        page.write_text(as_html(parts), encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        alone = f"import weasyprint; weasyprint.HTML(filename={str(page)!r}).write_pdf({str(out)!r})"
        measured("P-06", f"WeasyPrint {weasyprint.__version__}", lambda: quiet(sys.executable, "-c", alone), "whole process; the same text as plain HTML")
        measured("P-06", "Chromium print", lambda: quiet(chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium", f"--print-to-pdf={out}", page.as_uri()), "whole process; the same text as plain HTML")
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, given["docx"]]
        quiet(*convert)
        measured("P-06", "LibreOffice", lambda: quiet(*convert), "whole process; our own DOCX to PDF")
        warm = weasyprint.text.fonts.FontConfiguration()
        measured("P-06 after an edit", f"WeasyPrint {weasyprint.__version__}", lambda: weasyprint.HTML(filename=str(page)).write_pdf(font_config=warm), "running process")
    measured("P-07", f"python-docx {docx.__version__}", lambda: write_docx(parts), "the same paragraphs and tables, without styles and drawings")


if __name__ == "__main__":
    main(*sys.argv[1:])
