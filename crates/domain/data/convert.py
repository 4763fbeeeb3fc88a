"""Writes places.tsv, former.tsv and countries.tsv from the packages the README names.

    python3 convert.py LOCATION_YEAR.csv HONGKONG.csv MACAU.csv COUNTRIES_ZH.json COUNTRIES_EN.json

Needs pypinyin for the Latin names. Run once after an update of a source; the application reads the three files only.
"""

import collections
import csv
import json
import sys

from pypinyin import Style, lazy_pinyin, load_phrases_dict

# Readings that differ in place names, and names with a customary Latin form.
READINGS = {
    "乐清": "yue qing", "乐亭": "lao ting", "六安": "lu an", "六合": "lu he", "蚌埠": "beng bu", "番禺": "pan yu",
    "浚": "xun", "歙": "she", "黟": "yi", "亳州": "bo zhou", "涡阳": "guo yang", "砀山": "dang shan", "枞阳": "zong yang",
    "台州": "tai zhou", "丽水": "li shui", "鄞州": "yin zhou", "嵊州": "sheng zhou", "莘": "shen", "莒": "ju",
    "单": "shan", "费": "fei", "曲阜": "qu fu", "曲阳": "qu yang", "长子": "zhang zi", "洪洞": "hong tong", "解州": "hai zhou",
    "井陉": "jing xing", "蔚": "yu", "蠡": "li", "任丘": "ren qiu", "大城": "dai cheng", "尉氏": "wei shi", "尉犁": "yu li",
    "柘城": "zhe cheng", "泌阳": "bi yang", "渑池": "mian chi", "中牟": "zhong mu", "郏": "jia", "阿城": "a cheng",
    "桦甸": "hua dian", "珲春": "hun chun", "铅山": "yan shan", "婺源": "wu yuan", "监利": "jian li", "黄陂": "huang pi",
    "秭归": "zi gui", "郫都": "pi du", "犍为": "qian wei", "珙": "gong", "筠连": "jun lian", "荥经": "ying jing",
    "荥阳": "xing yang", "宕昌": "tan chang", "东阿": "dong e", "盱眙": "xu yi", "邗江": "han jiang", "氾水": "fan shui",
    "重庆": "chong qing", "长": "chang", "厦门": "xia men", "朝阳": "chao yang", "巴音郭楞": "ba yin guo leng", "吐鲁番": "tu lu fan",
    "繁峙": "fan shi", "万荣": "wan rong", "石嘴山": "shi zui shan", "会同": "hui tong", "会泽": "hui ze", "会理": "hui li",
    "会昌": "hui chang", "会宁": "hui ning", "莘庄": "xin zhuang", "华县": "hua xian", "乐山": "le shan", "乐平": "le ping",
    "长乐": "chang le", "平乐": "ping le", "都昌": "du chang", "都匀": "du yun", "调兵山": "diao bing shan", "行唐": "xing tang",
    "应城": "ying cheng", "应": "ying", "盖州": "gai zhou", "绛": "jiang", "泾": "jing", "畲": "she", "濉溪": "sui xi",
}
CUSTOMARY = {
    "呼和浩特": "Hohhot", "鄂尔多斯": "Ordos", "呼伦贝尔": "Hulunbuir", "巴彦淖尔": "Bayannur", "乌兰察布": "Ulanqab", "锡林郭勒": "Xilingol",
    "阿拉善": "Alxa", "兴安": "Xing'an", "乌鲁木齐": "Urumqi", "克拉玛依": "Karamay", "吐鲁番": "Turpan", "哈密": "Hami", "昌吉": "Changji",
    "博尔塔拉": "Bortala", "巴音郭楞": "Bayingolin", "阿克苏": "Aksu", "克孜勒苏": "Kizilsu", "喀什": "Kashgar", "和田": "Hotan",
    "伊犁": "Ili", "塔城": "Tacheng", "阿勒泰": "Altay", "石河子": "Shihezi", "拉萨": "Lhasa", "日喀则": "Xigaze", "昌都": "Chamdo",
    "林芝": "Nyingchi", "山南": "Shannan", "那曲": "Nagqu", "阿里": "Ngari", "哈尔滨": "Harbin", "齐齐哈尔": "Qiqihar", "延边": "Yanbian",
    "阿坝": "Ngawa", "甘孜": "Garze", "迪庆": "Deqen", "海西": "Haixi", "果洛": "Golog", "玉树": "Yushu", "香格里拉": "Shangri-La",
    "浦东": "Pudong",
    "中西": "Central and Western", "湾仔": "Wan Chai", "东区": "Eastern", "南区": "Southern", "油尖旺": "Yau Tsim Mong", "深水埗": "Sham Shui Po",
    "九龙城": "Kowloon City", "黄大仙": "Wong Tai Sin", "观塘": "Kwun Tong", "荃湾": "Tsuen Wan", "屯门": "Tuen Mun", "元朗": "Yuen Long",
    "北区": "North", "大埔": "Tai Po", "西贡": "Sai Kung", "沙田": "Sha Tin", "葵青": "Kwai Tsing", "离岛": "Islands",
    "花地玛堂": "Nossa Senhora de Fátima", "花王堂": "Santo António", "望德堂": "São Lázaro", "大堂": "Sé", "风顺堂": "São Lourenço",
    "嘉模堂": "Nossa Senhora do Carmo", "路凼填海": "Cotai", "圣方济各堂": "São Francisco Xavier",
}
SPECIAL = ("81", "82")
SHORTER = {"CN": "China", "US": "United States"}
PROVINCES = {
    "11": "Beijing", "12": "Tianjin", "13": "Hebei", "14": "Shanxi", "15": "Inner Mongolia", "21": "Liaoning", "22": "Jilin",
    "23": "Heilongjiang", "31": "Shanghai", "32": "Jiangsu", "33": "Zhejiang", "34": "Anhui", "35": "Fujian", "36": "Jiangxi",
    "37": "Shandong", "41": "Henan", "42": "Hubei", "43": "Hunan", "44": "Guangdong", "45": "Guangxi", "46": "Hainan",
    "50": "Chongqing", "51": "Sichuan", "52": "Guizhou", "53": "Yunnan", "54": "Tibet", "61": "Shaanxi", "62": "Gansu",
    "63": "Qinghai", "64": "Ningxia", "65": "Xinjiang", "71": "Taiwan", "81": "Hong Kong", "82": "Macao",
}
# Merged or renamed without a trace in the lists, by hand: former name and code, and where the place is today.
BY_HAND = {
    "110103": ("崇文区", "110101"), "110104": ("宣武区", "110102"), "310103": ("卢湾区", "310101"), "310108": ("闸北区", "310106"),
    "310119": ("南汇区", "310115"), "310225": ("南汇县", "310115"), "310205": ("南汇县", "310115"), "310102": ("南市区", "310101"),
    "120107": ("塘沽区", "120116"), "120108": ("汉沽区", "120116"), "120109": ("大港区", "120116"), "440102": ("东山区", "440104"),
    "440107": ("芳村区", "440103"), "440116": ("萝岗区", "440112"), "330103": ("下城区", "330105"), "330104": ("江干区", "330102"),
    "320107": ("下关区", "320106"), "320103": ("白下区", "320104"), "320502": ("沧浪区", "320508"), "320503": ("平江区", "320508"),
    "320504": ("金阊区", "320508"), "320584": ("吴江市", "320509"), "320586": ("吴县市", "320500"), "320524": ("吴县", "320500"),
    "320202": ("崇安区", "320213"), "320203": ("南长区", "320213"), "320204": ("北塘区", "320213"), "320222": ("无锡县", "320205"),
    "320283": ("锡山市", "320205"), "320223": ("宜兴县", "320282"), "330227": ("鄞县", "330212"), "330203": ("海曙区", "330203"),
    "330204": ("江东区", "330212"), "370203": ("四方区", "370203"), "370205": ("四方区", "370203"), "370284": ("胶南市", "370211"),
    "371202": ("莱城区", "370116"), "371203": ("钢城区", "370117"), "371200": ("莱芜市", "370100"), "370982": ("新泰市", "370982"),
    "500110": ("綦江区", "500110"), "500222": ("綦江县", "500110"), "500225": ("大足县", "500111"), "500111": ("大足区", "500111"),
    "510216": ("南桐矿区", "500110"), "510217": ("双桥区", "500111"), "510222": ("巴县", "500113"), "500221": ("长寿县", "500115"),
    "512501": ("乐山市", "511100"), "512525": ("眉山县", "511402"), "513822": ("仁寿县", "511421"), "513821": ("眉山县", "511402"),
    "511127": ("彭山县", "511403"), "511122": ("眉山县", "511402"), "340181": ("巢湖市", "340181"), "341402": ("居巢区", "340181"),
    "341400": ("巢湖市", "340181"), "532723": ("墨江哈尼族自治县", "530822"), "532721": ("思茅县", "530802"), "532722": ("普洱县", "530821"),
    "530821": ("普洱哈尼族彝族自治县", "530821"), "532230": ("路南彝族自治县", "530126"), "530127": ("路南彝族自治县", "530126"),
    "222121": ("怀德县", "220184"), "220319": ("公主岭市", "220184"), "220381": ("公主岭市", "220184"), "152121": ("布特哈旗", "150783"),
    "152124": ("喜桂图旗", "150782"), "152126": ("额尔古纳左旗", "150785"), "152125": ("额尔古纳右旗", "150784"),
    "512132": ("崇庆县", "510184"), "512123": ("灌县", "510181"), "512122": ("郫县", "510117"), "512124": ("彭县", "510182"),
    "372621": ("泰安县", "370900"), "372628": ("新汶县", "370982"), "442724": ("中山县", "442000"), "442527": ("东莞县", "441900"),
    "440126": ("番禺县", "440113"), "440681": ("顺德市", "440606"), "442401": ("梅州市", "441400"), "372102": ("威海市", "371000"),
    "142121": ("大同县", "140215"), "140227": ("大同县", "140215"), "142628": ("霍县", "141082"), "142130": ("朔县", "140602"),
    "142601": ("临汾市", "141000"), "142621": ("临汾县", "141000"), "142530": ("晋城县", "140500"), "512401": ("宜宾市", "511500"),
    "512421": ("宜宾县", "511504"), "512821": ("万县", "500101"), "512801": ("万县市", "500101"), "512822": ("开县", "500154"),
    "372528": ("聊城县", "371500"), "512326": ("资阳县", "512000"), "512234": ("德阳县", "510600"), "512531": ("峨眉县", "511181"),
    "512236": ("安县", "510705"), "512224": ("广元县", "510800"), "512201": ("绵阳市", "510700"), "513029": ("巴中县", "511900"),
    "512301": ("内江市", "511000"), "512321": ("内江县", "511000"), "340222": ("繁昌县", "340212"), "130521": ("邢台县", "130500"),
    "330127": ("淳安县", "330127"), "429001": ("随州市", "421300"), "420604": ("樊西区", "420606"), "350403": ("三元区", "350404"),
    "350402": ("梅列区", "350404"), "610521": ("华县", "610503"), "230224": ("泰来县", "230224"), "410306": ("吉利区", "410308"),
    "410322": ("孟津县", "410308"), "410381": ("偃师市", "410307"), "620321": ("永昌县", "620321"),
}
# From one province to another when it was made or moved.
ALSO = {"51": ("50",), "44": ("46",), "13": ("12", "11"), "32": ("31",), "33": ("31",), "34": ("32",)}
GENERIC = {"郊", "城", "市郊", "市", "东", "西", "南", "北", "新城", "向阳", "新华", "红旗", "东风", "桥东", "桥西", "城关", "矿", "前进", "东城", "西城", "鼓楼", "新市"}


