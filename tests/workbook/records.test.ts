import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { isRestorable } from "../../src/app/writtenState";
import { planFact } from "../../src/edits/planFact";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import { planEdition, planSettings, planReviewed } from "../../src/edits/planKept";
import { readReviewed } from "../../src/findings/reviewed";
import {
  formIdOf,
  isDamaged,
  keepValues,
  keptValue,
  withKept,
  type KeptChanges,
  type KeptKey,
} from "../../src/workbook/records";
import type { EditPlan } from "../../src/workbook/edit";
import { recordKeys, type RecordKey, type Snapshot } from "../../src/workbook/snapshot";
import { insertRows, renameSheet } from "../support/asExcelWould";
import { gridSheet, workbookOf } from "../support/grid";
import { applyPlan } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

const form = "部门整体支出绩效自评表";
const other = "下属单位自评表";
const keptKeys: readonly KeptKey[] = ["restore", "settings", "extracted", "reviewed", "edition"];

const sheets = [gridSheet([["甲"]], { name: "甲表" }), gridSheet([["乙"]], { name: "乙表" })];
const bookWith = (records: Readonly<Partial<Record<RecordKey, string>>>): Snapshot =>
  workbookOf(sheets, new Map(Object.entries(records) as [RecordKey, string][]));
const bookOf = (envelope: unknown): Snapshot => bookWith({ envelope: JSON.stringify(envelope) });
const keeping = (snapshot: Snapshot, sheet: string | null, changes: KeptChanges): Snapshot =>
  applyPlan(snapshot, { edits: keepValues(snapshot, sheet, changes), expects: [] });
const envelopeIn = ({ records }: Snapshot): unknown => JSON.parse(records.get("envelope") ?? "null");

describe("记在工作簿里的内容：一份，带版本，分表", () => {
  it("记下、改动、取消；什么都不剩时整份去掉", () => {
    const first = keeping(bookWith({}), "甲表", { settings: { decimals: "two" }, edition: "guangzhou2023" });
    expect(envelopeIn(first)).toEqual({
      version: 2,
      forms: { "1": { sheet: "甲表", settings: { decimals: "two" }, edition: "guangzhou2023" } },
    });
    const second = keeping(first, "甲表", { settings: null });
    expect(keptValue(second, "settings", "甲表")).toBeNull();
    expect(keptValue(second, "edition", "甲表")).toBe("guangzhou2023");
    expect(keeping(second, "甲表", { edition: null }).records.size).toBe(0);
  });

  it("没有变化就不写", () => {
    const first = keeping(bookWith({}), "甲表", { settings: { decimals: "two" } });
    expect(keepValues(first, "甲表", { settings: { decimals: "two" }, reviewed: null })).toEqual([]);
    expect(keepValues(bookWith({}), "甲表", { restore: null })).toEqual([]);
  });

  it("两张表各记各的", () => {
    const first = keeping(bookWith({}), "甲表", { settings: { decimals: "two" } });
    const both = keeping(first, "乙表", { settings: { decimals: "three" }, reviewed: { reviewed: [] } });
    expect(keptValue(both, "settings", "甲表")).toEqual({ decimals: "two" });
    expect(keptValue(both, "reviewed", "甲表")).toBeNull();
    expect(keptValue(both, "settings", "乙表")).toEqual({ decimals: "three" });
    const left = keeping(both, "甲表", { settings: null });
    expect(envelopeIn(left)).toEqual({
      version: 2,
      forms: { "2": { sheet: "乙表", settings: { decimals: "three" }, reviewed: { reviewed: [] } } },
    });
    expect(formIdOf(left, "乙表")).toBe("2");
    expect(formIdOf(left, "甲表")).toBe("1");
  });

  it("不认识的成员原样留着", () => {
    const book = bookOf({ version: 2, note: [1], forms: { "1": { sheet: "甲表", later: { x: 1 } } } });
    const next = keeping(book, "甲表", { settings: { decimals: "two" } });
    expect(envelopeIn(next)).toEqual({
      version: 2,
      note: [1],
      forms: { "1": { sheet: "甲表", later: { x: 1 }, settings: { decimals: "two" } } },
    });
    expect(envelopeIn(keeping(next, "甲表", { settings: null }))).toEqual(envelopeIn(book));
  });
});

