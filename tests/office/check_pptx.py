"""Checks exported decks with python-pptx and, where LibreOffice is installed, by rendering them.

Usage: check_pptx.py DECK.pptx [--people N] [--names NAME …] [--internal WORDS] [--without WORD …] [--render DIR]

Every person is one rounded rectangle with text (blocks of the overview are plain rectangles); every connector is glued
at both ends to shapes of its slide and ends at their sites; links lead to slides; nothing lies off the slide; every
slide has a title and the words of its edition; a name given twice stands on two shapes. Exits with 1 and a list when anything is wrong.
"""

import argparse
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

# A connector between two level ends may be a point off: its extent cannot be nothing.
NEAR = 12_701


def description(shape):
    return shape._element.xpath(".//p:cNvPr")[0].get("descr") or ""


def is_person(shape):
    rounded = shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE and shape.auto_shape_type == MSO_SHAPE.ROUNDED_RECTANGLE
    return rounded and bool(shape.text_frame.text.strip())


def site(shape, index):
    x, y, w, h = shape.left, shape.top, shape.width, shape.height
    return [(x + w // 2, y), (x, y + h // 2), (x + w // 2, y + h), (x + w, y + h // 2)][index]


def ends(connector):
    """Start and end on the slide: flipped, then turned about the middle."""
    frame = connector._element.spPr.find(qn("a:xfrm"))
    x, y, w, h = connector.left, connector.top, connector.width, connector.height
    turned = frame.get("rot") == "5400000"
    points = []
    for px, py in ((0, 0), (w, h)):
        px = w - px if frame.get("flipH") == "1" else px
        py = h - py if frame.get("flipV") == "1" else py
        dx, dy = 2 * px - w, 2 * py - h
        dx, dy = (-dy, dx) if turned else (dx, dy)
        points.append(((2 * x + w + dx) // 2, (2 * y + h + dy) // 2))
    return points


def check_connector(where, connector, shapes, wrong):
    glue = [connector._element.xpath(f".//a:{name}") for name in ("stCxn", "endCxn")]
    if not all(glue):
        wrong.append(f"{where}: a connector is loose")
        return
    for (one,), point in zip(glue, ends(connector)):
        shape = shapes.get(int(one.get("id")))
        if shape is None:
            wrong.append(f"{where}: a connector is glued to no shape")
            continue
        to = site(shape, int(one.get("idx")))
        if abs(to[0] - point[0]) > NEAR or abs(to[1] - point[1]) > NEAR:
            wrong.append(f"{where}: a connector ends beside its site")


def overlap(a, b):
    return (
        a.left < b.left + b.width
        and b.left < a.left + a.width
        and a.top < b.top + b.height
        and b.top < a.top + a.height
    )


def shows(shape, name):
    """The whole name in the alternative text, and on the card as much of it as fits."""
    text = shape.text_frame.text
    cut = any(f"{name[:end].rstrip()}…" in text for end in range(1, len(name)))
    return name in description(shape) and (name in text or cut)


def check_words(path, persons, names, without):
    """What is missing of `names` on the persons, and what of `without` stands anywhere in the file."""
    missing = [name for name, times in Counter(names).items() if sum(shows(one, name) for one in persons) < times]
    with zipfile.ZipFile(path) as archive:
        whole = "\n".join(archive.read(part).decode("utf-8", "replace") for part in archive.namelist())
    return [f"{name} is missing" for name in missing] + [f"{word} stands in the file" for word in without if word in whole]


def check(path, options):
    people, internal = options.people, options.internal
    wrong, found, connectors = [], [], 0
    deck = Presentation(path)
    slides = {slide.part: number for number, slide in enumerate(deck.slides, 1)}
    for slide, number in zip(deck.slides, slides.values()):
        where = f"slide {number}"
        shapes = {shape.shape_id: shape for shape in slide.shapes}
        if len(shapes) != len(slide.shapes):
            wrong.append(f"{where}: ids twice")
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        if not any(text.strip() for text in texts[:1]):
            wrong.append(f"{where}: no title")
        if internal and internal not in texts:
            wrong.append(f"{where}: the edition is not marked")
        for shape in slide.shapes:
            if not description(shape):
                wrong.append(f"{where}: {shape.name} has no alternative text")
            if shape.shape_type == MSO_SHAPE_TYPE.LINE:
                connectors += 1
                check_connector(where, shape, shapes, wrong)
            elif shape.left < 0 or shape.top < 0 or shape.left + shape.width > deck.slide_width or shape.top + shape.height > deck.slide_height:
                wrong.append(f"{where}: {shape.name} lies off the slide")
            click = shape._element.xpath(".//p:cNvPr/a:hlinkClick")
            for one in click:
                target = slide.part.related_part(one.get(qn("r:id")))
                if target not in slides:
                    wrong.append(f"{where}: a link leads to no slide")
        persons = [shape for shape in slide.shapes if is_person(shape)]
        found.extend(persons)
        for at, one in enumerate(persons):
            if any(overlap(one, other) for other in persons[at + 1 :]):
                wrong.append(f"{where}: {one.name} is overlapped")
    if people is not None and len(found) != people:
        wrong.append(f"{len(found)} persons, not {people}")
    wrong += check_words(path, found, options.names, options.without)
    if deck.core_properties.author or deck.core_properties.last_modified_by:
        wrong.append("the properties name somebody")
    print(f"{Path(path).name}: slides {len(slides)}, persons {len(found)}, connectors {connectors}")
    return wrong, len(slides)


def render(path, folder, slides):
    """Pictures of all slides in `folder`; what is wrong with them."""
    office, pictures = shutil.which("soffice"), shutil.which("pdftoppm")
    if not office or not pictures:
        print("not rendered: LibreOffice or poppler is missing")
        return []
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([office, "--headless", "--convert-to", "pdf", "--outdir", folder, path], check=True, capture_output=True, timeout=600)
    stem = Path(path).stem
    subprocess.run([pictures, "-r", "60", "-png", folder / f"{stem}.pdf", folder / stem], check=True)
    made = len(list(folder.glob(f"{stem}-*.png")))
    return [] if made == slides else [f"{made} pictures of {slides} slides"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deck")
    parser.add_argument("--people", type=int)
    parser.add_argument("--names", nargs="*", default=[])
    parser.add_argument("--internal")
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--render")
    options = parser.parse_args()
    wrong, slides = check(options.deck, options)
    if options.render:
        wrong += render(options.deck, options.render, slides)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
