"""P-05 beside tantivy: the same people, characters and words as terms, syllables and initials given.

    python search.py SEARCH.json

The index is written by one process and read by another, as it is meant to be; memory is what the reading process grew by.
Prints JSON lines.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time

import tantivy

SPACED = ["name", "post", "unit", "account"]
WORDS = ["en", "syllables", "initials", "mail"]
MOST = 10.0
HAN = re.compile(r"[\u4e00-\u9fff]")


def schema():
    made = tantivy.SchemaBuilder()
    for field in SPACED + WORDS:
        made.add_text_field(field, stored=False, tokenizer_name="whitespace")
    made.add_text_field("phone", stored=False, tokenizer_name="raw")
    made.add_unsigned_field("id", stored=True)
    return made.build()


def spaced(text):
    return " ".join(re.findall(r"[\u4e00-\u9fff]|[^\s\u4e00-\u9fff]+", text.lower()))


def joined(pinyin):
    parts = pinyin.split(" ")
    return " ".join("".join(parts[at:]) for at in range(len(parts)))


def write(file, folder):
    with open(file, encoding="utf-8") as source:
        people = json.load(source)["people"]
    index = tantivy.Index(schema(), path=folder)
    writer = index.writer(64_000_000, 1)
    for number, one in enumerate(people):
        made = {field: spaced(one[field]) for field in SPACED}
        mail = re.sub(r"[@.]", " ", one["mail"])
        made |= {"en": one["en"].lower(), "syllables": joined(one["pinyin"]), "initials": one["initials"], "mail": mail}
        writer.add_document(tantivy.Document(**made, phone=one["phone"], id=number))
    writer.commit()
    writer.wait_merging_threads()


def word(rules, text):
    """A word by its beginning, or with slips when nothing begins so."""
    prefix = [tantivy.Query.fuzzy_term_query(rules, field, text, 0, True, True) for field in WORDS]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in prefix])


def near(rules, text):
    far = 2 if len(text) >= 8 else 1
    slips = [tantivy.Query.fuzzy_term_query(rules, field, text, far, True, False) for field in WORDS]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in slips])


def chinese(rules, text):
    terms = spaced(text).split(" ")
    one = lambda field: tantivy.Query.phrase_query(rules, field, terms) if len(terms) > 1 else tantivy.Query.term_query(rules, field, terms[0])
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, one(field)) for field in SPACED])


def query(rules, text):
    parts = []
    for part in re.findall(r"[\u4e00-\u9fff]+|[^\s\u4e00-\u9fff]+", text):
        if HAN.match(part):
            parts.append(chinese(rules, part))
        elif part.isdigit():
            parts.append(tantivy.Query.regex_query(rules, "phone", f".*{part}.*"))
        else:
            parts.append(word(rules, part))
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in parts])


def resident():
    with open("/proc/self/statm", encoding="ascii") as source:
        return int(source.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def read(file, folder):
    with open(file, encoding="utf-8") as source:
        given = json.load(source)
    count = len(given.pop("people"))
    peer = f"tantivy {tantivy.__version__.split(',')[0].split('v')[-1]}"
    before = resident()
    rules = schema()
    index = tantivy.Index(rules, path=folder)
    searcher = index.searcher()

    def find(text):
        hits = searcher.search(query(rules, text), given["limit"]).hits
        if not hits and text.isascii() and text.isalpha() and len(text) >= 4:
            hits = searcher.search(near(rules, text), given["limit"]).hits
        return [searcher.doc(address)["id"] for _, address in hits]

    for task, typed in given["tasks"]:
        found = sum(1 for text in typed if find(text))
        times, began = [], time.perf_counter()
        for _ in range(given["runs"]):
            if time.perf_counter() - began > MOST:
                break
            for text in typed:
                start = time.perf_counter()
                find(text)
                times.append((time.perf_counter() - start) * 1000)
        times.sort()
        at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
        note = f"Rust, called from Python; {found} of {len(typed)} found"
        print(json.dumps({"task": f"P-05 {task}", "peer": peer, "people": count, "median_ms": at(0.5), "p95_ms": at(0.95), "runs": len(times), "note": note}))
    size = sum(entry.stat().st_size for entry in os.scandir(folder) if entry.is_file())
    grown = resident() - before
    note = f"the reading process grew by this; {size / 2**20:.1f} MiB on disk"
    print(json.dumps({"task": "P-05 memory", "peer": peer, "people": count, "median_ms": None, "p95_ms": None, "mib": grown / 2**20, "runs": 1, "note": note}))


if len(sys.argv) > 3:
    (write if sys.argv[2] == "write" else read)(sys.argv[1], sys.argv[3])
else:
    with tempfile.TemporaryDirectory() as place:
        for step in ("write", "read"):
            subprocess.run([sys.executable, __file__, sys.argv[1], step, place], check=True)
