import { describe, expect, it } from "vitest";
import { planRestore } from "../../src/edits/planRestore";
import { planScoring } from "../../src/edits/planScoring";
import type { GivenFacts } from "../../src/facts/gatherFacts";
import { a1, parseA1 } from "../../src/workbook/cell";
import type { EditPlan } from "../../src/workbook/edit";
import { snapshotCell, type CellValue, type SheetSnapshot, type Snapshot } from "../../src/workbook/snapshot";
import { linesSheet, withAnnexes } from "../support/annexSheets";
import { shippedFacts } from "../support/factsFile";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

const city = await sampleSnapshot("samples/city-2023-blank.xlsx");
const given = shippedFacts("samples/city-2023.facts.json");
const form = "部门整体支出绩效自评表";
const annex = "部门整体支出绩效指标完成情况表";
const fund = "专项资金绩效指标完成情况表";

function at(sheet: string, cell: string) {
  const place = parseA1(cell);
  if (place === null) throw new Error(cell);
  return { sheet, ...place };
}

function valueOf(snapshot: Snapshot, sheet: string, cell: string): CellValue {
  return snapshotCell(snapshot, at(sheet, cell))?.value ?? null;
}

/** Formulas that a plan writes on one sheet, by cell. */
function formulasOn(plan: EditPlan, sheet: string): ReadonlyMap<string, string> {
  return new Map(
    plan.edits.flatMap((edit) =>
      edit.kind === "cell" && edit.at.sheet === sheet && "formula" in edit.content
        ? [[a1(edit.at), edit.content.formula] as const]
        : [],
    ),
  );
}

function answers(of: Readonly<Record<string, string | number>>): GivenFacts {
  return new Map(Object.entries(of).map(([id, value]) => [id, { value }]));
}

/** What restoring leaves different, sheet by sheet. */
function differences(before: Snapshot, after: Snapshot): readonly string[] {
  const shown = (sheet: SheetSnapshot | undefined) =>
    JSON.stringify([
      Array.from(sheet?.rows ?? [], ([row, cells]) => [row, ...cells]),
      sheet?.printArea ?? null,
      Array.from(sheet?.columnWidths ?? []),
      sheet?.conditionalFormats,
    ]);
  return before.sheets
    .filter((sheet) => shown(sheet) !== shown(after.sheets.find(({ name }) => name === sheet.name)))
    .map(({ name }) => name);
}

function restored(snapshot: Snapshot): Snapshot {
  const asks = planRestore(evaluated(snapshot)).asks.map(({ id }) => id);
  return applyPlan(snapshot, planRestore(evaluated(snapshot), { also: new Set(asks) }).plan);
}

