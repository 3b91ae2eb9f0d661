import { plainDigits } from "../../criteria/words";
import { labelWords } from "../built";
import type { DraftForm } from "./draftForm";
import { typedNumber } from "./measured";
import type { DeductDraft } from "./ruleDraft";
import { typedReader } from "./typedReader";

const units = "项 次 个 处 例 笔 件 起 人次 人 家 户 条 份 篇 期 类 天 日 工作日 个月".split(" ");
const time = /^(?:天|日|工作日|个月)$/u;

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
      { key: "unit", label: "按什么数", hint: "", choices: units.map((value) => ({ value, title: value })) },
      { key: "points", label: "每一个扣几分", hint: "如0.5，或者5%（分值的5%）。" },
    ],
  },
  write: ({ rows }, weight) => {
    const read = typedReader(weight);
    const seen = new Map<string, number>();
    const words = rows.map(({ thing, unit, points }, index) => {
      const name = labelWords(read.words(`${index}.thing`, thing, "扣分的情形"));
      const before = seen.get(name);
      if (name !== "" && before !== undefined)
        read.fault(`${index}.thing`, `与第${before + 1}种相同，请合成一种。`);
      seen.set(name, before ?? index);
      const price = read.price(`${index}.points`, points)?.words ?? "";
      return time.test(unit) ? `每${name}1${unit}${price}` : `每发现1${unit}${name}${price}`;
    });
    if (rows.length === 0) read.fault(null, "还没有扣分的情形，请加一种。");
    return read.problems.length > 0
      ? { problems: read.problems }
      : { words: `${words.join("，")}，扣完为止。` };
  },
  take: (criterion, asks) => {
    if (criterion.kind !== "deduct" || criterion.veto !== undefined) return null;
    const rows = criterion.items.flatMap(({ key, items, each, missed }) => {
      const spec = asks.find((one) => one.key === key);
      if (spec?.kind !== "count" || items !== undefined || missed !== undefined) return [];
      if (typeof each !== "number" && !("share" in each)) return [];
      const points = typeof each === "number" ? plainDigits(each) : `${typedNumber(each.share, true)}%`;
      return [{ thing: spec.label, unit: spec.unit, points }];
    });
    return rows.length === criterion.items.length ? { kind: "deduct", fields: { veto: "" }, rows } : null;
  },
};
