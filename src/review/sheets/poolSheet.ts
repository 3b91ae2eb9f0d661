import { absoluteA1, quoteSheet } from "../../workbook/cell";
import { formName, whose } from "../desk";
import { criteriaTitles, drawnFormulas, type FocusCriteria, type FocusEntry } from "../focusList";
import { focusName } from "../previousBook";
import { focusReason, poolReason } from "./focusReason";
import { headRow, type PlannedSheet } from "./tableSheet";

/** Where the criteria stand, right of the list. */
export const criteriaColumn = 10;

/** The cell of a criterion, as a formula of any sheet names it. */
export function criterion(name: keyof FocusCriteria): string {
  const row = headRow + 1 + criteriaTitles.findIndex(([own]) => own === name);
  return `${quoteSheet(focusName)}!${absoluteA1({ row, column: criteriaColumn + 1 })}`;
}

/** 名单底表: every form with what its place in the list comes from, worked out by formulas from the criteria. */
export function poolPlan(entries: readonly FocusEntry[], criteria: FocusCriteria): PlannedSheet<FocusEntry> {
  const number = { width: 11, align: "right" } as const;
  const last = headRow + Math.max(entries.length, 1);
  const all = (ref: string): string => {
    const letter = ref.replace(/\d/gu, "");
    return `$${letter}$${headRow + 1}:$${letter}$${last}`;
  };
  const standing = (ref: string): string =>
    `ROUND((COUNT(${all(ref)})-RANK(${ref},${all(ref)})+1)/COUNT(${all(ref)}),9)`;
  const started = ({ form }: FocusEntry) =>
    (criteria.seed * 7919 + form.number * 104_729) % drawnFormulas.modulus;
  const next = (entry: FocusEntry) => (started(entry) ** 2 + 12_345) % drawnFormulas.modulus;
  return {
    name: "名单底表",
    table: "名单底表",
    title: "重点复核名单底表",
    note: `各表的位次和入选次序，都是公式；要改标准，请到“${focusName}”的黄色各格。`,
    rows: entries,
    keyOf: ({ form }) => form.key,
    frozenColumns: 3,
    paper: "A3",
    tab: "FFA6A6A6",
    columns: [
      { key: "number", title: "表号", width: 6, align: "center", cell: ({ form }) => form.number },
      { key: "department", title: "部门", width: 20, cell: ({ form }) => whose(form) },
      { key: "name", title: "项目（表）", width: 24, cell: ({ form }) => formName(form) },
      {
        key: "amount",
        title: "预算金额（万元）",
        width: 13,
        format: "#,##0.00",
        align: "right",
        cell: ({ form }) => form.amount,
      },
      { key: "owner", title: "部门序号", width: 7, align: "center", cell: ({ owner }) => owner },
      { key: "mustFix", title: "须更正", width: 7, align: "center", cell: ({ form }) => form.mustFix },
      { key: "toVerify", title: "待核实", width: 7, align: "center", cell: ({ form }) => form.toVerify },
      { key: "relations", title: "横向比对", width: 7, align: "center", cell: ({ relations }) => relations },
      { key: "difference", title: "差异", ...number, format: "0.00", cell: ({ form }) => form.difference },
      {
        key: "doubt",
        title: "疑点分",
        ...number,
        format: "0.00",
        cell: ({ doubt }, { ref }) => ({
          formula: `ROUND(${criterion("mustFix")}*${ref("mustFix")}+${criterion("toVerify")}*${ref("toVerify")}+${criterion("relation")}*${ref("relations")}+${criterion("difference")}*ABS(${ref("difference")}),6)`,
          result: doubt,
        }),
      },
      {
        key: "amountPlace",
        title: "金额位次",
        ...number,
        format: "0.000",
        cell: ({ amountPlace }, { ref }) => ({
          formula: `IF(${ref("amount")}="",0,${standing(ref("amount"))})`,
          result: amountPlace,
        }),
      },
      {
        key: "doubtPlace",
        title: "疑点位次",
        ...number,
        format: "0.000",
        cell: ({ doubtPlace }, { ref }) => ({
          formula: `IF(${ref("doubt")}=0,0,${standing(ref("doubt"))})`,
          result: doubtPlace,
        }),
      },
      {
        key: "start",
        title: "抽取①",
        ...number,
        format: "0",
        cell: (entry, { ref }) => ({
          formula: drawnFormulas.start(criterion("seed"), ref("number")),
          result: started(entry),
        }),
      },
      {
        key: "next",
        title: "抽取②",
        ...number,
        format: "0",
        cell: (entry, { ref }) => ({ formula: drawnFormulas.next(ref("start")), result: next(entry) }),
      },
      {
        key: "drawn",
        title: "随机数",
        ...number,
        format: "0.000",
        cell: ({ drawn }, { ref }) => ({ formula: drawnFormulas.last(ref("next")), result: drawn }),
      },
      {
        key: "weighed",
        title: "综合位次",
        ...number,
        format: "0.000",
        cell: ({ weighed }, { ref }) => ({
          formula: `ROUND(ROUND(${criterion("amount")}*${ref("amountPlace")}+${criterion("doubt")}*${ref("doubtPlace")}+${criterion("draw")}*${ref("drawn")},6)-${ref("number")}*1E-11,11)`,
          result: weighed,
        }),
      },
      {
        key: "placeInOwner",
        title: "部门内次序",
        width: 8,
        align: "center",
        cell: ({ placeInOwner }, { ref }) => ({
          formula: `COUNTIFS(${all(ref("owner"))},${ref("owner")},${all(ref("weighed"))},">"&${ref("weighed")})+1`,
          result: placeInOwner,
        }),
      },
      {
        key: "order",
        title: "排序数",
        ...number,
        format: "0.000",
        cell: ({ order }, { ref }) => ({
          formula: `IF(${ref("placeInOwner")}>${criterion("most")},-1,ROUND(${ref("weighed")}+IF(${ref("placeInOwner")}<=${criterion("least")},1000,0),11))`,
          result: order,
        }),
      },
      {
        key: "place",
        title: "入选次序",
        width: 8,
        align: "center",
        cell: ({ place }, { ref }) => ({
          formula: `IF(${ref("order")}=-1,"",RANK(${ref("order")},${all(ref("order"))}))`,
          result: place ?? "",
        }),
      },
      {
        key: "reason",
        title: "理由",
        width: 50,
        cell: (entry, { ref }) => ({
          formula: poolReason(ref, criterion),
          result: focusReason(entry, criteria),
        }),
      },
    ],
  };
}