describe("市级表的附表写入以后", () => {
  const { plan, after, result } = scored(city, { given });

  it("完成率、得分是公式，自评表的得分是它们之和", () => {
    const own = formulasOn(plan, annex);
    expect(own.get("G8")).toBe('=IF(OR(E8="",F8=""),"",JX.COMPLETION(E8,F8))');
    expect(own.get("H8")).toBe('=IF(G8="","",JX.COMPLETIONSCORE(IF(ISNUMBER(G8),MIN(10,G8),G8&""),10/23))');
    expect(own.get("H33")).toBe(
      '=IF(G33="","",JX.COMPLETIONSCORE(IF(ISNUMBER(G33),MIN(10,G33),G33&""),10/9))',
    );
    expect(formulasOn(plan, fund).get("G25")).toBe(
      '=IF(F25="","",JX.COMPLETIONSCORE(IF(ISNUMBER(F25),MIN(10,F25),F25&""),10/7))',
    );
    expect(own.get("H30")).toMatch(
      /^=IF\(OR\(.*=""\),"",JX\.TIERSCORE\('评分底稿'!\$D\$\d+,'评分底稿'!\$D\$\d+,10\/9\)\)$/u,
    );
    expect(own.get("G30")).toBeUndefined();
    expect(formulasOn(plan, form).get("I14")).toMatch(
      /^=IF\('评分底稿'!\$D\$\d+="否",0,IF\(COUNT\('部门整体支出绩效指标完成情况表'!H6:H28\)<23,"",ROUND\(SUM\('部门整体支出绩效指标完成情况表'!H6:H28\),12\)\)\)$/u,
    );
  });

  it("算出来与得分卡一致：9.84783、10、19.28571，总分97.13169", () => {
    for (const row of result.scorecard.rows) {
      expect([row.indicator, valueOf(after, form, a1(row.at))]).toEqual([
        row.indicator,
        expect.closeTo(row.points ?? Number.NaN, 9),
      ]);
      for (const one of row.annexRows) {
        const cell = one.scoreAt === null ? null : snapshotCell(after, one.scoreAt)?.value;
        expect([one.name, cell]).toEqual([one.name, expect.closeTo(one.annexPoints ?? Number.NaN, 9)]);
      }
    }
    expect(Number(valueOf(after, form, "I42")).toFixed(5)).toBe("97.13169");
    expect(valueOf(after, annex, "G12")).toBe(0.65);
  });

  it("不用本加载项的函数也算得一样", () => {
    const plain = scored(city, { given, dialect: "builtIn" });
    expect(JSON.stringify(plain.plan.edits)).not.toContain("JX.");
    for (const cell of ["I14", "I15", "I17", "I42"]) {
      expect(valueOf(plain.after, form, cell)).toBeCloseTo(Number(valueOf(after, form, cell)), 9);
    }
  });

  it("扣分的行标色，说明写在附表右侧的“扣分说明”列，不动“未完成原因”", () => {
    expect(valueOf(after, annex, "J5")).toBe("扣分说明");
    expect(valueOf(after, annex, "J12")).toContain("实际13人，目标约20人，完成率65%");
    expect(valueOf(after, fund, "I25")).toContain("可在设置中调整");
    expect(valueOf(after, annex, "J11")).toBeNull();
    expect(valueOf(after, annex, "I12")).toBeNull();
    const marks = plan.edits.flatMap((edit) =>
      edit.kind === "highlight" && edit.sheet === annex ? [edit.formula] : [],
    );
    expect(marks).toContain("AND(ISNUMBER(H12),ROUND(H12-0.434782608696,9)<0)");
    expect(marks).toHaveLength(32);
  });

  it("选了写进空白处的，写进空白的“未完成原因”", () => {
    const basis = scored(city, { given, settings: { reasonsIn: "basis" } });
    expect(valueOf(basis.after, annex, "I12")).toContain("完成率65%");
  });

  it("再算一次，什么也不改；恢复以后与原来一模一样", () => {
    const again = evaluated(after);
    expect(planScoring(again).edits).toEqual([]);
    expect(differences(city, restored(after))).toEqual([]);
  });

  it("改了完成值，附表、自评表、总分都跟着变，说明撤下", () => {
    const changed = recalculated(setCell(after, at(annex, "F12"), { value: "20人" }));
    expect(valueOf(changed, form, "I14")).toBe(10);
    expect(Number(valueOf(changed, form, "I42")).toFixed(5)).toBe("97.28386");
    expect(valueOf(changed, annex, "J12") ?? "").toBe("");
    const less = recalculated(setCell(after, at(annex, "F11"), { value: 0 }));
    expect(valueOf(less, annex, "J11")).toBe("得分低于分值，差0.43478分，请重新计算得分以写明原因");
  });

  it.each([
    ["addin", "branches", 5 / 7],
    ["builtIn", "branches", 5 / 7],
    ["addin", "linear", 10 / 7],
    ["builtIn", "linear", 10 / 7],
  ] as const)("目标1、实际12（%s，%s）：照标准计分，不当成漏写百分号", (dialect, scale, points) => {
    const target = setCell(city, at(fund, "D25"), { value: 1 });
    const far = setCell(target, at(fund, "E25"), { value: 12 });
    const { result, after: shown } = scored(far, {
      given,
      dialect,
      settings: { specialFundBranches: scale },
    });
    const row = result.scorecard.rows
      .flatMap((one) => one.annexRows)
      .find(({ nameAt }) => nameAt.sheet === fund && nameAt.row === 25);
    expect(row?.points).toBeCloseTo(points, 9);
    expect(valueOf(shown, fund, "F25")).toBe(12);
    expect(valueOf(shown, fund, "G25")).toBeCloseTo(points, 9);
    // A rate that is taken out is no rate of 12, nor one of 0.
    const cleared = recalculated(setCell(shown, at(fund, "F25"), { value: null }));
    expect(valueOf(cleared, fund, "G25")).toBeNull();
  });

  // Excel on the desktop hands a function 0 for a blank cell, and 0 is within "不高于5%".
  it.each([
    ["addin", "G", "H"],
    ["builtIn", "G", "H"],
    ["addin", null, "G"],
    ["builtIn", null, "G"],
  ] as const)(
    "清空实际完成值或目标值（%s，完成率列%s）：得分、合计、总分都空着",
    (dialect, rateAt, scoreAt) => {
      const heads = `一级指标|二级指标|三级指标|分值|年度目标值|实际完成值${rateAt === null ? "" : "|完成率"}|得分`;
      const figures = [
        ["≤5", 4],
        [5, 4],
        ["≤5%", "4%"],
      ] as const;
      const lines = figures.map((_, at) => `${at === 0 ? "产出指标" : ""}|数量指标|甲${at}|10||`);
      const blank = linesSheet("附表", ["部门整体支出绩效指标完成情况表", heads, ...lines].join("\n"));
      const book = figures.reduce(
        (now, [target, actual], row) =>
          setCell(setCell(now, at("附表", `E${row + 3}`), { value: target }), at("附表", `F${row + 3}`), {
            value: actual,
          }),
        withAnnexes(city, [blank]),
      );
      const { after } = scored(book, { given, dialect });
      expect(valueOf(after, form, "I14")).toBeTypeOf("number");
      for (const row of [3, 4, 5]) {
        for (const column of ["E", "F"]) {
          const cleared = recalculated(setCell(after, at("附表", `${column}${row}`), { value: null }));
          if (rateAt !== null) expect(valueOf(cleared, "附表", `${rateAt}${row}`)).toBeNull();
          expect(valueOf(cleared, "附表", `${scoreAt}${row}`)).toBeNull();
          expect(valueOf(cleared, form, "I14")).toBeNull();
          expect(valueOf(cleared, form, "I42")).toBeNull();
        }
      }
      if (dialect === "addin") expect(planScoring(evaluated(after)).edits).toEqual([]);
      expect(differences(book, restored(after))).toEqual([]);
    },
  );

  it("没有评定档次的，附表那一格和自评表那一格都空着；填了底稿就出来", () => {
    const untiered = new Map(Array.from(given).filter(([id]) => !id.startsWith("annex:")));
    const open = scored(city, { given: untiered });
    expect(valueOf(open.after, annex, "H30") ?? "").toBe("");
    expect(valueOf(open.after, form, "I15") ?? "").toBe("");
    expect(valueOf(open.after, form, "I42") ?? "").toBe("");
    expect(valueOf(open.after, annex, "J30")).toContain("需人工评定");
    const facts = open.result.scorecard.rows.flatMap((row) => row.questions.map(({ factId }) => factId));
    expect(facts).toHaveLength(9);
    const filled = facts.reduce((snapshot, id) => {
      const fact = evaluated(snapshot).facts.get(id);
      if (fact?.at == null) throw new Error(id);
      const value = id.endsWith(".tier") ? "达成" : id.endsWith(".share") ? 1 : "总结";
      return setCell(snapshot, fact.at, { value });
    }, open.after);
    expect(Number(valueOf(recalculated(filled), form, "I42")).toFixed(5)).toBe("97.13169");
  });
});

