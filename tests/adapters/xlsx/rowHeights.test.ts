import { expect, it } from "vitest";
import type { Edit } from "../../../src/workbook/edit";
import { applied, cellEdit, opened, partText } from "./openParts";
import { richWorkbook } from "./richWorkbook";

const sheet = "新表";
const long = "摘自“部门整体支出绩效自评表”J22：“应备案12个，1个超期”，另有一个在下一年度备案";

function wrapped(at: string, value: string): Edit {
  return { ...cellEdit(sheet, at, { value }), look: { wrap: true } } as Edit;
}

const start: readonly Edit[] = [
  { kind: "addSheet", sheet },
  { kind: "columnWidth", sheet, column: 1, width: 30 },
];

/** The tag of a row of the new sheet after these edits, one plan after the other. */
async function rowTag(...plans: readonly (readonly Edit[])[]): Promise<string> {
  const book = opened(richWorkbook());
  for (const plan of plans) await applied(book, plan);
  const name = book.snapshot().sheets.length;
  return /<row r="1"[^>]*>/u.exec(partText(book.save(), `xl/worksheets/sheet${name}.xml`))?.[0] ?? "";
}

it("一行里折行的字，行高够它全部显示，不固定", async () => {
  const tag = await rowTag([...start, wrapped("A1", long)]);
  expect(tag).toContain('ht="60"');
  expect(tag).not.toContain("customHeight");
});

it("一行放得下的、没有折行的，行高不动", async () => {
  expect(await rowTag([...start, wrapped("A1", "待补充")])).not.toContain("ht=");
  expect(await rowTag([...start, cellEdit(sheet, "A1", { value: long })])).not.toContain("ht=");
});

it("字改短了，行高跟着变小；最高409磅", async () => {
  expect(await rowTag([...start, wrapped("A1", long)], [wrapped("A1", "待补充")])).toContain('ht="15"');
  expect(await rowTag([...start, wrapped("A1", long.repeat(40))])).toContain('ht="409"');
});
