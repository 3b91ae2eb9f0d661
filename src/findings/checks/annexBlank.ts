import { normalizeName } from "../../form/normalizeName";
import { inCell, type Check, type Found } from "../finding";

/** A row of the annex without a target, or whose target only repeats its name; a row without an actual. */
export const annexBlank: Check = {
  id: "annexBlank",
  title: "附表每项指标都有目标值和实际完成值",
  severity: "待核实",
  find: ({ annexRows }) =>
    annexRows.flatMap(({ row, name, completion }): readonly Found[] => {
      const found: Found[] = [];
      const target = String(row.target.content ?? "");
      const repeats = target !== "" && completion.outcome === "qualitative" && same(target, name);
      if (completion.target.kind === "nil" || repeats) {
        found.push({
          at: inCell(row.target.at),
          subject: name,
          essence: repeats ? "目标值同名称" : "没有目标值",
          what: repeats
            ? `“${name}”的目标值只是重复指标名称，没有可衡量的内容。`
            : `“${name}”没有年度目标值。`,
          why: "没有目标值就没有完成率，这一项无法计分。",
          todo: "请按批复的绩效目标填写目标值；定性指标写明要达到什么程度。",
        });
      }
      if (completion.actual.kind === "nil") {
        found.push({
          at: inCell(row.actual.at),
          subject: name,
          essence: "没有实际完成值",
          what: `“${name}”没有实际完成值。`,
          why: "没有实际完成值就没有完成率，这一项无法计分。",
          todo: "请填写实际完成值；确实为0的填“0”。",
        });
      }
      return found;
    }),
};

function same(left: string, right: string): boolean {
  return normalizeName(left).replace(/[。.，,]/gu, "") === normalizeName(right).replace(/[。.，,]/gu, "");
}
