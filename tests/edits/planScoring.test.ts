import { beforeAll, describe, expect, it } from "vitest";
import { isOwnReason } from "../../src/scorecard/ownFormulas";
import { a1 } from "../../src/workbook/cell";
import type { Edit } from "../../src/workbook/edit";
import { findSheet, valueAt, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { evaluateFormula } from "../support/evaluateFormula";
import { shippedFacts } from "../support/factsFile";
import {
  extraColumns,
  fullWidthNumbers,
  movedForm,
  numbersAsText,
  repeatedHeader,
  shortForm,
} from "../support/formVariants";
import { memoryWorkbook, onSheet, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { recalculated, scored } from "../support/scored";

const form = "部门整体支出绩效自评表";
const paper = "评分底稿";
let nansha: Snapshot;
let published: Snapshot;
let city: Snapshot;
const given = shippedFacts("samples/nansha-2023.facts.json");
const cityGiven = shippedFacts("samples/city-2023.facts.json");

beforeAll(async () => {
  nansha = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
  published = await sampleSnapshot("samples/nansha-2023.xlsx");
  city = await sampleSnapshot("samples/city-2023-blank.xlsx");
});

const at = (row: number, column: number, sheet = form) => ({ sheet, row, column });
const show = (snapshot: Snapshot, row: number, column: number, sheet = form): CellValue => {
  const found = findSheet(snapshot, sheet);
  return found === undefined ? null : valueAt(found, row, column);
};
const formulaAt = (snapshot: Snapshot, row: number, column: number): string | undefined =>
  findSheet(snapshot, form)?.rows.get(row)?.get(column)?.formula;
const highlights = (edits: readonly Edit[]) => edits.filter((edit) => edit.kind === "highlight");
/** Rows whose mark shows. */
const markedRows = (snapshot: Snapshot): readonly number[] =>
  (findSheet(snapshot, form)?.conditionalFormats ?? [])
    .filter(({ area, formula }) => {
      const cells = [area.left, 6].map((column) => {
        const at = { row: area.top, column };
        return [a1(at), show(snapshot, at.row, column)] as const;
      });
      return evaluateFormula(formula, Object.fromEntries(cells)) === true;
    })
    .map(({ area }) => area.top)
    .sort((one, other) => one - other);
const inForm = (edits: readonly Edit[]) =>
  edits.filter((edit) => edit.kind === "cell" && edit.at.sheet === form);

describe("南沙区空白表写入以后", () => {
  it("每个得分单元格的公式算出来就是得分卡上的得分", () => {
    const { result, after } = scored(nansha, { given });
    for (const row of result.scorecard.rows) {
      expect([row.indicator, show(after, row.row, 9)]).toEqual([row.indicator, row.points]);
    }
    expect(show(after, 42, 9)).toBe(99.657);
    expect(formulaAt(after, 42, 9)).toBe('=IF(COUNT(I14:I41)<28,"",SUM(I14:I41))');
    expect(show(after, 43, 6)).toMatch(/^√优.*□良[^]*□中.*□差/u);
  });

  it("公式引用底稿和本表分值，不写死数字", () => {
    const { after } = scored(nansha, { given });
    expect(formulaAt(after, 15, 9)).toMatch(/'评分底稿'!\$D\$\d+,F15\)/u);
    expect(formulaAt(after, 39, 9)).toContain("H39");
  });

  it("每个得分格都有一条底色规则，只在扣分时显色；旁边扣分的有理由，其余备着一句、不显示", () => {
    const { result, plan, after } = scored(nansha, { given });
    const marks = highlights(plan.edits).filter(({ sheet }) => sheet === form);
    expect(marks).toHaveLength(result.scorecard.rows.length);
    expect(marks).toContainEqual({
      kind: "highlight",
      sheet: form,
      area: { top: 15, left: 9, bottom: 15, right: 9 },
      formula: "AND(ISNUMBER(I15),ISNUMBER(F15),ROUND(I15-F15,9)<0)",
      role: "deduction",
    });
    expect(markedRows(after)).toEqual([15]);
    expect(show(after, 13, 12)).toBe("扣分说明");
    expect(show(after, 15, 12)).toMatch(/96\.57%.*扣0\.34分。$/u);
    for (let row = 16; row <= 41; row += 1) expect(show(after, row, 12)).toBeNull();
    expect(isOwnReason(findSheet(after, form)?.rows.get(16)?.get(12)?.formula)).toBe(true);
  });

  it("扣分说明列在打印区域之外：原来没有打印区域，就圈住原表", () => {
    const unset = onSheet(nansha, form, (sheet) => ({ ...sheet, printArea: null }));
    const { plan, after } = scored(unset, { given });
    expect(plan.edits).toContainEqual({
      kind: "printArea",
      sheet: form,
      areas: [{ top: 1, left: 1, bottom: 44, right: 11 }],
    });
    expect(findSheet(after, form)?.columnWidths.get(12)).toBe(42);
  });

  it("原来有打印区域就不动，列放在打印区域之外", () => {
    const printed = onSheet(nansha, form, (sheet) => ({
      ...sheet,
      printArea: [{ top: 1, left: 1, bottom: 44, right: 13 }],
    }));
    const { plan, after } = scored(printed, { given });
    expect(plan.edits.some((edit) => edit.kind === "printArea")).toBe(false);
    expect(show(after, 13, 14)).toBe("扣分说明");
  });

  it("右边的列只要有一行被占用或被合并，就再往右", () => {
    const taken = setCell(nansha, at(40, 12), { value: "经办人备注" });
    expect(show(scored(taken, { given }).after, 13, 13)).toBe("扣分说明");
    const merged = onSheet(nansha, form, (sheet) => ({
      ...sheet,
      merges: [...sheet.merges, { top: 20, left: 12, bottom: 21, right: 13 }],
    }));
    expect(show(scored(merged, { given }).after, 13, 14)).toBe("扣分说明");
  });

  it("再算一次，什么也不再改", () => {
    for (const start of [nansha, published]) {
      const { after } = scored(start, { given });
      expect(scored(after).plan.edits).toEqual([]);
    }
    expect(scored(scored(city).after).plan.edits).toEqual([]);
    expect(scored(scored(nansha).after).plan.edits).toEqual([]);
  });
});

describe("没有答完的表", () => {
  it("待补充的行说明缺什么，总分和等级空着", () => {
    const { after } = scored(nansha);
    expect(show(after, 16, 9)).toBeNull();
    expect(show(after, 16, 12)).toMatch(/^待补充：/u);
    expect(show(after, 42, 9)).toBeNull();
    expect(show(after, 43, 6)).toBe(show(nansha, 43, 6));
  });

  it("在底稿里补上数字，得分自己出来，旧的说明自己作废", () => {
    const { after } = scored(nansha);
    const rows = Array.from(findSheet(after, paper)?.rows.keys() ?? []);
    const lineOf = (item: string): number => rows.find((row) => show(after, row, 2, paper) === item) ?? 0;
    const filled = [
      ["30日内签订的合同", 19],
      ["合同总数", 20],
    ].reduce(
      (from, [item, value]) => setCell(from, at(lineOf(String(item)), 4, paper), { value: Number(value) }),
      after,
    );
    const shown = recalculated(filled);
    expect(show(shown, 31, 9)).toBe(2);
    expect(show(shown, 31, 12)).toBe("得分低于分值，差1分，请重新计算得分以写明原因");
    expect(markedRows(shown)).toEqual([15, 31]);
    const again = scored(shown).after;
    expect(show(again, 31, 12)).toBe("合同签订及时率95%，适用“90%≤合同签订及时率＜100%，得2分”，扣1分。");
  });

  it("全部答完而有未确认的，有总分，不勾等级", () => {
    const most = new Map(Array.from(given).filter(([id]) => id !== "assetAllocation.over"));
    const { result, after } = scored(nansha, { given: most });
    expect(result.scorecard).toMatchObject({ total: 99.657, unconfirmed: 1, provisional: true });
    expect(show(after, 42, 9)).toBe(99.657);
    expect(formulaAt(after, 43, 6)).toBeUndefined();
  });

  it("先勾了等级，后来又有未确认的，恢复原来的文字", () => {
    const { after } = scored(nansha, { given });
    const wiped = Array.from(findSheet(after, paper)?.rows.keys() ?? []).find(
      (row) => show(after, row, 2, paper) === "超过配置标准",
    );
    const blank = recalculated(setCell(after, at(wiped ?? 0, 4, paper), { value: null }));
    const again = scored(blank).after;
    expect(show(again, 43, 6)).toBe(show(nansha, 43, 6));
  });
});

describe("评分底稿", () => {
  it("放在最后，写明内部使用，有固定的列", () => {
    const { after } = scored(nansha, { given });
    expect(after.sheets.at(-1)?.name).toBe(paper);
    expect(show(after, 1, 1, paper)).toBe("内部使用，不随表报送");
    expect(show(after, 2, 1, paper)).toBe("口径：部门汇总（本级及所属单位）");
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((column) => show(after, 3, column, paper))).toEqual([
      "指标",
      "数据项",
      "单位",
      "数值",
      "来源",
      "佐证材料（文号）",
      "提供科室",
      "口径说明",
      "状态",
    ]);
  });

  it("摘自评分依据的写明出处和状态，比率用百分数格式", () => {
    const { after } = scored(nansha);
    const row = Array.from(findSheet(after, paper)?.rows.keys() ?? []).find((line) =>
      String(show(after, line, 1, paper)).startsWith("2 "),
    );
    const line = (row ?? 0) + 1;
    expect(show(after, line, 4, paper)).toBe(0.9657);
    expect(show(after, line, 5, paper)).toMatch(/^摘自“部门整体支出绩效自评表”J15：“.*96\.57%/u);
    expect(show(after, line, 9, paper)).toBe("摘自评分依据，待确认");
    expect(findSheet(after, paper)?.rows.get(line)?.get(4)?.format).toBe("0.00%");
  });

  it("人填过的绝不改写；只补缺的行和空格", () => {
    const { after } = scored(city);
    const rows = Array.from(findSheet(after, paper)?.rows.keys() ?? []);
    const lineOf = (item: string): number => rows.find((row) => show(after, row, 2, paper) === item) ?? 0;
    const line = lineOf("合同签订及时率（财政部门提供）");
    const typed = recalculated(
      setCell(setCell(after, at(line, 4, paper), { value: 0.85 }), at(line, 6, paper), {
        value: "穗财采〔2024〕3号",
      }),
    );
    const { result, after: again } = scored(typed);
    expect(show(again, line, 4, paper)).toBe(0.85);
    expect(show(again, line, 6, paper)).toBe("穗财采〔2024〕3号");
    expect(show(again, line, 9, paper)).toBe("已填");
    expect(result.scorecard.rows.find((row) => row.row === 31)?.points).toBe(1);
    expect(show(again, 31, 9)).toBe(1);
  });

  it("删掉的行补在最后", () => {
    const { after } = scored(nansha, { given });
    const line = Array.from(findSheet(after, paper)?.rows.keys() ?? []).find(
      (row) => show(after, row, 2, paper) === "超过配置标准",
    );
    const cut = onSheet(after, paper, (sheet) => {
      const rows = new Map(sheet.rows);
      rows.delete(line ?? 0);
      return { ...sheet, rows };
    });
    const again = scored(recalculated(cut), { given }).after;
    const last = Math.max(...(findSheet(again, paper)?.rows.keys() ?? []));
    expect(show(again, last, 2, paper)).toBe("超过配置标准");
    expect(formulaAt(again, 34, 9)).toContain(`$D$${last}`);
  });

  it("同名而不是底稿的工作表是别人的，另起一名", () => {
    const other = {
      ...nansha,
      sheets: [...nansha.sheets, { ...(nansha.sheets[0] ?? never()), name: paper, rows: new Map() }],
    };
    const { after } = scored(other, { given });
    expect(after.sheets.map(({ name }) => name)).toEqual([form, paper, "评分底稿2"]);
    expect(show(after, 42, 9)).toBe(99.657);
  });
});

