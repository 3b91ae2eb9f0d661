import type { CompletionPart } from "../../criteria/figureRate";
import { completionRate } from "../../criteria/completionRate";
import { percentWords } from "../../criteria/words";
import { tidy } from "../../quantity/tidy";
import { lastYearOf, named, ownTables } from "../besideTables";
import { inCell, type Check, type Found } from "../finding";

/** A target so near to last year's actual is no lower aim: a fraction of that actual. */
const tolerance = 0.05;

function isLoose({ kind, compared: { target, actual } }: CompletionPart): boolean {
  if (kind === "atLeast") return tidy(target) < tidy(actual * (1 - tolerance));
  return kind === "atMost" && tidy(target) > tidy(actual * (1 + tolerance));
}

/** A target that last year's actual had already passed, in another form of the workbook or one given beside it. */
export const targetBelowLastYear: Check = {
  id: "targetBelowLastYear",
  title: "目标值不低于上一年的实际完成值",
  severity: "待核实",
  find: (context) =>
    ownTables(context).flatMap((own) =>
      lastYearOf(context, own).flatMap(({ label, other, table }) =>
        own.goals.flatMap((goal): Found | readonly Found[] => {
          const name = goal.name.value;
          const before = named(name, table.goals);
          if (before?.exact !== true || before.goal.actual.content === null || goal.target.content === null)
            return [];
          const { content } = before.goal.actual;
          const reached = completionRate(goal.target.content, content, name);
          if (reached.outcome !== "rate" || reached.certainty !== "sure") return [];
          const loose = reached.parts.find(isLoose);
          if (loose === undefined) return [];
          const upper = loose.kind === "atMost";
          return {
            at: inCell(goal.target.at),
            ...other(before.goal.actual.at),
            subject: name,
            essence: `${String(goal.target.content)}${upper ? ">" : "<"}${String(content)}`,
            what: `“${name}”的目标值“${String(goal.target.content)}”${upper ? "高" : "低"}于上一年的实际完成值“${String(content)}”（见${label}），相差超过${percentWords(tolerance)}。`,
            why: "目标值不如上一年已经做到的，体现不出绩效，批复时和评价时都会问。",
            todo: "请核对目标值；确有原因（任务减少、政策变化）的，在依据里写明。",
          };
        }),
      ),
    ),
};
