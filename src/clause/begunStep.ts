import type { Choice } from "../criteria/choices";
import type { Built } from "./built";
import { withoutEnds } from "./trim";

const amount = String.raw`((?:\d{1,4}(?:\.\d{1,4})?|[一二三五十半])(?:%|个?百分点|个?工作日|天|日|个月|小时|分钟|万元|元|人次|人|个季度|季度|[个项次处例笔类起家条份件户篇期场批名台套]))`;
const floored = new RegExp(
  String.raw`^(?:不足|不满|未满)${amount}(?:的|时|者|部分)*,?(?:均|也|都)?(?:不扣分?|不予扣分)$`,
  "u",
);
const begun = new RegExp(
  String.raw`^(?:[^,;。\d]{0,8})?(?:不足|不满|未满)${amount}(?:的|时|者|部分)*,?(?:均|也|都)?(?:按|以)(?:照)?${amount}(?:计算扣分|计算|计|算|扣分|扣除|扣|统计|处理)$`,
  "u",
);

/** Whether a begun step counts, where the text does not say. */
export const begunStep: Choice<"floor" | "ceiling"> = {
  setting: "begunStep",
  options: { floor: "floor", ceiling: "ceiling" },
};

export function begunSetting(clause: string): Built["asked"]["settings"] {
  return {
    begunStep: {
      title: "不足一步的部分",
      clause,
      options: { floor: "满一步才扣", ceiling: "不足一步按一步扣" },
    },
  };
}

/** 不足1个月的按1个月计算; 不足5日的不扣: whether a begun step counts, and how long one is. */
export interface Begun {
  readonly step: string;
  readonly counts: "floor" | "ceiling";
}

/** null where the sentence says something else. */
export function begunStepIn(sentence: string): Begun | null {
  const said = withoutEnds(sentence, ["(", ","], [")", ",", ";", "。", "\n"]);
  const [, whole] = floored.exec(said) ?? [];
  if (whole !== undefined) return { step: plain(whole), counts: "floor" };
  const [step = "", again = ""] = (begun.exec(said) ?? []).slice(1).map(plain);
  return step !== "" && step === again ? { step, counts: "ceiling" } : null;
}

function plain(step: string): string {
  return step.replace(/^一/u, "1").replace(/个(?=百分点|工作日)/u, "");
}

/** The rule with begun steps counted or not, where its steps are as long as that; else null. */
export function withBegun(built: Built, { step, counts }: Begun): Built | null {
  const { criterion, asked } = built;
  // 每逾期1个月扣2分: behind 每 the first number is how long one step is.
  const isOwn = (clause: string): boolean => {
    const behind = clause.split("每").at(-1) ?? "";
    const at = behind.search(/[\d一]/u);
    return at >= 0 && plain(behind.slice(at)).startsWith(step);
  };
  if (criterion.kind === "stepped" && isOwn(criterion.clauses.lost)) {
    const settings = Object.fromEntries(
      Object.entries(asked.settings).filter(([name]) => name !== "begunStep"),
    );
    return { criterion: { ...criterion, rounding: counts }, asked: { ...asked, settings } };
  }
  // A count is of whole ones: who counts months counts the begun one.
  const [item, ...more] = criterion.kind === "deduct" ? criterion.items : [];
  return item !== undefined && more.length === 0 && isOwn(item.clause) ? built : null;
}

/** Whether what a clause says of begun steps is in its rule: then nothing is left to decide, and some steps or counts hold it. */
export function holdsBegun({ criterion, asked }: Built): boolean {
  const isOpen = Object.hasOwn(asked.settings, "begunStep");
  return !isOpen && /"rounding":"(?:floor|ceiling)"|"kind":"deduct"/u.test(JSON.stringify(criterion));
}
