import { normalizeName } from "../../form/normalizeName";
import { compareUnits, type Unit } from "../../quantity/unit";
import { inCell, type Check } from "../finding";

export const annexUnit: Check = {
  id: "annexUnit",
  title: "目标值与实际完成值的单位相同",
  severity: "待核实",
  find: ({ annexRows }) =>
    annexRows.flatMap(({ row, name, completion }) => {
      if (completion.target.kind !== "quantity") return [];
      const [goal, second] = completion.target.figures;
      if (second !== undefined) return [];
      const base = { at: inCell(row.actual.at), subject: name };
      // "招聘进场求职人数 ≥4万人次": the name counts people, the target counts visits.
      if (/人数$/u.test(normalizeName(name)) && goal.unit.name === "人次") {
        return {
          ...base,
          at: inCell(row.target.at),
          essence: "人数≠人次",
          severity: "提示",
          what: `“${name}”按名称数的是人，目标值却按“人次”（${goal.text}）。`,
          why: "人数与人次口径不同，一人多次时相差很大。",
          todo: "请核对口径，名称、目标值、实际完成值用同一个单位。",
        };
      }
      if (completion.actual.kind !== "quantity") return [];
      const done = completion.outcome === "rate" ? completion.parts[0].actual : completion.actual.figures[0];
      const units = compareUnits(goal.unit, done.unit);
      if (
        (units !== "differs" && units !== "unlike") ||
        (units === "differs" && (isAnyThing(goal.unit, done.unit) || isSession(goal.unit, done.unit)))
      )
        return [];
      return {
        ...base,
        other: inCell(row.target.at),
        essence: `${goal.unit.written}≠${done.unit.written}`,
        severity: units === "unlike" || timesOnly(goal.unit.name, done.unit.name) ? "待核实" : "提示",
        what: `“${name}”的目标值按“${goal.unit.written}”（${goal.text}），实际完成值按“${done.unit.written}”（${done.text}）。`,
        why: "单位不同的两个数不能相除，完成率没有意义。",
        todo: "请按目标值的口径重新统计实际完成值，或说明两者为何可比。",
      };
    }),
};

/** 人 and 人次, 家 and 家次: one counts things, the other times. 座 and 处 are only two words. */
function timesOnly(left: string, right: string): boolean {
  return left.endsWith("次") !== right.endsWith("次");
}

/** 60场 and 60场次 count the same. */
function isSession(one: Unit, other: Unit): boolean {
  return [one, other].every(({ name }) => /^场次?$/u.test(name));
}

/** 5项 and 5个: 个 counts whatever the other one counts; visits and times it does not. */
function isAnyThing(one: Unit, other: Unit): boolean {
  return (one.name === "个" || other.name === "个") && !timesOnly(one.name, other.name);
}
