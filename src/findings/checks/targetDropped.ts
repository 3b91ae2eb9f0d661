import { inCell, type Check } from "../finding";
import { listedTargets } from "../listedTargets";

/** A filed goal that the annex leaves out: a dropped one needs the paper that dropped it. */
export const targetDropped: Check = {
  id: "targetDropped",
  title: "文字里列出的指标附表都有",
  severity: "待核实",
  find: (context) => {
    const first = context.annexes.find(({ kind }) => kind === "department");
    if (first === undefined) return [];
    return listedTargets(context).flatMap(({ passage, name, figure, row }) =>
      row !== null || figure === null
        ? []
        : {
            at: inCell({ sheet: first.sheet, row: first.headerRow, column: first.columns.name }),
            other: passage.at,
            subject: name,
            essence: "附表没有",
            what: `${passage.label}列出的指标“${name}”（${figure.text}），附表里没有。`,
            why: "批复的绩效目标须逐项填报；经批准取消的，须有批复文件。",
            todo: "请补填这项指标，或注明取消的批复文号。",
          },
    );
  },
};
