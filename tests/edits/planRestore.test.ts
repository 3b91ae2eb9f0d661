import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { planBuiltIn, planValues } from "../../src/edits/planConvert";
import { planRestore } from "../../src/edits/planRestore";
import { readRestoreRecord } from "../../src/edits/copiedForm";
import { findSheet, valueAt, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { planRestoring } from "../../src/app/planRestoring";
import {
  copySheet,
  deleteRows,
  deleteSheet,
  insertRows,
  renameSheet,
  swapNames,
} from "../support/asExcelWould";
import { shippedFacts } from "../support/factsFile";
import { applyPlan, onSheet, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

const form = "部门整体支出绩效自评表";
const paper = "评分底稿";
let nansha: Snapshot;
let published: Snapshot;
/** Months stand on a sheet of their own, and one row has words that are only asked about ("此项得0分"). */
let city: Snapshot;
const given = shippedFacts("samples/nansha-2023.facts.json");

beforeAll(async () => {
  // As it comes from the bureau, without a print area: then one is set, and undone.
  nansha = onSheet(await sampleSnapshot("samples/nansha-2023-blank.xlsx"), form, (sheet) => ({
    ...sheet,
    printArea: null,
  }));
  published = await sampleSnapshot("samples/nansha-2023.xlsx");
  city = await sampleSnapshot("samples/city-2023-blank.xlsx");
});

const at = (row: number, column: number, sheet = form) => ({ sheet, row, column });
const show = (snapshot: Snapshot, row: number, column: number, sheet = form): CellValue => {
  const found = findSheet(snapshot, sheet);
  return found === undefined ? null : valueAt(found, row, column);
};

/** Everything that a reader or an adapter could tell apart. */
function picture(snapshot: Snapshot): unknown {
  return {
    records: Object.fromEntries(snapshot.records),
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      rows: Array.from(sheet.rows, ([row, cells]) => [row, Object.fromEntries(cells)]),
      blankFormats: Array.from(sheet.blankFormats ?? [], ([row, line]) => [row, Object.fromEntries(line)]),
      columnWidths: Object.fromEntries(sheet.columnWidths),
      hiddenRows: Array.from(sheet.hiddenRows),
      hiddenColumns: Array.from(sheet.hiddenColumns),
    })),
  };
}

const undone = (snapshot: Snapshot, also: readonly string[] = []): Snapshot =>
  applyPlan(snapshot, planRestore(evaluated(snapshot), { also: new Set(also) }).plan);

