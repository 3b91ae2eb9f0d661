import { normalizeName } from "../../form/normalizeName";
import { findSheet } from "../../workbook/snapshot";
import { inCell, type Check } from "../finding";
import { namesDocument } from "../passages";

/** The clause counts from the initial target; a changed one needs the paper that changed it. */
export const annexAdjusted: Check = {
  id: "annexAdjusted",
  title: "调整过的目标值注明了批复文号",
  severity: "待核实",
  find: ({ annexRows, snapshot }) =>
    annexRows.flatMap(({ annex, row, name, completion }) => {
      const { initialTarget, target } = row;
      const used = String(target.content ?? "");
      if (initialTarget === null || used === "" || normalizeName(initialTarget.value) === normalizeName(used))
        return [];
      const line = findSheet(snapshot, annex.sheet)?.rows.get(row.row);
      const words = [...(line?.values() ?? [])]
        .map(({ value }) => (typeof value === "string" ? value : ""))
        .join(" ");
      if (namesDocument(words)) return [];
      return {
        at: inCell(target.at),
        other: inCell(initialTarget.at),
        subject: name,
        essence: `${initialTarget.value}→${used}`,
        what: `“${name}”的目标值由“${initialTarget.value}”调整为“${used}”，没有注明批复文号${completion.outcome === "rate" ? "，完成率按调整后的目标值计算" : ""}。`,
        why: "评分标准按年初目标值计算完成率；经批准调整的，须有批复文件。",
        todo: "请注明调整的批复文号；没有批复的，按年初目标值计算。",
      };
    }),
};