def short_of(full, short):
    """The short name; one character alone is no name, so the county keeps its word."""
    if full.endswith("新区") and len(full) > 3:
        return full[:-2]
    return short if len(short) > 1 else full


def latin(short, special=False):
    if short in CUSTOMARY and (special or " " not in CUSTOMARY[short] and CUSTOMARY[short] not in ("Eastern", "Southern", "North", "Islands", "Cotai", "Sé")):
        return CUSTOMARY[short]
    parts = READINGS[short].split() if short in READINGS else lazy_pinyin(short, style=Style.NORMAL, v_to_u=False)
    parts = [part.replace("ü", "u").replace("v", "u") for part in parts]
    joined = parts[0]
    for part in parts[1:]:
        joined += ("'" if part[0] in "aeo" else "") + part
    return joined.capitalize()


def todays(rows):
    """Code to (short, rest of the full name) for all that is in the newest list."""
    newest = max(row["year"] for row in rows)
    found = {}
    for row in rows:
        if row["year"] != newest:
            continue
        level = {"1": "province", "2": "city", "3": "county"}[row["rank"]]
        full, short, code = row[level + "_name"], row[level + "_short"], row[level + "_adcode"]
        if level == "city" and code[:4] in ("1101", "1102", "1201", "1202", "3101", "3102", "5001", "5002", "4190", "4290", "4690", "6590"):
            continue
        found[code] = (short_of(full, short), full)
    return found


