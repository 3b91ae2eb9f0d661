import { fullFormName, type Relation } from "../desk";
import type { KeptSheet } from "../previousBook";
import type { PlannedSheet } from "./tableSheet";

/** 横向比对: what is seen only where the forms lie side by side. */
export function relationsPlan(
  relations: readonly Relation[],
  kept: KeptSheet | null,
): PlannedSheet<Relation> {
  return {
    name: "横向比对",
    table: "横向比对",
    title: "横向比对",
    note: "不同部门一字不差的话、同一份材料、同一个数，全是满分、钱没花完而全部完成、分值合计不是100、偏离同类的。只是线索，须核实以后才能认定。",
    rows: relations,
    keyOf: ({ key }) => key,
    frozenColumns: 2,
    paper: "A3",
    tab: "FFED7D31",
    kept,
    gone: { state: "已改" },
    columns: [
      { key: "number", title: "序号", width: 6, align: "center", cell: (_, { row }) => row - 4 },
      { key: "kind", title: "类型", width: 16, align: "center", cell: ({ kind }) => kind, total: "count" },
      { key: "what", title: "情况", width: 50, cell: ({ what }) => what },
      { key: "forms", title: "涉及的表", width: 44, cell: ({ forms }) => namesOf(forms) },
      { key: "count", title: "张数", width: 7, align: "center", cell: ({ forms }) => forms.length },
      { key: "why", title: "说明", width: 36, cell: ({ why }) => why },
      { key: "todo", title: "处理建议", width: 36, cell: ({ todo }) => todo },
      {
        key: "state",
        title: "整改情况",
        width: 9,
        align: "center",
        cell: ({ key }) => (kept === null ? "" : kept.rows.has(key) ? "未改" : "新发现"),
      },
      { key: "verdict", title: "核实情况", width: 26, isPeople: true, cell: () => null },
    ],
  };
}

const mostNamed = 12;

function namesOf(forms: Relation["forms"]): string {
  const named = forms.slice(0, mostNamed).map(({ form, at }) => {
    const place = at === "" ? "" : `（${form.sheet}!${at}）`;
    return `${form.number} ${fullFormName(form)}${place}`;
  });
  return forms.length > mostNamed ? `${named.join("；")}等${forms.length}张` : named.join("；");
}