describe("手工填报的得分", () => {
  it("一格也不改，只加说明和底色", () => {
    const { plan, after } = scored(published, { given });
    for (let row = 14; row <= 43; row += 1) {
      expect(show(after, row, 9)).toBe(show(published, row, 9));
    }
    const columns = inForm(plan.edits).map((edit) => edit.kind === "cell" && edit.at.column);
    expect(new Set(columns)).toEqual(new Set([12]));
    expect(markedRows(after)).toEqual([15]);
  });

  it("只覆盖选中的行", () => {
    const { after } = scored(published, { given, overwrite: new Set([15]) });
    expect(show(after, 15, 9)).toBe(9.657);
    expect(formulaAt(after, 14, 9)).toBeUndefined();
  });

  it("全部覆盖时总分和等级也随之计算", () => {
    const { after } = scored(published, { given, overwrite: "all" });
    expect(show(after, 42, 9)).toBe(99.657);
    expect(formulaAt(after, 43, 6)).toBeDefined();
  });

  it("设置为覆盖时同样覆盖", () => {
    const { after } = scored(published, { given, settings: { overwriteTyped: "overwrite" } });
    expect(formulaAt(after, 14, 9)).toBeDefined();
  });

  it("文字得分按数值进总分，空着的总分由公式得出", () => {
    const worded = setCell(setCell(published, at(15, 9), { value: "9.66 分" }), at(42, 9), { value: null });
    const { after } = scored(worded, { given });
    expect(show(after, 15, 9)).toBe("9.66 分");
    expect(show(after, 42, 9)).toBeCloseTo(99.66, 9);
  });

  it("与计算得分不一致的，旁边写明计算得分", () => {
    const wrong = setCell(published, at(31, 9), { value: 2 });
    const { after } = scored(wrong, { given });
    expect(show(after, 31, 9)).toBe(2);
    expect(show(after, 31, 12)).toBe("与填报得分不一致：计算得分3分。");
  });
});