describe("附表里手工填的得分", () => {
  const typed = setCell(city, at(annex, "H12"), { value: 0.43 });

  it("保留不动，自评表按它合计，旁边写明不一致", () => {
    const { after, result } = scored(typed, { given });
    expect(snapshotCell(after, at(annex, "H12"))).toMatchObject({ value: 0.43 });
    expect(valueOf(after, form, "I14")).toBeCloseTo((22 * 10) / 23 + 0.43, 9);
    expect(valueOf(after, annex, "J12")).toContain("与填报得分不一致：计算得分0.28261分");
    const row = result.scorecard.rows.find(({ editionRowId }) => editionRowId === "output");
    expect(row?.annexRows[0]).toMatchObject({ typed: 0.43, compared: "differs" });
    expect(differences(typed, restored(after))).toEqual([]);
  });

  it("全部覆盖时也换成公式，恢复时还回来", () => {
    const { after } = scored(typed, { given, overwrite: "all" });
    expect(snapshotCell(after, at(annex, "H12"))?.formula).toBe(
      '=IF(G12="","",JX.COMPLETIONSCORE(IF(ISNUMBER(G12),MIN(10,G12),G12&""),10/23))',
    );
    expect(differences(typed, restored(after))).toEqual([]);
  });

  it("手工填的完成率不动，得分按目标值和完成值算", () => {
    const rated = setCell(city, at(annex, "G12"), { value: 1 });
    const { after } = scored(rated, { given });
    expect(snapshotCell(after, at(annex, "G12"))).toMatchObject({ value: 1 });
    expect(snapshotCell(after, at(annex, "H12"))?.formula).toBe(
      '=IF(OR(E12="",F12=""),"",JX.COMPLETIONSCORE(MIN(10,JX.COMPLETION(E12,F12)),10/23))',
    );
    expect(valueOf(after, annex, "H12")).toBeCloseTo(6.5 / 23, 9);
  });
});