describe("上一版的各份记录", () => {
  const old = { restore: '{"version":1,"cells":[]}', settings: '{"decimals":"two"}', reviewed: "{坏" };

  it("照读；第一次写入时并成一份，原来的去掉", () => {
    const book = bookWith(old);
    expect(keptValue(book, "restore", "甲表")).toEqual({ version: 1, cells: [] });
    expect(keptValue(book, "settings", "甲表")).toEqual({ decimals: "two" });
    expect(keptValue(book, "reviewed", "甲表")).toBeNull();
    const next = keeping(book, "甲表", { edition: "guangzhou2023" });
    expect(Array.from(next.records.keys())).toEqual(["envelope"]);
    expect(envelopeIn(next)).toEqual({
      damaged: ["{坏"],
      version: 2,
      forms: {
        "1": {
          sheet: "甲表",
          restore: { version: 1, cells: [] },
          settings: { decimals: "two" },
          edition: "guangzhou2023",
        },
      },
    });
  });

  it("属于当时写过的那张表，不归另一张", () => {
    const cell = (role: string, sheet: string) => ({ role, at: { sheet, row: 1, column: 1 } });
    const restore = JSON.stringify({ cells: [cell("fact", "乙表"), cell("score", "甲表")] });
    const book = bookWith({ ...old, restore });
    expect(keptValue(book, "settings", "甲表")).toEqual({ decimals: "two" });
    expect(keptValue(book, "settings", "乙表")).toBeNull();
    const next = keeping(book, "乙表", { settings: { decimals: "three" } });
    expect(keptValue(next, "settings", "甲表")).toEqual({ decimals: "two" });
    expect(keptValue(next, "settings", "乙表")).toEqual({ decimals: "three" });
  });

  it("新旧并存（又用旧版写过）：以新的为准，新的没有的用旧的", () => {
    const kept = keeping(bookWith({}), "甲表", { restore: { cells: ["原样"] } });
    const both = { ...kept, records: new Map([...kept.records, ...bookWith(old).records]) };
    expect(keptValue(both, "restore", "甲表")).toEqual({ cells: ["原样"] });
    expect(keptValue(both, "settings", "甲表")).toEqual({ decimals: "two" });
  });
});

describe("记录坏了也不出错", () => {
  const someJson = fc.oneof(fc.json(), fc.string());
  const entry = fc.record(
    { sheet: fc.constantFrom("甲表", "丙表"), restore: fc.jsonValue(), settings: fc.jsonValue() },
    { requiredKeys: [] },
  );
  const envelope = fc
    .record(
      {
        version: fc.constantFrom(2, 2, 2, 3, "2", null),
        forms: fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom("1", "2", "__proto__"), entry)),
        more: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value));

  it("任何内容都读得下去，也写得下去，另一张表的不变", () => {
    const texts = fc.dictionary(fc.constantFrom(...recordKeys), fc.oneof(someJson, envelope));
    fc.assert(
      fc.property(texts, fc.jsonValue(), (records, value) => {
        const book = bookWith(records);
        const seen = (snapshot: Snapshot) => keptKeys.map((key) => keptValue(snapshot, key, "乙表"));
        const before = seen(book);
        const changed = { kept: value };
        const written = withKept(book, "甲表", { edition: changed });
        const after = { ...book, records: written };
        if (written === book.records) {
          // Only where it is another version's.
          expect(keptKeys.map((key) => keptValue(book, key, "甲表"))).toEqual(keptKeys.map(() => null));
          return;
        }
        expect(keptValue(after, "edition", "甲表")).toEqual(JSON.parse(JSON.stringify(changed)));
        expect(Array.from(written.keys())).toEqual(["envelope"]);
        if (formIdOf(book, "甲表") !== formIdOf(book, "乙表")) expect(seen(after)).toEqual(before);
      }),
      { numRuns: 600 },
    );
  });
});

