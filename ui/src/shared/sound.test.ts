import { describe, expect, it } from "vitest";
import { finds } from "./sound";

describe("finding a name", () => {
  const lin = (text: string) => finds(text, "林采薇 客户经理", "lin cai wei");
  it("hears pinyin in full, by initials and mixed, from any character on", () => {
    for (const text of ["lincaiwei", "lcw", "linc", "lin cai", "caiwei", "cw", "采薇", "客户", "ＬＣＷ"]) expect(lin(text), text).toBe(true);
  });
  it("hears nothing that is not there", () => {
    for (const text of ["lwc", "linx", "wang", "li n1"]) expect(lin(text), text).toBe(false);
  });
  it("reads a surname as the core does", () => {
    expect(finds("yuchi", "尉迟安", "yu chi an")).toBe(true);
    expect(finds("weichi", "尉迟安", "yu chi an")).toBe(false);
  });
  it("finds Latin names by their letters alone", () => {
    expect(finds("aasen", "Ingrid Aasen")).toBe(true);
    expect(finds("ia", "Ingrid Aasen")).toBe(false);
  });
});