def former(rows, today):
    """Former code or name of a place to its code of today: (code, name) to code."""
    newest = max(row["year"] for row in rows)
    found = {}
    seen = {}
    spans = collections.defaultdict(lambda: ["9999", "0000"])
    for row in sorted(rows, key=lambda row: row["year"]):
        if row["rank"] == "2":
            key = (row["city_adcode"], row["city_name"])
            spans[key][1] = max(spans[key][1], row["year"])
        if row["rank"] == "2" and row["city_id"] in today and row["year"] != newest:
            code, name = row["city_adcode"], row["city_name"]
            if code[2:4] in ("90", "01", "02") and name in ("县", "市辖区", "直辖县", "市"):
                continue
            if code != row["city_id"] or name != today[row["city_id"]][1]:
                found[(code, name)] = row["city_id"]
        if row["rank"] == "3":
            key = (row["county_adcode"], row["county_name"])
            seen[key] = row
            spans[key][0] = min(spans[key][0], row["year"])
            spans[key][1] = max(spans[key][1], row["year"])
    by_name = collections.defaultdict(set)
    for code, (short, _) in today.items():
        if not code.endswith("00"):
            by_name[(code[:2], short.rstrip("县") if len(short) == 2 else short)].add(code)
    core = lambda row: row["county_short"]
    # The same code under another name, when the former name went nowhere else.
    for (code, name), row in seen.items():
        if code in today and row["year"] != newest and name != today[code][1]:
            elsewhere = any(by_name[(p, core(row))] - {code} for p in (code[:2], *ALSO.get(code[:2], ())))
            if core(row) not in GENERIC and not elsewhere and spans[(code, name)][1] >= "1983":
                found[(code, name)] = code
                if core(row) not in today[code][0]:
                    by_name[(code[:2], core(row))].add(code)
    cities = {(code[:2], short): code for code, (short, _) in today.items() if code.endswith("00") and not code.endswith("0000")}
    for (code, name), row in seen.items():
        if code in today or (code, name) in found:
            continue
        place = target(code, name, row, today, by_name, cities, seen, spans)
        if place:
            found[(code, name)] = place
    for code, (name, place) in BY_HAND.items():
        assert place in today, (code, name, place)
        if (code, name) in seen and code != place:
            found[(code, name)] = place
    return found, {key: span[1] for key, span in spans.items()}


