import { bareName, normalizeName } from "../../form/normalizeName";
import { sayPoints } from "../../scorecard/formatPoints";
import { approvedFor, isSameTarget, namedInTables } from "../besideTables";
import { inCell, type Check, type Found } from "../finding";
import { changesGoals, excerpt, formPassages, sentencesOf, statesNumber } from "../passages";

const why = "绩效目标批复后一般不得调整；确需调整的，须按程序报批，凭批复文件按调整后的目标评价。";

/** The form against the goals as they were approved, in a sheet of the workbook or in a file given beside it. */
export const approvedGoals: Check = {
  id: "approvedGoals",
  title: "指标、目标值和分值与批复的绩效目标一致，调整过的写明了文号",
  severity: "待核实",
  find: (context) => {
    const differing = approvedFor(context).flatMap(differences);
    if (differing.length === 0) return [];
    // One paper may change many goals; it is then named once, in the words of the head or the report.
    const papers = [...formPassages(context), ...context.report].flatMap(({ text }) =>
      sentencesOf(text).filter(changesGoals),
    );
    return differing.flatMap((found) => unsettled(found, papers));
  },
};

/** A paper that speaks of the goal, by its name or its new figure, settles it; one that speaks of something else is quoted. */
function unsettled(found: Difference, papers: readonly string[]): Found | [] {
  const { names, figure, ...rest } = found;
  const isNamed = (paper: string): boolean => {
    const plain = normalizeName(paper);
    return names.some((name) => plain.includes(bareName(name))) || (figure !== null && figure.test(plain));
  };
  if (papers.some(isNamed)) return [];
  const [first] = papers;
  return first === undefined
    ? rest
    : { ...rest, todo: `文里写有“${excerpt(first)}”，没有说到这一项：${rest.todo}` };
}

interface Difference extends Found {
  /** As the indicator is called here and there. */
  readonly names: readonly string[];
  /** The figure that stands in the form. */
  readonly figure: RegExp | null;
}

function figureOf(content: string | number | null): RegExp | null {
  const digits = /\d+(?:\.\d+)?/u.exec(normalizeName(String(content ?? "")))?.[0];
  return digits === undefined
    ? null
    : new RegExp(`(?<![\\d.])${digits.replace(".", "\\.")}(?![\\d.]|号)`, "u");
}

type Approved = ReturnType<typeof approvedFor>[number];

function differences({ label, other, table, asked }: Approved): readonly Difference[] {
  const matched = table.goals.map((approved) => ({
    approved,
    name: approved.name.value,
    goal: namedInTables(approved.name.value, asked),
  }));
  const weighed = matched.filter(({ approved, goal }) => approved.weight !== null && goal?.weight != null);
  const equal = weighed.filter(({ approved, goal }) => approved.weight === goal?.weight);
  // The approved weights may be of another scale: in percent, or without the points of the money.
  const sameScale = equal.length * 2 >= weighed.length;
  return matched.flatMap(({ approved, name, goal }): readonly Difference[] => {
    const base = {
      ...other(approved.target.at),
      subject: name,
      names: [name, ...(goal === null ? [] : [goal.name.value])],
      figure: figureOf(goal?.target.content ?? null),
    };
    const wanted = String(approved.target.content);
    if (goal === null) {
      // Part of a longer name, or one of several that are as near: nobody can say that it is gone.
      const [nearest] = asked;
      const isWithin = asked.some(({ goals }) => goals.some((one) => one.name.value.includes(name)));
      if (nearest === undefined || isWithin) return [];
      return [
        {
          ...base,
          at: inCell(nearest.head),
          essence: "批复的指标表里没有",
          what: `批复的指标“${name}”（目标值${wanted}，见${label}）在表里没有，也没有写明调整的文号。`,
          why,
          todo: "请补上这项指标；经批准取消的，写明批复文号。",
        },
      ];
    }
    if (statesNumber(goal.words)) return [];
    const at = inCell(goal.target.at);
    const found: Difference[] = [];
    const target = goal.target.content;
    if (target !== null && !isSameTarget(approved.target.content, target, name)) {
      found.push({
        ...base,
        at,
        essence: `${wanted}→${String(target)}`,
        what: `“${goal.name.value}”的目标值是“${String(target)}”，批复的是“${wanted}”（见${label}），没有写明调整的文号。`,
        why,
        todo: "请改回批复的目标值；经批准调整的，写明批复文号。",
      });
    }
    const [weight, before] = [goal.weight, approved.weight];
    if (sameScale && weight !== null && before !== null && weight !== before) {
      found.push({
        ...base,
        at,
        essence: `分值${before}→${weight}`,
        what: `“${goal.name.value}”的分值是${sayPoints(weight)}分，批复的是${sayPoints(before)}分（见${label}），没有写明调整的文号。`,
        why,
        todo: "请改回批复的分值；经批准调整的，写明批复文号。",
      });
    }
    return found;
  });
}