describe("别的版式", () => {
  const title = "部门整体支出绩效指标完成情况表";

  function check(snapshot: Snapshot, cell: string, facts: GivenFacts = new Map()) {
    const { after, plan, result } = scored(snapshot, { given: facts });
    const row = result.scorecard.rows.find(({ at: place }) => a1(place) === cell);
    expect(row?.points).not.toBeNull();
    expect(valueOf(after, form, cell)).toBeCloseTo(row?.points ?? Number.NaN, 9);
    const again = evaluated(after);
    expect(planScoring(again).edits).toEqual([]);
    expect(differences(snapshot, restored(after))).toEqual([]);
    return { after, plan, row };
  }

  it("没有完成率、得分列：右侧加“计算得分”和“扣分说明”两列，打印区域不含它们", () => {
    const snapshot = withAnnexes(city, [
      linesSheet(
        "附表",
        `${title}
        一级指标|二级指标|三级指标|年度目标值|实际完成值|备注
        产出指标|数量指标|甲|100人|80人|
        |数量指标|乙|≤5%|4%|`,
      ),
    ]);
    const { after, plan } = check(snapshot, "I14");
    expect(valueOf(after, "附表", "G2")).toBe("计算得分");
    expect(valueOf(after, "附表", "H2")).toBe("扣分说明");
    expect(formulasOn(plan, "附表").get("G3")).toBe(
      '=IF(OR(D3="",E3=""),"",JX.COMPLETIONSCORE(MIN(10,JX.COMPLETION(D3,E3)),10/2))',
    );
    expect(plan.edits).toContainEqual({
      kind: "printArea",
      sheet: "附表",
      areas: [{ top: 1, left: 1, bottom: 4, right: 6 }],
    });
  });

  it("符号、单位各占一列，目标在“预期实现值：”后面：公式把它们拼起来读", () => {
    const joined = withAnnexes(city, [
      linesSheet(
        "附表",
        `${title}
        一级指标|二级指标|指标名称|指标性质|指标值|度量单位|完成值|权重|得分
        产出指标|数量指标|甲|≥|300|人次|270|6
        |成本指标|乙|≤|2|万元|2.5|4`,
      ),
    ]);
    const { plan } = check(joined, "I14");
    expect(formulasOn(plan, "附表").get("I3")).toBe(
      "=JX.COMPLETIONSCORE(MIN(10,JX.COMPLETION(D3&E3&F3,G3&F3)),H3)",
    );
    const sentence = withAnnexes(city, [
      linesSheet(
        "附表",
        `${title}
        分类|指标项|指标内容及年度预期实现值|2023年完成情况|得分
        数量指标|甲|解释：5年来首次。预期实现值：28 万人。|21 万人|`,
      ),
    ]);
    const cells = formulasOn(check(sentence, "I14").plan, "附表");
    expect(cells.get("E3")).toBe(
      '=IF(D3="","",JX.COMPLETIONSCORE(MIN(10,JX.COMPLETION(MID(C3,FIND("预期实现值：",C3)+6,999),D3)),10))',
    );
  });

  it("要靠指标名称才读得准的，数值写进底稿，公式取底稿", () => {
    const snapshot = withAnnexes(city, [
      linesSheet(
        "附表",
        `${title}
        一级指标|二级指标|三级指标|年度目标值|实际完成值|完成率|得分
        产出指标|数量指标|100个紧缺职业调查期数|100个紧缺职业调查4期|100个紧缺职业调查3期|`,
      ),
    ]);
    const { plan, row } = check(snapshot, "I14");
    expect(row?.points).toBe(7.5);
    const formula = formulasOn(plan, "附表").get("F3");
    expect(
      formula === '=IF(OR(D3="",E3=""),"",JX.COMPLETION(D3,E3))' || /评分底稿/u.test(formula ?? ""),
    ).toBe(true);
  });

  it("读得不准的，底稿里答了就按底稿算", () => {
    const snapshot = withAnnexes(city, [
      linesSheet(
        "附表",
        `${title}
        一级指标|二级指标|三级指标|年度目标值|实际完成值|完成率|得分
        产出指标|数量指标|培训情况|100人|线上80人，线下50人||`,
      ),
    ]);
    const open = scored(snapshot);
    expect(valueOf(open.after, form, "I14") ?? "").toBe("");
    expect(formulasOn(open.plan, "附表").get("F3")).toMatch(/^=IF\(.*"",JX\.COMPLETION\(/u);
    const fact = evaluated(open.after).facts.get("annex:output/培训情况.actual");
    if (fact?.at == null) throw new Error("no cell");
    const target = evaluated(open.after).facts.get("annex:output/培训情况.target");
    const asked = [fact, ...(target?.at == null ? [] : [target])];
    const filled = asked.reduce((now, one) => {
      if (one.at === null) return now;
      return setCell(now, one.at, { value: one.id.endsWith("target") ? "100人" : 90 });
    }, open.after);
    expect(valueOf(recalculated(filled), form, "I14")).toBe(9);
    expect(check(snapshot, "I14", answers({ "annex:output/培训情况.actual": 90 })).row?.points).toBe(9);
  });

  it("附表100分，几个专项按金额：自评表的公式随底稿的金额变", () => {
    const block = (name: string, actual: string) =>
      `专项资金绩效指标完成情况表\n专项资金名称：${name}\n一级指标|二级指标|三级指标|分值|年度目标值|实际完成值|得分\n产出指标|数量指标|${name}甲|100|100人|${actual}|\n`;
    const snapshot = withAnnexes(city, [
      linesSheet("专项", `${block("就业", "100人")}\n${block("人才", "80人")}`),
    ]);
    expect(check(snapshot, "I17").row?.points).toBe(18);
    const amounts = answers({ "annex:special1.amount": 300, "annex:special2.amount": 100 });
    expect(check(snapshot, "I17", amounts).row?.points).toBe(19);
  });

  it("附表接在自评表下面：两张表共用右侧的一列，打印区域两张都在", () => {
    const [sheet] = city.sheets;
    if (sheet === undefined) throw new Error("no form");
    const below = linesSheet(
      "x",
      `${title}
      一级指标|二级指标|三级指标|年度目标值|实际完成值|完成率|得分
      产出指标|数量指标|甲|100人|80人`,
      { top: 48 },
    );
    const joined: SheetSnapshot = {
      ...sheet,
      rows: new Map([...sheet.rows, ...below.rows]),
      printArea: null,
    };
    const { after, plan } = check({ ...city, sheets: [joined] }, "I14");
    expect(valueOf(after, form, "L13")).toBe("扣分说明");
    expect(valueOf(after, form, "L49")).toBe("扣分说明");
    expect(plan.edits).toContainEqual({
      kind: "printArea",
      sheet: form,
      areas: [{ top: 1, left: 1, bottom: 50, right: 11 }],
    });
  });
});

describe("市级表按公布的得分照填", () => {
  it("保留手工得分，总分97.998", () => {
    const published: Readonly<Record<number, number>> = {
      14: 10,
      15: 10,
      16: 4.99915,
      17: 20,
      18: 4.999,
      31: 2,
      32: 0,
    };
    const rows = evaluated(city, { given }).scorecard.rows;
    const filled = rows.reduce(
      (snapshot, row) => setCell(snapshot, row.at, { value: published[row.row] ?? row.weight }),
      city,
    );
    const { after } = scored(filled, { given });
    expect(Number(valueOf(after, form, "I42")).toFixed(3)).toBe("97.998");
    expect(valueOf(after, form, "I14")).toBe(10);
  });
});