describe("说明写进空白的评分依据", () => {
  it("只写空白的，写了字的放在右侧；我们的说明不会被当成依据", () => {
    const blank = setCell(city, at(31, 10), { value: null });
    const options = { given: cityGiven, settings: { reasonsIn: "basis" } } as const;
    const { after } = scored(blank, options);
    expect(show(after, 31, 10)).toMatch(/^合同签订及时率95%/u);
    expect(show(after, 32, 10)).toBe(show(city, 32, 10));
    expect(show(after, 32, 12)).toMatch(/扣1分。$/u);
    const again = scored(after, { settings: { reasonsIn: "basis" } });
    expect(again.plan.edits).toEqual([]);
    expect(again.result.scorecard.rows.find((row) => row.row === 31)?.points).toBe(2);
  });

  it("改回右侧的列，评分依据恢复空白", () => {
    const blank = setCell(city, at(31, 10), { value: null });
    const { after } = scored(blank, { given: cityGiven, settings: { reasonsIn: "basis" } });
    const moved = scored(after).after;
    expect(show(moved, 31, 10)).toBeNull();
    expect(show(moved, 31, 12)).toMatch(/^合同签订及时率95%/u);
  });
});

describe("得分变成满分以后", () => {
  it("不再显色，旧的说明撤下", () => {
    const { after } = scored(nansha, { given });
    const full = new Map(given).set("benefit.summaryRate", { value: "100%" });
    const { plan, after: again } = scored(after, { given: full });
    expect(plan.edits.filter(({ kind }) => /highlight/iu.test(kind))).toEqual([]);
    expect(show(again, 15, 12)).toBeNull();
    expect(markedRows(again)).toEqual([]);
    expect(show(again, 15, 9)).toBe(10);
  });
});