describe("一个工作簿里有两张自评表", () => {
  let blank: Snapshot;
  let both: Snapshot;

  const score = (snapshot: Snapshot, sheet: string): Snapshot => scored(snapshot, { sheet }).after;
  const restored = (snapshot: Snapshot, sheet: string): Snapshot =>
    applyPlan(snapshot, planRestore(evaluated(snapshot, { sheet }), { also: new Set(["sheet"]) }).plan);
  const cellsOf = ({ sheets: all }: Snapshot) =>
    all.map(({ name, rows, columnWidths, conditionalFormats }) => ({
      name,
      rows,
      columnWidths,
      conditionalFormats,
    }));

  beforeAll(async () => {
    const one = await sampleSnapshot("samples/nansha-2023.xlsx");
    const [sheet] = one.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    blank = { ...one, sheets: [sheet, { ...sheet, name: other }] };
    both = score(score(blank, form), other);
  });

  it("评了分的各有各的记录；各自的设置、已核实的问题互不影响", () => {
    expect([formIdOf(both, form), formIdOf(both, other)]).toEqual(["1", "2"]);
    const set = applyPlan(both, planSettings(evaluated(both, { sheet: other }), { decimals: "three" }));
    const noted = applyPlan(set, planReviewed(evaluated(set, { sheet: form }), "某项", "另附"));
    expect(evaluated(noted, { sheet: form }).scorecard.settings.decimals).toBe("auto");
    expect(evaluated(noted, { sheet: other }).scorecard.settings.decimals).toBe("three");
    expect([readReviewed(noted, form).size, readReviewed(noted, other).size]).toEqual([1, 0]);
  });

  it.each([
    [form, other],
    [other, form],
  ])("先恢复“%s”，另一张照旧；两张都恢复，与原来一样，底稿也不留", (one, another) => {
    const first = restored(both, one);
    const at = one === form ? 0 : 1;
    expect(cellsOf(first)[at]).toEqual(cellsOf(blank)[at]);
    const papers: Readonly<Record<string, string>> = { [form]: "评分底稿", [other]: `评分底稿（${other}）` };
    const rest = (snapshot: Snapshot) =>
      cellsOf(snapshot).filter(({ name }) => name !== one && name !== papers[one]);
    expect(rest(first)).toEqual(rest(both));
    expect(first.sheets.map(({ name }) => name)).toEqual([form, other, papers[another]]);
    expect(keptValue(first, "restore", another)).toEqual(keptValue(both, "restore", another));
    const second = restored(first, another);
    expect(cellsOf(recalculated(second))).toEqual(cellsOf(blank));
    expect(second.records.size).toBe(0);
  });

  it("底稿里各填各的：一张答了，另一张的数据和得分都不变", () => {
    const first = score(blank, form);
    const before = evaluated(blank, { sheet: other }).scorecard;
    expect(evaluated(first, { sheet: other }).scorecard.rows.map(({ points }) => points)).toEqual(
      before.rows.map(({ points }) => points),
    );
    const answer = [{ factId: "procurementPolicy.actual", value: 500 }];
    const answered = applyPlan(both, planFact(evaluated(both, { sheet: other }), answer));
    const actual = (sheet: string) =>
      evaluated(answered, { sheet }).facts.get("procurementPolicy.actual")?.value;
    expect([actual(form), actual(other)]).toEqual([1177.22, 500]);
  });

  it.each([
    ["改名", (from: Snapshot) => renameSheet(from, form, "自评表（定稿）")],
    [
      "改名又插行",
      (from: Snapshot) => insertRows(renameSheet(from, form, "自评表（定稿）"), "自评表（定稿）", 3, 2),
    ],
    ["移动", (from: Snapshot) => ({ ...from, sheets: [...from.sheets].reverse() })],
  ])("%s之后仍是原来的编号", (_title, move) => {
    const moved = move(both);
    const name = moved.sheets.find((sheet) => sheet.name.startsWith("自评表"))?.name ?? form;
    expect([formIdOf(moved, name), formIdOf(moved, other)]).toEqual(["1", "2"]);
  });

  it("评了分的一张改了名，没有评过的一张不会拿走它的记录", () => {
    const one = renameSheet(score(blank, form), form, "自评表（定稿）");
    expect([formIdOf(one, "自评表（定稿）"), formIdOf(one, other)]).toEqual(["1", "2"]);
    expect(planRestore(evaluated(one, { sheet: other }))).toMatchObject({
      plan: { edits: [], expects: [] },
      asks: [],
    });
  });

  it("两张同时改名，也不会合用一个编号", () => {
    const moved = renameSheet(renameSheet(both, form, "一"), other, "二");
    expect(new Set([formIdOf(moved, "一"), formIdOf(moved, "二")])).toEqual(new Set(["1", "2"]));
  });
});

