import { inCell, type Check } from "../finding";
import { listedTargets } from "../listedTargets";
import { tidy } from "../../quantity/tidy";

/** A target named in the text and in the annex with two values. */
export const targetInText: Check = {
  id: "targetInText",
  title: "文字里的目标值与附表一致",
  severity: "待核实",
  find: (context) =>
    listedTargets(context).flatMap(({ passage, figure, row }) => {
      if (row === null || figure === null) return [];
      const { target } = row.completion;
      if (target.kind !== "quantity") return [];
      if (target.figures.some(({ value }) => tidy(value) === tidy(figure.value))) return [];
      const [goal] = target.figures;
      const name = row.row.name.value;
      return {
        at: inCell(row.row.target.at),
        other: passage.at,
        subject: name,
        essence: `${goal.text}≠${figure.text}`,
        what: `“${name}”的目标值，附表为“${goal.text}”，${passage.label}为“${figure.text}”。`,
        why: "同一个目标值写了两个数，完成率随之不同。",
        todo: "请对照批复的绩效目标，改正其中一处。",
      };
    }),
};
