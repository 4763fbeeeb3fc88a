// What is copied elsewhere arrives in the right cells; what is sent is what was meant.

import { describe, expect, it } from "vitest";
import { isTable, readCells, readPaste } from "./paste";
import { preview } from "./preview";
import { isUnknownSeat, toSend } from "./rows";

const row = (name: string, title = "", superior = "", unit = "", role = "", owner = "") => ({ name, title, superior, unit, role, owner });

describe("copied cells", () => {
  it("come by tabs and lines, quoted ones whole, empty lines not at all", () => {
    expect(readCells('样例一\t总经理\r\n\r\n样例二\t"党委书记\n董事长"\r\n样例三\t"人称""老三"""\n')).toEqual([["样例一", "总经理"], ["样例二", "党委书记 董事长"], ["样例三", '人称"老三"']]);
  });

  it("keep a quote inside a word and end with the text when a quote never closes", () => {
    expect(readCells('5" 管\t组长')).toEqual([['5" 管', "组长"]]);
    expect(readCells('"开着\t没关')).toEqual([["开着\t没关"]]);
  });

  it("go from the column they are pasted into", () => {
    expect(readPaste("总经理\t样例一", "title")).toEqual([{ title: "总经理", superior: "样例一" }]);
    expect(readPaste("一部\n二部", "unit")).toEqual([{ unit: "一部" }, { unit: "二部" }]);
    expect(readPaste("甲\t乙\t丙\t丁\t戊", "name")).toEqual([{ name: "甲", title: "乙", superior: "丙", unit: "丁" }]);
  });

  it("follow a heading row, in any order and either language", () => {
    expect(readPaste("部门\t手机\t姓名\t职务\n一部\t1\t样例一\t总经理", "name")).toEqual([{ unit: "一部", name: "样例一", title: "总经理" }]);
    expect(readPaste("Name\tReports to\nAnna Berg\tPer Dahl", "superior")).toEqual([{ name: "Anna Berg", superior: "Per Dahl" }]);
    expect(readPaste("样例一\t部门\n样例二\t经理", "name")).toHaveLength(2);
    expect(readPaste("姓名\t决策角色\t我方责任人\n样例一\t使用者\t样例甲", "title")).toEqual([{ name: "样例一", role: "使用者", owner: "样例甲" }]);
  });

  it("read lines of text as name and post", () => {
    expect(readPaste("1. 样例一 总经理\n2、样例二，财务总监、兼工会主席\n？ 采购负责人\nAnna Berg, VP Sales\nPer Dahl", "name")).toEqual([
      { name: "样例一", title: "总经理" },
      { name: "样例二", title: "财务总监、兼工会主席" },
      { name: "？", title: "采购负责人" },
      { name: "Anna Berg", title: "VP Sales" },
      { name: "Per Dahl", title: "" },
    ]);
  });

  it("are told from a word", () => {
    expect(isTable("样例一")).toBe(false);
    expect(isTable("样例一\n")).toBe(false);
    expect(isTable("样例一\t总经理")).toBe(true);
  });
});

describe("sent rows", () => {
  it("leave out blank ones, remember their place and turn the question mark into no name", () => {
    const sent = toSend([row("样例一 ", "总经理"), row("", " "), row("？", "总监", "样例一"), row("", "", "?", "一部")]);
    expect(sent.places).toEqual([0, 2, 3]);
    expect(sent.rows).toEqual([row("样例一", "总经理"), row("", "总监", "样例一"), row("", "", "", "一部")]);
  });

  it("know a seat without a name", () => {
    expect([row("?", "总监"), row("", "总监"), row("样例一"), row("")].map(isUnknownSeat)).toEqual([true, true, false, false]);
  });
});

describe("the preview", () => {
  const shown = (rows: ReturnType<typeof row>[], fallback: string | null = null) => preview(rows, (name) => name === "图上人", fallback).map((line) => `${line.depth}${line.name || "?"}${line.place === null ? "*" : ""}`);

  it("hangs rows beneath rows, also those that come later", () => {
    expect(shown([row("丙", "", "乙"), row("甲"), row("乙", "", "甲"), row("？", "总监", "甲")])).toEqual(["0甲", "1乙", "2丙", "1?"]);
  });

  it("hangs rows beneath people of the map, and those without a superior where they are told to", () => {
    expect(shown([row("甲", "", "图上人"), row("乙")])).toEqual(["0乙", "0图上人*", "1甲"]);
    expect(shown([row("甲"), row("乙", "", "甲")], "图上人")).toEqual(["0图上人*", "1甲", "2乙"]);
  });

  it("loses nobody to a circle, to oneself or to a name that is nowhere", () => {
    expect(shown([row("甲", "", "乙"), row("乙", "", "甲"), row("丙", "", "丙"), row("丁", "", "无人")])).toEqual(["0甲", "0乙", "0丙", "0丁"]);
    expect(shown([row("戊", "", "甲"), row("甲", "", "甲")])).toHaveLength(2);
  });
});
