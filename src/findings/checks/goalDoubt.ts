import { inCell, type Check } from "../finding";
import { goalsOf } from "../goals";

/** Why the target and the actual of a row give no rate, or only a doubtful one. */
export const goalDoubt: Check = {
  id: "goalDoubt",
  title: "目标值、实际完成值能算出完成率，方向、单位和写法没有疑问",
  severity: "待核实",
  find: (context) =>
    goalsOf(context).flatMap(({ name, goal, reading }) => {
      if (goal.qualitative && goal.actual.content !== null && goal.target.content !== null) return [];
      const doubt =
        reading.outcome === "missing"
          ? reading.reason
          : reading.outcome === "rate" && reading.certainty === "unsure"
            ? (reading.question ?? "").replace(/^请确认：|[？。]$/gu, "")
            : null;
      if (doubt === null) return [];
      const noTarget = reading.outcome === "missing" && reading.missing === "target";
      const sign = /方向|不低于|不高于/u.test(doubt);
      return {
        at: inCell(noTarget || sign ? goal.target.at : goal.actual.at),
        other: inCell(noTarget || sign ? goal.actual.at : goal.target.at),
        subject: name,
        essence: doubt,
        what: `“${name}”：${doubt}。`,
        why: `目标值写“${shown(goal.target.content)}”，实际完成值写“${shown(goal.actual.content)}”，完成率要有把握才能计分。`,
        todo: "请核对批复的绩效目标和实际统计的数，改正写法，或在评分底稿里确认。",
      };
    }),
};

function shown(content: string | number | null): string {
  return content === null ? "" : String(content).slice(0, 60);
}