describe("恢复原表", () => {
  it("只有摘自评分依据和通报的内容：计算后恢复，与原来一模一样", () => {
    for (const start of [nansha, published, city]) {
      const { after } = scored(start);
      expect(planRestore(evaluated(after)).asks).toEqual([]);
      expect(picture(undone(after))).toEqual(picture(start));
    }
  });

  it("覆盖了手工填报的得分，恢复后一分不差", () => {
    const { after } = scored(published, { overwrite: "all" });
    expect(picture(undone(after))).toEqual(picture(published));
  });

  it("算了两次再恢复，仍是最初的样子", () => {
    const once = scored(published, { overwrite: new Set([15]) }).after;
    const twice = scored(once, { overwrite: "all" }).after;
    expect(picture(undone(twice))).toEqual(picture(published));
  });

  it("底稿里有人填的数据：先问，默认保留；同意后才删", () => {
    const { after } = scored(nansha, { given });
    const { asks } = planRestore(evaluated(after));
    expect(asks.map(({ id }) => id)).toEqual(["sheet"]);
    const kept = undone(after);
    expect(kept.sheets.map(({ name }) => name)).toEqual([form, paper]);
    expect(show(kept, 15, 9)).toBeNull();
    expect(picture(undone(after, ["sheet"]))).toEqual(picture(nansha));
    expect(picture(undone(kept, ["sheet"]))).toEqual(picture(nansha));
  });

  it("选择保留的不再问", () => {
    const { after } = scored(nansha, { given });
    const left = applyPlan(after, planRestore(evaluated(after), { leave: new Set(["sheet"]) }).plan);
    expect(left.records.has("restore")).toBe(false);
    expect(planRestore(evaluated(left))).toMatchObject({ plan: { edits: [], expects: [] }, asks: [] });
  });

  it("在底稿里写过备注或加过行，也算人填的", () => {
    const { after } = scored(nansha);
    const noted = setCell(after, at(10, 7, paper), { value: "财务科" });
    const added = setCell(after, at(300, 2, paper), { value: "自己加的一行" });
    expect(planRestore(evaluated(noted)).asks.map(({ id }) => id)).toEqual(["sheet"]);
    expect(planRestore(evaluated(added)).asks.map(({ id }) => id)).toEqual(["sheet"]);
  });

  it.each<[string, number, number, CellValue]>([
    ["摘来的数旁写的口径说明", 7, 8, "按台账"],
    ["改写的来源", 7, 5, "门户网站更正公告2024-5号"],
    ["自己摘的来源", 7, 5, "摘自财政台账第3页"],
    ["改写的指标、数据项以外的字", 7, 3, "改过单位"],
    ["改写的状态", 7, 9, "已核对"],
    ["佐证材料", 7, 6, "文号"],
    ["表格右边的备注", 7, 10, "我的计算过程：见台账第3页"],
    ["标题行右边的备注", 3, 11, "备注"],
    ["表格上面的备注", 1, 11, "备注：经办人张某"],
    ["改写的口径", 2, 1, "口径：只含本级"],
    ["改写的列名", 3, 3, "计量单位"],
    ["表格下面的备注", 300, 1, "以上由财务科提供"],
    ["很远的一格", 40, 200, 1],
  ])("%s也算人填的，再计算一次之后也是", (_title, row, column, value) => {
    const { after } = scored(published);
    const noted = setCell(after, at(row, column, paper), { value });
    expect(show(after, row, column, paper)).not.toEqual(value);
    for (const one of [noted, scored(noted).after]) {
      const { plan, asks } = planRestore(evaluated(one));
      expect(asks.map(({ id }) => id)).toEqual(["sheet"]);
      expect(plan.edits.some(({ kind }) => kind === "deleteSheet")).toBe(false);
    }
  });

  it("底稿里人写的公式也算，得数相同也是；改写的引文也算；空格不算", () => {
    const { after } = scored(published);
    const value = show(after, 7, 4, paper);
    expect(value).not.toBeNull();
    const typed = setCell(after, at(7, 4, paper), { value, formula: "=1*1" });
    expect(planRestore(evaluated(typed)).asks.map(({ id }) => id)).toEqual(["sheet"]);
    const quoted = `摘自“${form}”J15：“另一句话”`;
    const reworded = setCell(after, at(7, 5, paper), { value: quoted });
    expect(planRestore(evaluated(reworded)).asks.map(({ id }) => id)).toEqual(["sheet"]);
    const blank = setCell(after, at(7, 8, paper), { value: " " });
    expect(planRestore(evaluated(blank)).asks).toEqual([]);
  });

  it("没有计算过的表，恢复什么也不做", () => {
    expect(planRestore(evaluated(nansha))).toMatchObject({ plan: { edits: [], expects: [] }, asks: [] });
  });
});

