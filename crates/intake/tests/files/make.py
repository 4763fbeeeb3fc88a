"""Writes own.pptx: a deck of 4:3 with a theme, a picture, an outside link, notes and a slide of its own."""

import io
import struct
import sys
import zlib

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Emu

KEPT = {"Title Slide", "Title Only", "Blank"}


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((178, 51, 29)) * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


deck = Presentation()
master = deck.slide_master
for layout in [one for one in deck.slide_layouts if one.name not in KEPT]:
    deck.slide_layouts.remove(layout)
image, rid = master.part.get_or_add_image_part(io.BytesIO(png()))
tree = master.shapes._spTree
pic = tree.add_pic(99, "Logo", "Logo", rid, Emu(8500000), Emu(6300000), Emu(360000), Emu(360000))
link = master.part.relate_to("https://example.com/track", RT.HYPERLINK, is_external=True)
click = etree.SubElement(pic.find(qn("p:nvPicPr")).find(qn("p:cNvPr")), qn("a:hlinkClick"))
click.set(qn("r:id"), link)
theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype == RT.THEME)
blob = theme.blob.replace(b'<a:latin typeface="Calibri"/><a:ea typeface=""/>', b'<a:latin typeface="Georgia"/><a:ea typeface="KaiTi"/>')
theme._blob = blob
slide = deck.slides.add_slide(deck.slide_layouts[0])
slide.shapes.title.text = "CANARY-SLIDE"
slide.notes_slide.notes_text_frame.text = "CANARY-NOTES"
deck.core_properties.author = "CANARY-AUTHOR"
deck.save(sys.argv[1])
