import type { Located } from "./locateTouched";
import type { RestoreAsk } from "./restoreRecord";

/** Results of ours whose record was lost: nobody knows what stood there before. */
export interface UnknownBefore {
  /** Cells that are emptied. */
  readonly emptied: number;
  /** Ticks of 评价等级 that are taken away. */
  readonly unticked: number;
  /** Those that keep our formula or value, as the person wishes. */
  readonly left: number;
}

export const unknownAskId = "unknown";

/** One question for all of them; null: there are none. */
export function askUnknown(located: readonly Located[]): RestoreAsk | null {
  const unknown = located.filter(({ touched, at }) => at !== null && touched.beforeUnknown === true);
  const [first] = unknown;
  if (first === undefined) return null;
  const cells = unknown.filter(({ touched }) => touched.role !== "grade").length;
  const what = [
    ...(cells === 0 ? [] : [`清空这些得分格（连同总分、完成率共${cells}处）`]),
    ...(cells === unknown.length ? [] : ["去掉评价等级的勾选"]),
  ].join("，");
  return {
    id: unknownAskId,
    at: first.at,
    name: "记录已丢失",
    stands: "",
    before: "",
    why: `工作簿里的评分记录已丢失（例如曾用其他软件保存），原来的得分不知道，恢复会${what}，是否继续？不继续则保留现在的得分。`,
  };
}
