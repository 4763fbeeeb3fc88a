"""Writes the cards of this folder, each in the manner of one program. All people and companies are made up."""

import base64
import pathlib
import struct
import zlib

HERE = pathlib.Path(__file__).parent


def picture():
    """A PNG of 96 × 128 in two colours."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + (b"\xc8\x28\x28" if y < 64 else bytes((y, 160, 60))) * 96 for y in range(128))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 96, 128, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


DIGITS = base64.b64encode(picture()).decode()


def lines(first, blank, width=72):
    """Base64 over lines; `blank` stands before all but the first."""
    rest = [DIGITS[at : at + width] for at in range(0, len(DIGITS), width)]
    return first + ("\r\n" + blank).join([""] + rest if first.endswith(":") and blank == " " else rest)


def qp(text, code="utf-8", soft=True):
    """All of it coded, as telephones do, with soft breaks."""
    coded = "".join(f"={one:02X}" if text_is_coded(one) else chr(one) for one in text.encode(code))
    if not soft:
        return coded
    out, line = [], ""
    for piece in split(coded):
        if len(line) + len(piece) > 60:
            out.append(line + "=")
            line = ""
        line += piece
    return "\r\n".join(out + [line])


def text_is_coded(one):
    return one >= 0x80 or one < 0x20 or one == ord("=")


def split(coded):
    at = 0
    while at < len(coded):
        long = 3 if coded[at] == "=" else 1
        yield coded[at : at + long]
        at += long


def fold(line, width=70):
    """Folded by bytes, as old programs do: a character may be parted."""
    raw = line.encode()
    return b"\r\n ".join(raw[at : at + width] for at in range(0, len(raw), width))


def write(name, text, code="utf-8", mark=b""):
    raw = text if isinstance(text, bytes) else text.replace("\r\n", "\n").replace("\n", "\r\n").encode(code)
    (HERE / name).write_bytes(mark + raw)


def card(*body, version="3.0"):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *body, "END:VCARD", ""])


# Outlook for Windows in Chinese: 2.1, text in GBK both bare and coded, design as XML, a picture with a blank line behind.
write(
    "outlook.vcf",
    card(
        "N;LANGUAGE=zh-cn;CHARSET=gb2312:彭;越",
        "FN;CHARSET=gb2312:彭越",
        "ORG;CHARSET=gb2312:样例集团;采购部",
        "TITLE;CHARSET=gb2312:部长",
        "NOTE;CHARSET=gb2312;ENCODING=QUOTED-PRINTABLE:" + qp("展会上认识；先谈交付\r\n再谈价格", "gbk"),
        "TEL;WORK;VOICE;CHARSET=gb2312:+86 (512) 6600-1122 转 801",
        "TEL;CELL;VOICE:+86 139 0000 1234",
        "TEL;WORK;FAX:+86 (512) 6600-1100",
        "ADR;WORK;PREF;CHARSET=gb2312;ENCODING=QUOTED-PRINTABLE:;;" + qp("样例路1号", "gbk", False) + ";" + qp("苏州市", "gbk", False) + ";" + qp("江苏省", "gbk", False) + ";215000;" + qp("中国", "gbk", False),
        "LABEL;WORK;PREF;CHARSET=gb2312;ENCODING=QUOTED-PRINTABLE:" + qp("样例路1号\r\n苏州市", "gbk"),
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
        "URL;WORK:http://example.com",
        "X-MS-MANAGER;CHARSET=gb2312:程岚",
        "EMAIL;PREF;INTERNET:peng.yue@example.com",
        "EMAIL;INTERNET:peng@example.org",
        lines("PHOTO;TYPE=PNG;ENCODING=BASE64:", " "),
        "",
        'X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.microsoft.com/office/outlook/12/electronicbusinesscards" ver="1.0"><img xmlns="" use="photo"/></card>',
        "REV:20261102T104242Z",
        version="2.1",
    ),
    "gbk",
)

# iPhone: groups with labels, readings, a year that is none, a home that is nobody's business, a company among the people.
write(
    "iphone.vcf",
    b"\r\n".join(
        fold(one)
        for one in (
            card(
                "PRODID:-//Apple Inc.//iPhone OS 18.1//EN",
                "N:单;雄;;;",
                "FN:单雄",
                "X-PHONETIC-FIRST-NAME:Xióng",
                "X-PHONETIC-LAST-NAME:Shàn",
                "ORG:样例重工;信息中心;网络处",
                "TITLE:处长",
                "item1.EMAIL;type=INTERNET;type=pref:shan.xiong@example.com",
                "item1.X-ABLabel:_$!<Work>!$_",
                "TEL;type=CELL;type=VOICE;type=pref:139 0000 2345",
                "TEL;type=IPHONE;type=CELL;type=VOICE:13900002346",
                "item2.TEL:(0512) 6600-3344",
                "item2.X-ABLabel:车间座机",
                "TEL;type=WORK;type=FAX:0512-66003300",
                "item3.ADR;type=WORK;type=pref:;;样例大道9号\\, 3号楼;昆山市;江苏省;215300;中国",
                "item3.X-ABADR:cn",
                "item4.ADR;type=HOME:;;某小区1幢;昆山市;;;",
                "NOTE:第一行\\n第二行\\; 有分号\\, 有逗号，而且这一行很长很长，长到必须折成好几行才写得下，一直到这里才算完。",
                "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-12",
                "X-SOCIALPROFILE;type=wechat:x-apple:someone",
                "IMPP;X-SERVICE-TYPE=QQ;type=HOME:x-apple:10001",
                "PHOTO;ENCODING=b;TYPE=PNG:" + DIGITS,
                "UID:01F1-iphone-1",
                "X-ABUID:01F1\\:ABPerson",
            )
            + card(
                "PRODID:-//Apple Inc.//iPhone OS 18.1//EN",
                "N:;;;;",
                "FN:样例物流公司",
                "ORG:样例物流公司;",
                "TEL;type=MAIN:400-820-0000",
                "X-ABShowAs:COMPANY",
            )
        ).split("\r\n")
    ),
)

# Android: all text coded, no surname apart, labels in brackets, its own properties, several people.
write(
    "android.vcf",
    card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;" + qp("钟意", soft=False) + ";;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + qp("钟意", soft=False),
        "TEL;CELL:13900003456",
        "TEL;CELL;PREF:13900003457",
        "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=E5=88=86=E6=9C=BA):051266005566,803",
        "EMAIL;WORK:zhong.yi@example.com",
        "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + qp("样例服务有限公司", soft=False),
        "TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + qp("服务经理", soft=False),
        "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + qp("现场服务的负责人，周三下午在办公室，其余时间在客户那里，先打手机。\n第二行"),
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1988-11-02;3;;;;;;;;;;;;;",
        "X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/relation;" + qp("某人", soft=False) + ";14;;;;;;;;;;;;;",
        "X-QQ:10002",
        lines("PHOTO;ENCODING=BASE64;PNG:", " "),
        "",
        version="2.1",
    )
    + card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + qp("韩", soft=False) + ";" + qp("澄", soft=False) + ";;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + qp("韩澄", soft=False),
        "TEL;WORK:+8651266007788",
        version="2.1",
    ),
)

# Gmail: the given name first, escaped colons, a picture that lies in the net.
write(
    "gmail.vcf",
    card(
        "FN:越 彭",
        "N:彭;越;;;",
        "EMAIL;TYPE=INTERNET;TYPE=WORK:peng.yue@example.com",
        "TEL;TYPE=CELL:+86 139 0000 1234",
        "item1.TEL:0512-66001122",
        "item1.X-ABLabel:grandcentral",
        "ORG:样例集团",
        "TITLE:部长",
        "BDAY:19850512",
        "item2.URL:http\\://www.google.com/profiles/1",
        "item2.X-ABLabel:PROFILE",
        "PHOTO:https://lh3.example.com/contacts/1",
        "NOTE:一\\n二",
        "CATEGORIES:myContacts",
    ),
)

# Thunderbird: 4.0, preferences by number, numbers as links, a birthday without a year, a picture inside the address.
write(
    "thunderbird.vcf",
    card(
        "EMAIL;PREF=1:ingrid.olsen@example.no",
        "EMAIL:ingrid@example.org",
        "FN:Ingrid Marie Olsen",
        "N:Olsen;Ingrid;Marie;;",
        "TEL;VALUE=URI;TYPE=work:tel:+47-22-33-44-55;ext=12",
        'TEL;VALUE=TEXT;TYPE="cell,voice":+47 412 34 567',
        "ORG:Sample Shipping AS;Fleet",
        "ROLE:Head of procurement",
        "ADR;TYPE=work:;;1 Sample St;Oslo;;0150;Norway",
        "BDAY;VALUE=DATE:--0512",
        "X-CUSTOM1;VALUE=TEXT:x",
        "PHOTO:data:image/png;base64," + DIGITS,
        "UID:urn:uuid:00000000-0000-4000-8000-000000000001",
        version="4.0",
    ),
)

# Lotus Notes: Latin-1 coded and bare, types in quotes, an assistant as a card inside the card, a key.
write(
    "lotus.vcf",
    card(
        "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Bj=F8rnstad;Tor;;Mr.;",
        "FN;CHARSET=ISO-8859-1:Tor Bjørnstad",
        'TEL;TYPE="WORK,VOICE":+47 22 33 44 66',
        "EMAIL;INTERNET;WORK:tor@example.no",
        "EMAIL;X400:CN=Tor/O=Sample",
        "ORG:Sample Shipping AS",
        "AGENT:",
        "BEGIN:VCARD",
        "VERSION:2.1",
        "FN:Somebody Else",
        "TEL:+47 99 99 99 99",
        "AGENT:",
        "BEGIN:VCARD",
        "FN:Yet Another",
        "END:VCARD",
        "END:VCARD",
        "KEY;X509;ENCODING=BASE64:",
        " AAECAwQFBgcICQ==",
        "",
        "TITLE:Buyer",
        version="2.1",
    ),
    "latin-1",
)

# BlackBerry: base64 over bare lines, no preference, an assistant written into one line.
write(
    "blackberry.vcf",
    card(
        "FN:冼思源",
        "N:冼;思源;;;",
        "X-BLACKBERRY-CUSTOM:1",
        lines("PHOTO;ENCODING=BASE64;TYPE=PNG:", ""),
        "TEL;TYPE=CELL,VOICE:13900004567",
        "TEL;TYPE=PAGER:66001",
        "ORG:样例电力",
        "AGENT:BEGIN:VCARD\\nFN:Somebody Else\\nTEL:+1-919-555-0100\\nEND:VCARD\\n",
        "EMAIL;TYPE=INTERNET,PREF:xian@example.com",
    ),
)

# WeChat and the like: bare line ends, no N, the post behind the name of the company.
(HERE / "wechat.vcf").write_bytes(
    "BEGIN:VCARD\nVERSION:3.0\nFN:林采薇\nTEL;TYPE=CELL,VOICE:13900005678\nORG:样例科技\nTITLE:客户经理\nEMAIL:lin@example.com\n"
    "X-WECHAT:lincaiwei\nNOTE:来自群名片\n\n\nEND:VCARD\n".encode()
)

# An old telephone: GBK nobody names, no FN, carriage returns alone.
(HERE / "old-phone.vcf").write_bytes(
    "BEGIN:VCARD\rVERSION:2.1\rN:宋;嘉树\rTEL;CELL:13900006789\rORG:样例医院;设备科\rEND:VCARD\r".encode("gbk")
    + b"BEGIN:VCARD\rVERSION:2.1\rN;ENCODING=QUOTED-PRINTABLE:" + qp("曹", "gbk").encode() + b";" + qp("泊宁", "gbk").encode()
    + b"\rTEL;HOME:13900006790\rEND:VCARD\r"
)

# A telephone with Symbian, saved as UTF-16.
write("wide.vcf", card("N:卓;越川", "FN:卓越川", "TEL;CELL:13900007890", version="2.1"), "utf-16-le", b"\xff\xfe")

# Everything wrong at once: ends forgotten, rubbish, broken base64, notes with bare line ends, groups, nobody at all.
write(
    "broken.vcf",
    "\r\n".join(
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:甲一",
            "this is no property",
            "TEL;TYPE=CELL:13900008901",
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:乙二",
            "NOTE:第一行",
            "第二行没有转义",
            "",
            "PHOTO;ENCODING=b;TYPE=JPEG:////!!!!====not base64",
            "END:VCARD",
            "between the cards",
            "BEGIN:VCARD",
            "VERSION:4.0",
            "KIND:group",
            "FN:全部供应商",
            "MEMBER:urn:uuid:00000000-0000-4000-8000-000000000001",
            "END:VCARD",
            "BEGIN:VCARD",
            "END:VCARD",
            "BEGIN:VCARD",
            "FN:13900008902",
            "TEL:13900008902",
            "END:VCARD",
            "BEGIN:VCARD",
            "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E4=B8=99;=E4=B8=89=",
        ]
    ),
)