describe("任何填报情况", () => {
  it("计算、覆盖、恢复，一格不差；再算一次不再改", () => {
    const typed = fc.array(
      fc.tuple(
        fc.integer({ min: 14, max: 42 }),
        fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom("9.66 分", "满分", "见附件", "=1+1", true)),
      ),
      { maxLength: 12 },
    );
    const overwrite = fc.oneof(
      fc.constant("all" as const),
      fc.array(fc.integer({ min: 14, max: 42 }), { maxLength: 8 }).map((rows) => new Set(rows)),
    );
    fc.assert(
      fc.property(typed, overwrite, fc.boolean(), (cells, chosen, answered) => {
        const start = recalculated(
          cells.reduce(
            (from, [row, value]) =>
              setCell(from, at(row, 9), value === "=1+1" ? { value: 2, formula: value } : { value }),
            nansha,
          ),
        );
        const options = { overwrite: chosen, ...(answered ? { given } : {}) };
        const { after } = scored(start, options);
        expect(scored(after, { overwrite: chosen }).plan.edits).toEqual([]);
        expect(picture(recalculated(undone(after, ["sheet"])))).toEqual(picture(start));
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe("计算之后表被改动过", () => {
  it("插入了行，按公式和指标名找回", () => {
    const { after } = scored(published, { overwrite: "all" });
    const moved = insertRows(insertRows(after, form, 20, 2), form, 1, 3);
    expect(planRestore(evaluated(moved)).asks).toEqual([]);
    const expected = insertRows(insertRows(published, form, 20, 2), form, 1, 3);
    expect(picture(undone(moved))).toEqual(picture(expected));
  });

  it("表改了名，照样找回", () => {
    const { after } = scored(published, { overwrite: "all" });
    const renamed = renameSheet(renameSheet(after, form, "自评表（定稿）"), paper, "内部底稿");
    expect(planRestore(evaluated(renamed)).asks).toEqual([]);
    expect(picture(undone(renamed))).toEqual(picture(renameSheet(published, form, "自评表（定稿）")));
  });

  it("同名两行（采购意向）不会互相换位", () => {
    const half = setCell(setCell(published, at(27, 9), { value: 0.4 }), at(28, 9), { value: 1.1 });
    const moved = insertRows(scored(half, { overwrite: "all" }).after, form, 27, 1);
    const back = undone(moved);
    expect([show(back, 28, 9), show(back, 29, 9)]).toEqual([0.4, 1.1]);
  });

  it("改过的单元格先问，不覆盖；同意后才恢复", () => {
    const { after } = scored(published, { overwrite: "all" });
    const changed = setCell(after, at(31, 9), { value: 2.5 });
    const { asks } = planRestore(evaluated(changed));
    expect(asks).toEqual([
      {
        id: `score:'${form}'!I31`,
        at: at(31, 9),
        name: "采购合同签订时效性",
        stands: "2.5",
        before: "3",
        why: "这个单元格在计算之后被改动过，是否仍恢复为原内容？",
      },
    ]);
    const kept = undone(changed);
    expect(show(kept, 31, 9)).toBe(2.5);
    expect(show(kept, 30, 9)).toBe(2);
    expect(planRestore(evaluated(kept)).asks).toEqual(asks);
    expect(show(undone(kept, [asks[0]?.id ?? ""]), 31, 9)).toBe(3);
  });

  it("插入行之后改过的，问的是现在的位置", () => {
    const { after } = scored(published, { overwrite: "all" });
    const changed = setCell(insertRows(after, form, 5, 4), at(35, 9), { value: 2.5 });
    expect(planRestore(evaluated(changed)).asks.map((ask) => [ask.name, ask.at, ask.before])).toEqual([
      ["采购合同签订时效性", at(35, 9), "3"],
    ]);
  });

  it("人已经自己改回原样的，不再问", () => {
    const { after } = scored(published, { overwrite: "all" });
    const back = setCell(after, at(31, 9), { value: 3 });
    expect(planRestore(evaluated(back)).asks).toEqual([]);
  });

  it("整行删掉了，问的时候说找不到", () => {
    const { after } = scored(published, { overwrite: "all" });
    const gone = [5, 9, 12].reduce((from, column) => setCell(from, at(31, column), { value: null }), after);
    const asked = planRestore(evaluated(gone)).asks.filter((ask) => ask.name === "采购合同签订时效性");
    expect(asked[0]).toMatchObject({ at: null, before: "3" });
    expect(show(undone(gone, [asked[0]?.id ?? ""]), 31, 9)).toBeNull();
  });

  it("打印区域后来被人改过，先问", () => {
    const { after } = scored(nansha);
    const own = onSheet(after, form, (sheet) => ({
      ...sheet,
      printArea: [{ top: 1, left: 1, bottom: 20, right: 5 }],
    }));
    expect(planRestore(evaluated(own)).asks.map(({ id }) => id)).toEqual(["printArea"]);
    expect(findSheet(undone(own), form)?.printArea).toEqual([{ top: 1, left: 1, bottom: 20, right: 5 }]);
  });

  it("别人的条件格式原样留着", () => {
    const theirs = { area: { top: 14, left: 9, bottom: 41, right: 9 }, formula: "I14<5" };
    const start = onSheet(published, form, (sheet) => ({ ...sheet, conditionalFormats: [theirs] }));
    const { after } = scored(start);
    expect(findSheet(after, form)?.conditionalFormats).toContainEqual(theirs);
    expect(findSheet(after, form)?.conditionalFormats.length).toBeGreaterThan(1);
    expect(findSheet(undone(after), form)?.conditionalFormats).toEqual([theirs]);
  });
});

describe("记录坏了也不出错", () => {
  it("任何内容的记录都读得下去", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
        const kept: Snapshot = { ...published, records: new Map([["restore", json]]) };
        expect(readRestoreRecord(kept, form).cells).toBeInstanceOf(Array);
      }),
    );
  });

  it("半坏的记录，好的部分照用", () => {
    const json = JSON.stringify({
      cells: [
        null,
        {
          role: "score",
          at: { sheet: form, row: "十", column: 9 },
          before: { value: 1 },
          ours: { value: 2 },
        },
        {
          role: "score",
          at: at(15, 9),
          name: "部门整体绩效目标效益指标完成情况",
          before: { value: 8 },
          ours: { value: 9.66 },
        },
      ],
      column: "宽",
      printArea: { sheet: form },
    });
    const kept: Snapshot = { ...published, records: new Map([["restore", json]]) };
    const { plan, asks } = planRestore(evaluated(kept));
    expect(asks).toEqual([]);
    expect(applyPlan(kept, plan).records.size).toBe(0);
    expect(show(applyPlan(kept, plan), 15, 9)).toBe(8);
  });
});

describe("空白单元格自带的数字格式", () => {
  const formatted = (): Snapshot =>
    onSheet(nansha, form, (sheet) => ({
      ...sheet,
      blankFormats: new Map([
        [14, new Map([[9, "0.0_ "]])],
        [15, new Map([[9, "0.0_ "]])],
      ]),
    }));

  it("够用的不动；会掩盖扣分的增加小数位，恢复时还原", () => {
    const { plan, after } = scored(formatted(), { given });
    const looks = plan.edits.flatMap((edit) =>
      edit.kind === "cell" && edit.at.sheet === form && edit.at.column === 9 && edit.look !== undefined
        ? [[edit.at.row, edit.look.format]]
        : [],
    );
    expect(looks).toEqual([
      [15, "0.00"],
      [42, "0.00"],
    ]);
    expect(picture(undone(after, ["sheet"]))).toEqual(picture(formatted()));
  });
});

describe("恢复原表不多说，也不少做", () => {
  const press = (snapshot: Snapshot, sheet = form) => {
    const planned = planRestoring({ kind: "restore", overwrite: [] }, evaluated(snapshot, { sheet }));
    if ("questions" in planned) throw new Error("asked");
    return { after: applyPlan(snapshot, planned.plan), said: planned.done ?? "" };
  };
  const formulas = (snapshot: Snapshot): readonly string[] =>
    snapshot.sheets.flatMap(({ rows }) =>
      Array.from(rows.values()).flatMap((line) =>
        Array.from(line.values()).flatMap(({ formula }) => formula ?? []),
      ),
    );

  /** 27、28行各写一次采购意向公开合规性，或合并取消后只有27行有名称。 */
  const unmerged = (secondName: string | null): Snapshot => {
    const apart = onSheet(published, form, (sheet) => ({
      ...sheet,
      merges: sheet.merges.filter(({ top, left }) => !(top === 27 && left >= 5)),
    }));
    return setCell(apart, at(28, 5), { value: secondName });
  };

  it.each(["采购意向公开合规性", null])(
    "一个名称占两行而没有合并（第二行写%s）：不问，全部还原，再来一轮也一样",
    (name) => {
      const start = unmerged(name);
      const once = scored(start, { overwrite: "all" }).after;
      expect(planRestore(evaluated(once)).asks).toEqual([]);
      const back = press(once).after;
      expect(picture(back)).toEqual(picture(start));
      expect(picture(press(scored(back, { overwrite: "all" }).after).after)).toEqual(picture(start));
    },
  );

  it("第二行没有名称，改了第一行的名称、上面插了行：各回各位", () => {
    const { after } = scored(unmerged(null), { overwrite: "all" });
    const moved = insertRows(setCell(after, at(27, 5), { value: "意向公开" }), form, 20, 2);
    const back = press(moved).after;
    expect([show(back, 29, 9), show(back, 30, 9)]).toEqual([0.5, 1.5]);
  });

  it.each(["excel", "bare"] as const)(
    "评分底稿删掉了（%s）：公式都收回，别人写坏的公式留着，并说底稿不在了",
    (spelling) => {
      const start = setCell(published, at(50, 3), { value: "#REF!", formula: "=#REF!$D$4*2" });
      const gone = deleteSheet(scored(start, { overwrite: "all" }).after, paper, spelling);
      expect(formulas(gone).filter((one) => one.includes("#REF!")).length).toBeGreaterThan(20);
      const { after, said } = press(gone);
      expect(formulas(after)).toEqual(["=#REF!$D$4*2"]);
      expect(show(after, 31, 9)).toBe(3);
      expect(said).toMatch(/^已恢复原表：\d+个单元格.*“评分底稿”已不在工作簿中/u);
    },
  );

  it("评分底稿删掉之后再计算、再恢复：仍是最初的样子，不多一列", () => {
    const gone = deleteSheet(scored(published, { overwrite: "all" }).after, paper);
    expect(picture(press(scored(gone, { overwrite: "all" }).after).after)).toEqual(picture(published));
  });

  it("有一张复制的表：底稿留着并说明；复制的表也恢复之后一并收回", () => {
    const { after } = scored(published, { overwrite: "all" });
    const copied = copySheet(after, form, "备份");
    const first = press(copied);
    expect(first.after.sheets.map(({ name }) => name)).toContain(paper);
    expect(first.said).toContain("“备份”里还有公式引用“评分底稿”");
    const last = press(first.after, "备份").after;
    expect(formulas(last)).toEqual([]);
    expect(show(last, 31, 9, "备份")).toBe(3);
    expect(last.records.size).toBe(0);
  });

  it.each([
    ["原表和复制的表都是数值，个个有得分", true, { given }],
    ["原表和复制的表都是数值，有的还没有得分", true, {}],
    ["复制以后只把复制的表转为数值，个个有得分", false, { given }],
  ])("复制的表已转为数值，照样恢复到评分以前：%s", (_, before, facts) => {
    const toValues = (snapshot: Snapshot, sheet: string): Snapshot => {
      const plain = applyPlan(snapshot, planBuiltIn(evaluated(snapshot, { sheet })));
      return applyPlan(plain, planValues(evaluated(recalculated(plain), { sheet })));
    };
    const { after } = scored(published, { overwrite: "all", ...facts });
    const copied = before
      ? copySheet(toValues(recalculated(after), form), form, "备份")
      : toValues(recalculated(copySheet(after, form, "备份")), "备份");
    const last = press(press(copied, "备份").after, form).after;
    expect(formulas(last)).toEqual([]);
    const sheets = ["备份", form].flatMap((name) => findSheet(last, name) ?? []);
    for (const sheet of sheets) {
      expect(picture({ sheets: [{ ...sheet, name: form }], records: new Map() })).toEqual(picture(published));
    }
  });

  it("自己写的公式引用底稿：公式不动，底稿留着；公式去掉之后再按一次就收回", () => {
    const { after } = scored(published, { overwrite: "all" });
    const own = setCell(after, at(60, 3), { value: 1, formula: `='${paper}'!D4+1` });
    const first = press(own);
    expect(formulas(first.after).filter((one) => one.includes(paper))).toEqual([`='${paper}'!D4+1`]);
    expect(first.said).toContain(`“${form}”C60里还有公式引用“${paper}”`);
    expect(first.said).not.toContain("复制的自评表");
    const free = press(setCell(first.after, at(60, 3), { value: null })).after;
    expect(picture(free)).toEqual(picture(published));
  });

  it("两张评过分的表互换了名：各回各的原内容", () => {
    const other = setCell(published, at(31, 9), { value: 1 }).sheets.find(({ name }) => name === form);
    if (other === undefined) throw new Error("no form");
    const start = { ...published, sheets: [...published.sheets, { ...other, name: "乙" }] };
    const once = scored(start, { overwrite: "all", sheet: form }).after;
    const twice = scored(once, { overwrite: "all", sheet: "乙" }).after;
    const swapped = swapNames(twice, form, "乙");
    const back = press(press(swapped, form).after, "乙").after;
    expect(picture(back)).toEqual(picture(swapNames(start, form, "乙")));
  });

  it("说清楚留下的和找不到的", () => {
    const { after } = scored(published, { overwrite: "all", given });
    const changed = deleteRows(setCell(after, at(31, 9), { value: 2.5 }), form, 40, 1);
    const { said } = press(changed);
    expect(said).toContain("已恢复原表，下列各处除外");
    expect(said).toContain("保留计算之后改动过的内容：采购合同签订时效性（I31）");
    expect(said).toContain("没有找到单元格，未能恢复：");
    expect(said).toContain("“评分底稿”里有手工填写的数据，已保留");
  });
});