def target(code, name, row, today, by_name, cities, seen, spans):
    """Where a county of a former list is today; None when the lists do not say it clearly."""
    short, district = row["county_short"], name.endswith("区")
    if short in GENERIC:
        return None
    near = set()
    for province in (code[:2], *ALSO.get(code[:2], ())):
        near |= by_name[(province, short)]
        if near:
            break
    if district:
        near = {one for one in near if one[:4] == code[:4] or (row["city_short"] and today.get(one[:4] + "00", ("",))[0] == row["city_short"])}
    if len(near) == 1:
        return near.pop()
    if near:
        same = {one for one in near if today.get(one[:4] + "00", ("",))[0] == row["city_short"]}
        return same.pop() if len(same) == 1 else None
    if len(short.rstrip("县")) == 1 and name.endswith("县"):
        grown = {c for (p, n), codes in by_name.items() if p == code[:2] and n in (short[0] + "州", short[0] + "城", short[0] + "都") for c in codes}
        if len(grown) == 1:
            return grown.pop()
    if (code[:2], short) in cities and not district:
        return cities[(code[:2], short)]
    # One went and one came in the same city and year.
    year = spans[(code, name)][1]
    if year < "1984":
        return None
    gone = [key for key in seen if key[0][:4] == code[:4] and spans[key][1] == year and key[0] not in today]
    came = [key for key in seen if key[0][:4] == code[:4] and spans[key][0] == str(int(year) + 1)]
    if len(gone) == 1 and len(came) == 1 and came[0][0] in today:
        return came[0][0]
    return None


