import type { CompletionRate } from "../criteria/completionRate";
import type { Indicator, SaidBeside } from "../form/form";
import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import { factDoubt } from "./factDoubt";
import { sayPoints } from "./formatPoints";
import { rateDoubt, saysMet } from "./printedRate";
import type { Snapshot } from "../workbook/snapshot";
import { statedDoubt } from "./statedDoubt";

type RateReading = Extract<CompletionRate, { outcome: "rate" }>;

/**
 * What columns beside a row say of it, where it is not what its target and actual give: 扣分 3, 财政审核得分 7, 是否完成“否”,
 * 备注“系数0.9”, 完成率 80%. Chinese, without a stop.
 * @param rates the columns of 完成率
 * @param points by the rate; null: its rule gives them
 */
export function saidDoubts(
  snapshot: Snapshot,
  { said = [], weight, row, selfScore }: Pick<Indicator, "said" | "weight" | "row" | "selfScore">,
  rates: readonly number[],
  reading: CompletionRate,
  points: number | null,
): readonly string[] {
  if (reading.outcome !== "rate") return [];
  const places = rates.map((column) => ({ sheet: selfScore.at.sheet, row, column }));
  const printed = rateDoubt(snapshot, places, reading);
  const others = said.flatMap((one) => {
    if (one.of === "words") {
      const titled = /^(?:[-—－/\\]+|无)$/u.test(one.text) ? "" : one.text;
      const stated = points === null ? null : statedDoubt(titled, weight.value, points);
      return [stated, factDoubt(titled, reading)].filter((doubt) => doubt !== null);
    }
    if (one.of === "done") return metDoubt(one, reading);
    return points === null ? [] : pointsDoubt(one, weight.value, points);
  });
  return printed === null ? others : [printed, ...others];
}

function metDoubt({ title, text }: SaidBeside, { met }: RateReading): readonly string[] {
  if (blank.test(text) || saysMet(text) === met) return [];
  return [`“${title}”写“${text}”，按目标值和实际完成值${met ? "已" : "没有"}达到目标，以哪个为准`];
}

const blank = /^[-—－/\\]+$/u;
const none = /^(?:无|没有|未扣分?|不扣分?)$/u;

function pointsDoubt(
  { of, title, value, text }: SaidBeside,
  weight: number | null,
  points: number,
): readonly string[] {
  if (blank.test(text)) return [];
  const plain = typeof value === "string" ? text.replace(/^(?:扣减?|得|计|[-－−])|。$/gu, "") : value;
  const number = none.test(text) ? 0 : (readPlainNumber(plain)?.value ?? null);
  const given =
    number === null ? null : of === "score" ? number : weight === null ? null : weight - Math.abs(number);
  if (given !== null && Math.abs(tidy(given - points)) <= near) return [];
  return [`“${title}”写“${text}”，按完成率得${sayPoints(points)}分，应怎样计分`];
}

/** As points are rounded by hand: to a tenth. */
const near = 0.0501;
