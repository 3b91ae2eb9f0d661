import { plainDigits } from "../../criteria/words";
import type { DraftForm } from "./draftForm";
import { deductUnits, isTime, typedNumber, unitField } from "./measured";
import type { DeductDraft } from "./ruleDraft";
import { thatWhich, typedReader } from "./typedReader";

/** 发生安全事故 is no thing that is found: 发生安全事故的，每1起扣5分. */
const deed = /^(?:发现|发生|出现|存在|查出|有|对)|[，,；]/u;

/** G3 as a person fills it in. */
export const deductForm: DraftForm<DeductDraft> = {
  kind: "deduct",
  hint: "从满分起，发现一项（次、个……）扣多少分，扣完为止。",
  fields: [],
  rows: {
    title: "种",
    more: "加一种情形",
    fewest: 1,
    fields: [
      { key: "thing", label: "扣分的情形", hint: "如“违规”“超期未报”“逾期”。" },
      unitField("按什么数", deductUnits),
      { key: "points", label: "每一个扣几分", hint: "如0.5，或者5%（分值的5%）。" },
    ],
  },
  write: ({ rows }, weight) => {
    const read = typedReader(weight);
    const seen = new Map<string, number>();
    const words = rows.map(({ thing, unit, points }, index) => {
      const name = read.words(`${index}.thing`, thing, "扣分的情形");
      const before = seen.get(name);
      if (name !== "" && before !== undefined)
        read.fault(`${index}.thing`, `与第${before + 1}种相同，请合成一种。`);
      seen.set(name, before ?? index);
      const price = read.price(`${index}.points`, points)?.words ?? "";
      if (deed.test(name)) return `${thatWhich(name)}，每1${unit}${price}`;
      return isTime(unit) ? `每${name}1${unit}${price}` : `每发现1${unit}${name}${price}`;
    });
    if (rows.length === 0) read.fault(null, "还没有扣分的情形，请加一种。");
    return read.problems.length > 0
      ? { problems: read.problems }
      : { words: `${words.join("；")}，扣完为止。` };
  },
  fromCriterion: (criterion, asks) => {
    if (criterion.kind !== "deduct" || criterion.veto !== undefined) return null;
    const rows = criterion.items.flatMap(({ key, items, each, missed }) => {
      const spec = asks.find((one) => one.key === key);
      if (
        spec?.kind !== "count" ||
        !deductUnits.includes(spec.unit) ||
        items !== undefined ||
        missed !== undefined
      )
        return [];
      if (typeof each !== "number" && !("share" in each)) return [];
      const points = typeof each === "number" ? plainDigits(each) : `${typedNumber(each.share, true)}%`;
      return [{ thing: spec.label, unit: spec.unit, points }];
    });
    return rows.length === criterion.items.length ? { kind: "deduct", fields: { veto: "" }, rows } : null;
  },
};