def main(locations, hongkong, macau, countries_zh, countries_en):
    load_phrases_dict({name: [[part] for part in reading.split()] for name, reading in READINGS.items() if len(name) > 1})
    rows = list(csv.DictReader(open(locations, encoding="utf-8")))
    today = todays(rows)
    for file in (hongkong, macau):
        for line in list(csv.reader(open(file, encoding="utf-8")))[1:]:
            today[line[0]] = (line[1].removesuffix("区") if len(line[1]) > 2 else line[1], line[1])
    for code, name in {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}.items():
        today[code] = (name[:2], name)
    with open("places.tsv", "w", encoding="utf-8") as out:
        for code, (short, full) in sorted(today.items()):
            name = PROVINCES[code[:2]] if code.endswith("0000") else latin(short, code[:2] in SPECIAL)
            rest = full.removeprefix(short)
            out.write(f"{code}\t{short}\t{rest}\t{name}\n")
    with open("former.tsv", "w", encoding="utf-8") as out:
        lines = set()
        found, last = former(rows, today)
        newest = {}
        for code, name in found:
            newest[code] = max(newest.get(code, ""), last.get((code, name), "0000"))
        for (code, name), place in found.items():
            short, full = today[place]
            # A code used twice is the place that had it last; the other one is found by its name alone.
            reused = last.get((code, name), "0000") < newest[code]
            # A name is written only when today's does not already lead there; a code only when it is not today's.
            told = "" if name.startswith(short) or full == name else name
            known = "" if code in today or reused else code
            if known or told:
                lines.add((known, place, told))
        named = {(code, place) for code, place, told in lines if told}
        out.writelines(f"{code}\t{place}\t{told}\n" for code, place, told in sorted(lines) if told or (code and (code, place) not in named))
    english = json.load(open(countries_en, encoding="utf-8"))["countries"]
    with open("countries.tsv", "w", encoding="utf-8") as out:
        for code, name in sorted(json.load(open(countries_zh, encoding="utf-8"))["countries"].items()):
            if code not in ("TW", "HK", "MO"):
                first = lambda one: one[0] if isinstance(one, list) else one
                out.write(f"{code}\t{first(name)}\t{SHORTER.get(code) or first(english[code])}\n")


main(*sys.argv[1:])
