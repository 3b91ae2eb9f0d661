import { plainDigits } from "../../criteria/words";
import { tidy } from "../../quantity/tidy";
import { labelWords } from "../built";
import type { DraftForm } from "./draftForm";
import type { LevelsDraft } from "./ruleDraft";
import { thatWhich, typedReader, type TypedPoints, type TypedReader } from "./typedReader";

/** G8 as a person fills it in. */
export const levelsForm: DraftForm<LevelsDraft> = {
  kind: "levels",
  hint: "没有数的，由人选是哪一档，如“明显改善”“有所改善”“无改善”。",
  fields: [],
  rows: {
    title: "档",
    more: "加一档",
    fewest: 2,
    fields: [
      { key: "name", label: "怎样的", hint: "从好到差，如“明显改善”。" },
      { key: "points", label: "得分", hint: "如8、满分、不得分、60%（分值的60%）。" },
    ],
  },
  write: ({ rows }, weight) => {
    const read = typedReader(weight);
    const names = rows.map(({ name }, index) => read.words(`${index}.name`, name, "这一档的叫法"));
    for (const [index, name] of names.entries()) {
      const before = names.indexOf(name);
      if (name !== "" && before < index)
        read.fault(`${index}.name`, `与第${before + 1}档同名，请换一个叫法。`);
    }
    const points = rows.map((row, index) => read.points(`${index}.points`, row.points));
    if (rows.length < 2) read.fault(null, "档次至少要有两档，请加一档。");
    if (weight === null || weight <= 0) read.fault(null, "这一行没有分值，不能按档次计分，请先填分值。");
    else if (read.problems.length === 0) fall(points, weight, read);
    if (read.problems.length > 0) return { problems: read.problems };
    const words = names.map((name, index) => `${thatWhich(name)}，${gives(points[index]?.worth ?? 0)}`);
    return { words: `${words.join("；")}。` };
  },
  fromCriterion: (criterion, _, weight) => {
    if (criterion.kind !== "levels" || criterion.share !== undefined || weight === null) return null;
    const rows = criterion.levels.flatMap(({ name, from, to, clause }) => {
      // 健全 of 机制健全, as it is printed.
      const printed = labelWords(clause.slice(0, clause.indexOf(name) + name.length));
      const points = to === 0 ? "不得分" : plainDigits(tidy(to * weight));
      return from === to ? [{ name: printed.endsWith(name) ? printed : name, points }] : [];
    });
    return rows.length === criterion.levels.length ? { kind: "levels", fields: { veto: "" }, rows } : null;
  },
};

/** Levels are compared by their points: 60% of the weight is so many 分. */
function gives(points: number): string {
  return points === 0 ? "不得分" : `得${plainDigits(points)}分`;
}

/** From the best, which is full marks, down to the worst. */
function fall(points: readonly (TypedPoints | null)[], weight: number, read: TypedReader): void {
  for (const [index, one] of points.entries()) {
    const worth = one?.worth ?? 0;
    const before = points[index - 1]?.worth ?? weight;
    if (index === 0 && worth !== weight)
      read.fault("0.points", `最好的一档应当得满分（${plainDigits(weight)}分），请核对。`);
    else if (worth > before) read.fault(`${index}.points`, "得分多于上一档，请从好到差排列。");
  }
  if (points.every((one) => one?.worth === weight))
    read.fault(`${points.length - 1}.points`, "各档得分相同，分不出好差，请核对。");
}
