import type { Condition } from "../../criteria/condition";
import type { DraftForm } from "./draftForm";
import type { MeetDraft } from "./ruleDraft";
import { thatWhich, typedReader } from "./typedReader";

/** G6 as a person fills it in. */
export const meetForm: DraftForm<MeetDraft> = {
  kind: "meet",
  hint: "条件都做到得满分，否则不得分。",
  fields: [],
  rows: {
    title: "个条件",
    more: "加一个条件",
    fewest: 1,
    fields: [{ key: "condition", label: "条件", hint: "如“按规定时限公开部门决算”。" }],
  },
  write: ({ rows }, weight) => {
    const read = typedReader(weight);
    const conditions = rows.map(({ condition }, index) =>
      read.words(`${index}.condition`, condition, "条件"),
    );
    if (rows.length === 0) read.fault(null, "还没有条件，请加一个。");
    if (read.problems.length > 0) return { problems: read.problems };
    return { words: `${thatWhich(conditions.join("，且"))}，得满分，否则不得分。` };
  },
  fromCriterion: (criterion) => {
    if (criterion.kind !== "meet" || criterion.unmet !== undefined) return null;
    const met = metWords(criterion.condition);
    if (met === null) return null;
    const rows = met.split(/[,，]且/u).map((condition) => ({ condition }));
    return { kind: "meet", fields: { veto: "" }, rows };
  },
};

/** What has to hold, in the words of the clause. */
function metWords(condition: Condition): string | null {
  if (condition.of === "within") return condition.met ?? null;
  if (condition.of !== "yes" || condition.answers.length !== 1) return null;
  return condition.answers[0]?.met ?? null;
}
