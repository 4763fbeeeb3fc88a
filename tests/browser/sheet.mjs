// Another edition of a spreadsheet for tests: its parts unpacked, changed as text, and packed again without compression.
import { crc32, inflateRawSync } from "node:zlib";

/** The parts of a workbook by name. */
function partsOf(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const parts = new Map();
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength, extra, note, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const held = bytes.subarray(from, from + packed);
    parts.set(name, method === 0 ? held : inflateRawSync(held));
    at += 46 + nameLength + extra + note;
  }
  return parts;
}

function packed(parts) {
  const [files, list] = [[], []];
  let at = 0;
  for (const [name, bytes] of parts) {
    const own = Buffer.from(name, "utf8");
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(own.length, 22);
    files.push(Buffer.from("PK\x03\x04", "latin1"), facts, own, bytes);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    list.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, where, own);
    at += 30 + own.length + bytes.length;
  }
  const index = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, index, end]);
}

const cell = (row, [column, text]) => (/^\d+$/.test(text) ? `<c r="${column}${row}"><v>${text}</v></c>` : `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`);

/**
 * A copy of a workbook whose first sheet has rows taken out and cells of rows replaced or added:
 * `rows` is row number → `{ B: "text" }`.
 */
export function edited(bytes, { without = [], rows = {} }) {
  const parts = partsOf(bytes);
  const name = "xl/worksheets/sheet1.xml";
  let xml = parts.get(name).toString("utf8");
  for (const row of without) xml = xml.replace(new RegExp(`<row r="${row}"[^>]*>.*?</row>`), "");
  for (const [row, cells] of Object.entries(rows)) {
    const there = new RegExp(`(<row r="${row}"[^>]*>)(.*?)(</row>)`);
    const replaced = (inner) => Object.entries(cells).reduce((text, one) => text.replace(new RegExp(`<c r="${one[0]}${row}"[^>]*?(/>|>.*?</c>)`), cell(row, one)), inner);
    if (there.test(xml)) xml = xml.replace(there, (_, open, inner, close) => open + replaced(inner) + close);
    else xml = xml.replace("</sheetData>", `<row r="${row}">${Object.entries(cells).map((one) => cell(row, one)).join("")}</row></sheetData>`);
  }
  xml = xml.replace(/<dimension [^>]*\/>/, "");
  return packed(parts.set(name, Buffer.from(xml, "utf8")));
}
