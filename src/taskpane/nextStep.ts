import { isOpen } from "../findings/finding";
import { countWaiting } from "./confirmState";
import type { PaneIntent } from "./paneEvent";
import type { PaneState } from "./paneState";
import { countRows } from "./rowFilter";

type StepName = "score" | "fill" | "confirm" | "rescore" | "check" | "seen" | "submit" | "done";

/** What is to be done next on the way from the form as it was read to the 报送版; null: there is no form. */
export function nextStep(state: PaneState): StepName | null {
  const { scorecard } = state;
  if (scorecard === null) return null;
  if (!state.written) return "score";
  if (countRows(scorecard.rows, "missing") > 0) return "fill";
  if (countWaiting(scorecard) > 0) return "confirm";
  if (state.outdated) return "rescore";
  // Whoever made one has seen what was still open then.
  if (state.submitted) return "done";
  const open = openFindings(state);
  if (open === null) return "check";
  if (open > 0) return state.view === "findings" ? "seen" : "check";
  return "submit";
}

/** How many findings are not dealt with; null: nobody has looked since the form was changed last. */
export function openFindings({ findings: { list, stale } }: PaneState): number | null {
  return list === null || stale ? null : list.filter(isOpen).length;
}

/** The button for it; 计算得分 has its own in the bar above, and what is done needs none. */
export const stepButtons: Readonly<
  Record<StepName, { readonly words: string; readonly intent: PaneIntent } | null>
> = {
  score: null,
  fill: { words: "下一步：逐项填写", intent: { kind: "showFill" } },
  confirm: { words: "下一步：核对确认", intent: { kind: "showConfirm" } },
  rescore: null,
  check: { words: "下一步：自查", intent: { kind: "showFindings" } },
  seen: { words: "下一步：报送", intent: { kind: "askConvert" } },
  submit: { words: "下一步：报送", intent: { kind: "askConvert" } },
  done: null,
};

/** What is said instead of, or beside, the button. */
export const stepWords: Readonly<Record<StepName, string>> = {
  score: "先点上面的“计算得分”。",
  fill: "",
  confirm: "",
  rescore: "数据都齐了，请点上面的“重新计算得分”。",
  check: "",
  seen: "没有处理的，生成报送版之前再列一次。",
  submit: "自查的问题都处理了。",
  done: "报送版已生成，这张表办完了。",
};