describe("损坏的记录", () => {
  const torn = '{"version":2,"forms":{{';

  it.each<[string, Readonly<Partial<Record<RecordKey, string>>>]>([
    ["整份", { envelope: torn }],
    ["整份是一列", { envelope: "[1]" }],
    ["上一版的", { restore: torn }],
  ])("%s：说出来，原文留存，写什么都不丢", async (_title, records) => {
    const sample = await sampleSnapshot("samples/nansha-2023.xlsx");
    const book = { ...sample, records: new Map(Object.entries(records) as [RecordKey, string][]) };
    expect(evaluated(book).scorecard.remarks.join("")).toContain("记录已损坏");
    const { after } = scored(book);
    expect(envelopeIn(after)).toMatchObject({ damaged: Object.values(records) });
    expect(evaluated(after).scorecard.remarks.join("")).not.toContain("记录已损坏");
    const again = applyPlan(after, planSettings(evaluated(after), { decimals: "three" }));
    expect(envelopeIn(again)).toMatchObject({ damaged: Object.values(records) });
    const back = applyPlan(again, planRestore(evaluated(again), { also: new Set(["sheet"]) }).plan);
    expect(envelopeIn(back)).toMatchObject({ damaged: Object.values(records) });
  });

  it("没有记录、记录为空的，不算损坏", () => {
    expect(
      [{}, { restore: "null" }, { envelope: "{}" }].map((records) => isDamaged(bookWith(records))),
    ).toEqual([false, false, false]);
  });

  const second = { sheet: "乙表", settings: { decimals: "two" } };
  const damagedEntry = (entry: unknown) => ({ version: 2, forms: { "1": entry, "2": second } });

  it.each<[string, object]>([
    ["forms 为 null", { version: 2, forms: null }],
    ["forms 是一列", { version: 2, forms: [second] }],
    ["一张表的不是对象", damagedEntry("x")],
    ["一张表的为 null", damagedEntry(null)],
    ["表名不是文字", damagedEntry({ sheet: 1 })],
    ["restore 是文字", damagedEntry({ sheet: "甲表", restore: "x" })],
    ["restore 没有 cells", damagedEntry({ sheet: "甲表", restore: { addedSheet: "评分底稿" } })],
    ["restore 的 cells 不是一列", damagedEntry({ sheet: "甲表", restore: { cells: {} } })],
    ["settings 是一列", damagedEntry({ sheet: "甲表", settings: [] })],
    ["extracted 是数", damagedEntry({ sheet: "甲表", extracted: 1 })],
    ["reviewed 里没有一列", damagedEntry({ sheet: "甲表", reviewed: { reviewed: "x" } })],
    ["edition 是数", damagedEntry({ sheet: "甲表", edition: 2023 })],
    ["damaged 不是一列", { ...damagedEntry({ sheet: "甲表" }), damaged: "x" }],
  ])("是 JSON、结构坏了也算：%s；读得出的照读，写一次就不再坏", (_title, envelope) => {
    const book = bookOf(envelope);
    expect(isDamaged(book)).toBe(true);
    expect(keptKeys.map((key) => keptValue(book, key, "甲表"))).toEqual(keptKeys.map(() => null));
    const isRead = "forms" in envelope && JSON.stringify(envelope.forms).includes('"2":');
    expect(keptValue(book, "settings", "乙表")).toEqual(isRead ? second.settings : null);
    const next = keeping(book, "甲表", { edition: "guangzhou2023" });
    expect(isDamaged(next)).toBe(false);
    expect(envelopeIn(next)).toMatchObject({ damaged: [JSON.stringify(envelope)] });
    expect(keptValue(next, "settings", "乙表")).toEqual(isRead ? second.settings : null);
  });

  it("坏的只是一项，同一张表的其余各项照读", () => {
    const settings = { decimals: "two" };
    const book = bookOf(damagedEntry({ sheet: "甲表", restore: "x", settings, later: [1] }));
    expect(keptValue(book, "settings", "甲表")).toEqual(settings);
    const next = keeping(book, "乙表", { settings: null });
    expect(envelopeIn(next)).toMatchObject({ forms: { "1": { sheet: "甲表", settings, later: [1] } } });
  });

  it("restore 为空或没有、多出不认识的，不算损坏；上一版的各份同样看", () => {
    const sound = [{ restore: null }, {}, { later: 1 }].map((more) =>
      damagedEntry({ sheet: "甲表", ...more }),
    );
    expect([...sound, { version: 3, forms: null }].some((one) => isDamaged(bookOf(one)))).toBe(false);
    const before = [{ restore: "{}" }, { settings: "[]" }, { reviewed: "{}" }];
    expect(before.every((records) => isDamaged(bookWith(records)))).toBe(true);
  });

  it("恢复用的记录坏了：照样认出自己写的公式，恢复到评分以前", async () => {
    const sample = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
    const { after } = scored(sample);
    const kept = envelopeIn(after) as { readonly forms: Readonly<Record<string, object>> };
    for (const restore of ["x", {}]) {
      const text = JSON.stringify({ ...kept, forms: { "1": { ...kept.forms["1"], restore } } });
      const book = { ...after, records: new Map([["envelope", text] as const]) };
      expect(evaluated(book).scorecard.remarks.join("")).toContain("记录已损坏");
      expect(isRestorable(evaluated(book))).toBe(true);
      // What stood there before us is not known: asked once, and emptied when told.
      const { asks } = planRestore(evaluated(book));
      expect(asks).toHaveLength(1);
      const also = new Set(asks.map(({ id }) => id));
      const back = applyPlan(book, planRestore(evaluated(book), { also }).plan);
      expect(back.sheets.map(({ rows }) => rows)).toEqual(sample.sheets.map(({ rows }) => rows));
      expect(envelopeIn(back)).toMatchObject({ damaged: [text] });
    }
  });
});

describe("由更新版本写的记录", () => {
  const text = '{"version": 3, "forms": [{"settings": {"decimals": "two"}}] }';
  let newer: Snapshot;

  beforeAll(async () => {
    const sample = await sampleSnapshot("samples/nansha-2023.xlsx");
    newer = { ...sample, records: new Map([["envelope", text] as const, ["settings", "{}"] as const]) };
  });

  it("当作没有；任何要改动它的计划都不做，并说明缘由", () => {
    expect(keptKeys.map((key) => keptValue(newer, key, form))).toEqual(keptKeys.map(() => null));
    expect(withKept(newer, form, { settings: { decimals: "two" } })).toBe(newer.records);
    const formCase = evaluated(newer);
    const plans: readonly EditPlan[] = [
      planScoring(formCase),
      planFact(formCase, [{ factId: "contractFiling.inTime", value: "是" }]),
      planSettings(formCase, { decimals: "two" }),
      planEdition(formCase, "guangzhou-2023"),
      planReviewed(formCase, "某项", "另附"),
      planRestore(formCase).plan,
      planRestore(newer).plan,
    ];
    for (const plan of plans) expect(plan).toEqual({ edits: [], expects: [], refused: "newerRecords" });
  });
});
