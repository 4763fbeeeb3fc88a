"""Makes the shipped font subsets from the Noto CJK collections of Debian's fonts-noto-cjk.

Usage: python subset.py [directory of the .ttc files]     needs fontTools (pip install fonttools)
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

SOURCE = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/opentype/noto")
HERE = Path(__file__).parent
FACES = [  # collection, family inside it, file written
    ("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "NotoSansCJKsc-Regular-subset.otf"),
    ("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", "NotoSansCJKsc-Bold-subset.otf"),
    ("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", "NotoSerifCJKsc-Bold-subset.otf"),
]
RANGES = [
    (0x20, 0x7E), (0xA0, 0xFF),          # Latin, Latin-1
    (0x100, 0x24F),                      # Latin Extended-A and -B, with the pinyin letters ā á ǎ à … ǚ ǹ
    (0x2B0, 0x2FF), (0x300, 0x36F),      # tone marks, combining marks
    (0x370, 0x3FF), (0x400, 0x45F),      # Greek, Cyrillic
    (0x1E00, 0x1EFF),                    # Latin Extended Additional (ḿ, Vietnamese)
    (0x2000, 0x206F), (0x20A0, 0x20BF),  # punctuation, currencies
    (0x2100, 0x218F), (0x2190, 0x21FF),  # letter-like forms, numbers, arrows
    (0x2200, 0x22FF), (0x2460, 0x24FF),  # mathematics, enclosed numbers
    (0x25A0, 0x25FF), (0x2600, 0x27BF),  # geometric shapes, symbols, dingbats
    (0x3000, 0x30FF), (0x3200, 0x33FF),  # CJK symbols, kana, enclosed CJK
    (0x4E00, 0x9FFF),                    # unified ideographs, more than GBK: names need the rare ones
    (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF),  # compatibility and full-width forms
]
FEATURES = ["ccmp", "calt", "kern", "mark", "mkmk", "pwid", "palt", "halt"]


def gbk():
    """Every character GBK can write."""
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                text = bytes([lead, trail]).decode("gbk")
            except UnicodeDecodeError:
                continue
            yield ord(text)


def main():
    wanted = {code for low, high in RANGES for code in range(low, high + 1)} | set(gbk())
    for collection, family, out in FACES:
        fonts = TTCollection(SOURCE / collection).fonts
        font = next(one for one in fonts if one["name"].getDebugName(1) in (family, family + " Bold"))
        options = subset.Options()
        options.layout_features = FEATURES
        options.drop_tables += ["VORG", "vhea", "vmtx"]  # nothing here is set vertically
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17]
        options.hinting = False
        options.notdef_outline = True
        options.recalc_timestamp = False  # same input, same bytes
        tool = subset.Subsetter(options)
        tool.populate(unicodes=wanted)
        tool.subset(font)
        font.save(HERE / out)
        print(out, (HERE / out).stat().st_size // 1024, "kB", len(font.getGlyphOrder()), "glyphs")


main()
