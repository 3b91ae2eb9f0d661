import type { FactValue } from "../../src/criteria/fact";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import type { Edition } from "../../src/editions/edition";
import { parseArea, type Area } from "../../src/workbook/cell";
import type { CellSnapshot, CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";

/** One scored row of an example; what is left out is as in the edition, the score full marks. */
export interface ExampleRow {
  /** Id of the edition's row. Absent: an indicator that the edition does not know, named by `name`. */
  readonly id?: string;
  readonly name?: string;
  readonly level1?: string;
  readonly level2?: string;
  readonly level1Weight?: number;
  readonly level2Weight?: number;
  readonly weight?: CellValue;
  readonly standard?: string;
  readonly score?: CellValue;
  readonly basis?: string;
  readonly evidence?: string;
}

/** One row of an annex: 一级、二级、三级指标, 年初目标值, 实际完成值, and what follows. */
export interface ExampleAnnexRow {
  readonly level1?: string;
  readonly level2?: string;
  readonly name: string;
  readonly target?: CellValue;
  readonly adjusted?: CellValue;
  readonly actual?: CellValue;
  readonly weight?: CellValue;
  readonly rate?: CellValue;
  readonly score?: CellValue;
  readonly shortfall?: string;
}

/** One row of a project's form: 得分 is full marks unless told, 偏差原因 blank. */
export interface ExampleGoal {
  readonly level1?: string;
  readonly level2?: string;
  readonly name: string;
  readonly target?: CellValue;
  readonly actual?: CellValue;
  readonly weight?: CellValue;
  readonly score?: CellValue;
  readonly reason?: string;
  /** A form with a column 完成率: behind 实际完成值. */
  readonly rate?: CellValue;
}

/** 项目支出绩效自评表. */
export interface ExampleProject {
  /** Lines of the money: name, 年初预算数, 全年预算数, 全年执行数, 执行率. The first has 分值 10 and `fundScore`. */
  readonly fund?: readonly (readonly CellValue[])[];
  readonly fundScore?: CellValue;
  readonly rows: readonly ExampleGoal[];
  /** Titles of the last column; 偏差原因分析及改进措施 unless told. */
  readonly reasonTitle?: string;
  /** No column of weights: they stand once with level 1. */
  readonly unweighed?: boolean;
  readonly notes?: readonly string[];
}

/** One row of 绩效目标批复表. */
interface ExampleApproved {
  readonly name: string;
  readonly target: CellValue;
  readonly weight?: CellValue;
}

/** A small workbook as an example writes it. */
export interface ExampleBook {
  readonly department?: string;
  readonly year?: number;
  readonly unitCount?: CellValue;
  readonly goal?: string;
  readonly goalResult?: string;
  readonly shortfall?: string;
  /** 总预算, 基本支出, 项目支出, 专项资金, 其他事业发展支出, 本级资金, 对下转移支付, in 万元. */
  readonly budget?: readonly CellValue[];
  readonly rows?: readonly ExampleRow[];
  /** The 总分 cell; the sum of the scores unless told. */
  readonly total?: CellValue;
  readonly totalWeight?: CellValue;
  readonly grade?: string;
  readonly annex?: readonly ExampleAnnexRow[];
  /** The annex of the fund, behind `annex`. */
  readonly fundAnnex?: readonly ExampleAnnexRow[];
  /** Instead of `rows`: a form of a project. */
  readonly project?: ExampleProject;
  /** A second sheet: the goals as they were approved, of the project or department that the form is of. */
  readonly approved?: readonly ExampleApproved[];
  /** A second sheet: the project's form of the year before. */
  readonly lastYear?: ExampleProject;
  /** A second sheet: the form of another department, with these rows. */
  readonly another?: readonly ExampleRow[];
  readonly facts?: Readonly<
    Record<string, FactValue | { readonly value: FactValue; readonly reason: string }>
  >;
  readonly report?: string;
}

const merges =
  "A2:K2 A3:K3 A4:K4 A5:B5 C5:H5 J5:K5 A6:B6 C6:K6 A7:B7 C7:K7 A8:B8 C8:K8 A9:B12 C9:D11 E9:K9 E10:G10 H10:I10 J10:K10 E11:F11 C12:D12 E12:F12".split(
    " ",
  );

/** The example as a workbook in the layout of the official form. */
export function exampleSnapshot(book: ExampleBook, edition: Edition = guangzhou2023): Snapshot {
  if (book.project !== undefined) {
    const { approved, lastYear } = book;
    const sheets = [
      projectSheet(book, book.project),
      ...(approved === undefined
        ? []
        : [approvedSheet("项目支出绩效目标批复表", ["项目名称", "农村道路养护"], approved)]),
      ...(lastYear === undefined
        ? []
        : [{ ...projectSheet({ ...book, year: (book.year ?? 2023) - 1 }, lastYear), name: "上年" }]),
    ];
    return { sheets, records: new Map() };
  }
  const rows = (book.rows ?? []).map((row) => complete(row, edition));
  const grid: (readonly CellValue[])[] = [
    ["附件3"],
    ["部门整体支出绩效自评表"],
    [`（${book.year ?? 2023}年度）`],
    ["部门基本情况"],
    line({
      1: "部门名称",
      3: book.department ?? "某市农业农村局",
      9: "单位数：",
      10: book.unitCount === undefined ? 1 : book.unitCount,
    }),
    line({ 1: "年度整体绩效目标", 3: book.goal ?? null }),
    line({ 1: "整体绩效目标完成情况", 3: book.goalResult ?? null }),
    line({ 1: "未能完成原因", 3: book.shortfall ?? null }),
    line({ 1: "年度部门预算情况", 3: "总预算（万元）", 5: "年度预算资金类别" }),
    line({ 5: "部门预算", 8: "事业发展支出", 10: "事业发展支出(按预算级次划分)" }),
    line({
      5: "基本支出",
      7: "项目支出",
      8: "专项资金",
      9: "其他事业发展支出",
      10: "市本级资金",
      11: "对下转移支付",
    }),
    budgetLine(book.budget ?? []),
    [
      "一级指标",
      "分值",
      "二级指标",
      "分值",
      "三级指标",
      "分值",
      "指标解释",
      "评分标准",
      "得分/自评分",
      "评分依据、未达标原因、改进措施",
      "参考佐证材料名称",
    ],
    ...rows.map((row) => formLine(row, rows)),
    line({
      1: "总分",
      6: book.totalWeight === undefined ? sum(rows, "weight") : book.totalWeight,
      9: book.total === undefined ? sum(rows, "score") : book.total,
    }),
    line({
      1: "评价等级",
      6:
        book.grade ??
        "□优  90分≤得分≤100分； □良  80分≤得分＜90分；\n□中  60分≤得分＜80分；  □差  得分＜60分",
    }),
  ];
  const last = grid.length;
  const areas = [...merges, `A${last - 1}:E${last - 1}`, `A${last}:E${last}`, `F${last}:K${last}`];
  const form = sheetOf("部门整体支出绩效自评表", grid, areas);
  const { another, ...own } = book;
  const owner = ["部门名称", book.department ?? "某市农业农村局"];
  const more =
    another === undefined ? [] : exampleSnapshot({ ...own, rows: another }, edition).sheets.slice(0, 1);
  const sheets = [
    form,
    ...(book.annex === undefined ? [] : [annexSheet("部门整体支出绩效指标完成情况表", book.annex)]),
    ...(book.fundAnnex === undefined
      ? []
      : [annexSheet("专项资金（一级项目）绩效指标完成情况表", book.fundAnnex)]),
    ...(book.approved === undefined ? [] : [approvedSheet("部门整体绩效目标批复表", owner, book.approved)]),
    ...more.map((sheet) => ({ ...sheet, name: "下属单位" })),
  ];
  return { sheets, records: new Map() };
}

type Complete = Required<Omit<ExampleRow, "id" | "level1Weight" | "level2Weight">> & ExampleRow;

function complete(row: ExampleRow, edition: Edition): Complete {
  const own = edition.rows.find(({ id }) => id === row.id);
  const weight = row.weight ?? own?.weight ?? 2;
  return {
    ...row,
    name: row.name ?? own?.name ?? "其他指标",
    level1: row.level1 ?? own?.level1 ?? "管理效率",
    level2: row.level2 ?? own?.level2 ?? "其他管理",
    weight,
    standard: row.standard ?? own?.clause ?? "符合要求的得满分，否则不得分。",
    score: row.score === undefined ? weight : row.score,
    basis: row.basis ?? "",
    evidence: row.evidence ?? "",
  };
}

function formLine(row: Complete, all: readonly Complete[]): readonly CellValue[] {
  const below = (same: (other: Complete) => boolean): number => sum(all.filter(same), "weight");
  const level1 = row.level1Weight ?? below((other) => other.level1 === row.level1);
  const level2 =
    row.level2Weight ?? below((other) => other.level1 === row.level1 && other.level2 === row.level2);
  const { name, weight, standard, score, basis, evidence } = row;
  const blank = (text: string): string | null => (text === "" ? null : text);
  return [
    row.level1,
    level1,
    row.level2,
    level2,
    name,
    weight,
    null,
    blank(standard),
    score,
    blank(basis),
    blank(evidence),
  ];
}

function sum(rows: readonly Complete[], key: "weight" | "score"): number {
  const total = rows.reduce((so, row) => so + (typeof row[key] === "number" ? row[key] : 0), 0);
  return Number(total.toFixed(9));
}

function line(cells: Readonly<Record<number, CellValue>>): readonly CellValue[] {
  return Array.from({ length: 11 }, (_, index) => cells[index + 1] ?? null);
}

function budgetLine(amounts: readonly CellValue[]): readonly CellValue[] {
  const columns = [3, 5, 7, 8, 9, 10, 11];
  return line(Object.fromEntries(columns.map((column, index) => [column, amounts[index] ?? null])));
}

function projectSheet(book: ExampleBook, project: ExampleProject): SheetSnapshot {
  const {
    fund = [],
    fundScore = 10,
    rows,
    reasonTitle = "偏差原因分析及改进措施",
    unweighed,
    notes = [],
  } = project;
  const isRated = rows.some(({ rate }) => rate !== undefined);
  const weights = rows.map(({ weight }) => (weight === undefined ? 10 : weight));
  const total = [...weights, ...(fund.length === 0 ? [] : [10])].reduce<number>(
    (so, weight) => so + (typeof weight === "number" ? weight : 0),
    0,
  );
  const scores = rows.map(({ score }, index) => (score === undefined ? (weights[index] ?? null) : score));
  const sumOfScores = [...scores, ...(fund.length === 0 ? [] : [fundScore])].reduce<number>(
    (so, score) => so + (typeof score === "number" ? score : 0),
    0,
  );
  const money = [
    ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ...fund.map(([name = null, initial = null, annual = null, executed = null, rate = null], index) => [
      null,
      name,
      initial,
      annual,
      executed,
      index === 0 ? 10 : "—",
      rate,
      index === 0 ? fundScore : "—",
    ]),
  ];
  const title = "项目支出绩效自评表";
  return sheetOf(
    title,
    [
      [title],
      [`（${book.year ?? 2023}年度）`],
      ["项目名称", "农村道路养护"],
      ...(fund.length === 0 ? [] : money),
      ["年度总体目标", "预期目标", null, null, "实际完成情况"],
      [null, book.goal ?? null, null, null, book.goalResult ?? null],
      [
        ...["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"],
        ...(isRated ? ["完成率"] : []),
        ...(unweighed === true ? [] : ["分值"]),
        "得分",
        reasonTitle,
      ],
      ...rows.map(
        ({ level1, level2, name, target = null, actual = null, reason = null, rate = null }, index) => [
          level1 ?? "产出指标",
          level2 ?? "数量指标",
          name,
          target,
          actual,
          ...(isRated ? [rate] : []),
          ...(unweighed === true ? [] : [weights[index] ?? null]),
          scores[index] ?? null,
          reason,
        ],
      ),
      [
        ...["总分", null, null, null, null],
        ...(isRated ? [null] : []),
        ...(unweighed === true ? [] : [book.totalWeight === undefined ? total : book.totalWeight]),
        book.total === undefined ? Number(sumOfScores.toFixed(9)) : book.total,
      ],
      ...notes.map((note) => [note]),
    ],
    [],
  );
}

function approvedSheet(
  title: string,
  owner: readonly string[],
  rows: readonly ExampleApproved[],
): SheetSnapshot {
  const weighed = rows.some(({ weight }) => weight !== undefined);
  return sheetOf(
    "绩效目标批复表",
    [
      [title],
      owner,
      ["一级指标", "二级指标", "三级指标", "指标值", ...(weighed ? ["分值"] : [])],
      ...rows.map(({ name, target, weight = null }) => ["产出指标", "数量指标", name, target, weight]),
    ],
    [],
  );
}

function annexSheet(title: string, rows: readonly ExampleAnnexRow[]): SheetSnapshot {
  const optional = (
    [
      ["分值", "weight"],
      ["调整后目标值", "adjusted"],
      ["完成率", "rate"],
      ["得分", "score"],
      ["未完成原因", "shortfall"],
    ] as const
  ).filter(([, key]) => rows.some((row) => row[key] !== undefined));
  const grid = [
    ["附件"],
    [title],
    ["（2023年度）"],
    ["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值", ...optional.map(([head]) => head)],
    ...rows.map((row) => [
      row.level1 ?? "产出指标",
      row.level2 ?? "数量指标",
      row.name,
      row.target ?? null,
      row.actual ?? null,
      ...optional.map(([, key]) => row[key] ?? null),
    ]),
  ];
  return sheetOf(title, grid, ["A2:E2", "A3:E3"]);
}

function sheetOf(
  name: string,
  grid: readonly (readonly CellValue[])[],
  areas: readonly string[],
): SheetSnapshot {
  const rows = new Map<number, ReadonlyMap<number, CellSnapshot>>();
  grid.forEach((cells, y) => {
    const held = cells.flatMap((value, x) => (value === null ? [] : [[x + 1, { value }] as const]));
    if (held.length > 0) rows.set(y + 1, new Map(held));
  });
  return {
    name,
    visibility: "visible",
    rows,
    merges: areas.flatMap((text): readonly Area[] => {
      const area = parseArea(text);
      return area === null ? [] : [area];
    }),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    printArea: null,
    conditionalFormats: [],
  };
}