describe("写入前先核对", () => {
  it("计划之后有人改了单元格，就不写", async () => {
    const { plan } = scored(nansha, { given });
    const changed = memoryWorkbook(setCell(nansha, at(14, 9), { value: 8 }));
    const outcome = await changed.apply(plan);
    expect(outcome).toMatchObject({ ok: false, problem: { code: "changedMeanwhile" } });
    expect(show(changed.snapshot(), 15, 9)).toBeNull();
  });

  it("表里的文字只出现在公式的引号里", () => {
    const evil = setCell(nansha, at(38, 5), { value: '")+HYPERLINK("http://x","y")&("' });
    const judged = new Map(given).set('row:")+HYPERLINK("http://x","y")&(".judged', {
      value: 1,
      reason: '"&WEBSERVICE("http://x")&"',
    });
    const { plan } = scored(evil, { given: judged });
    for (const edit of inForm(plan.edits)) {
      if (edit.kind !== "cell" || !("formula" in edit.content)) continue;
      expect(edit.content.formula.replace(/"(?:[^"]|"")*"/gu, "")).not.toMatch(/HYPERLINK|WEBSERVICE/u);
    }
  });
});

function never(): never {
  throw new Error("the sample has a sheet");
}

describe("换个样子的表，写入的公式算出同样的得分", () => {
  const variants: readonly (readonly [string, (from: Snapshot) => Snapshot])[] = [
    ["全角数字带单位的分值", fullWidthNumbers],
    ["存成文本的分值", numbersAsText],
    ["下移右移", (from) => movedForm(from, 5, 3)],
    ["中间重复表头", (from) => repeatedHeader(from, [22, 33])],
    ["只有四列的简表", shortForm],
    ["多出几列", extraColumns],
  ];

  it.each(
    variants.flatMap(([title, vary]) => [[title, vary, "addin"] as const, [title, vary, "builtIn"] as const]),
  )("%s（%#）", (_, vary, dialect) => {
    const { result, after } = scored(vary(nansha), { given, dialect });
    for (const { at: cell, indicator, points } of result.scorecard.rows) {
      expect([indicator, show(after, cell.row, cell.column, cell.sheet)]).toEqual([
        indicator,
        points === null ? null : expect.closeTo(points, 9),
      ]);
    }
    const total = result.form.total?.score.at;
    if (total !== undefined) expect(show(after, total.row, total.column, total.sheet)).toBeCloseTo(99.657, 9);
    expect(scored(after, { dialect }).plan.edits).toEqual([]);
  });
});
