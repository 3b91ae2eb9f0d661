import { tidy } from "../quantity/tidy";
import { unanswered } from "./answered";
import type { FactSpec } from "./fact";
import { choose, columnRange, operand, ours } from "./formulaText";
import { cellOf, type FactCells } from "./measure";
import { specOf } from "./readFact";
import type { FormulaContext } from "./rule";
import { plainDigits } from "./words";

/** One question of a checklist. */
export interface ChecklistPart {
  readonly key: string;
  /** Its part of the whole, in any unit: 30, 30, 40 or 2, 1, 1, 1. */
  readonly share: number;
  readonly clause: string;
  /** What 否, or one and more, means: "绩效目标未在规定时间公开". */
  readonly missed: string;
  /** A count costs so many 分 each, out of the full weight before its share is taken (setting lateWarning). */
  readonly each?: number;
}

interface Asked extends ChecklistPart {
  readonly kind: FactSpec["kind"];
  readonly value: string;
  readonly reason: string;
  readonly holds: "number" | "words";
  readonly mayBeNone: boolean;
}

/** The points of a 加权清单: every part out of its own share of the weight. */
export function checklistFormula(
  facts: readonly FactSpec[],
  parts: readonly ChecklistPart[],
  cells: FactCells,
  context: FormulaContext,
): string {
  const asked = parts.map((part): Asked => {
    const { kind, notApplicable } = specOf(facts, part.key);
    const holds = kind === "count" ? "number" : "words";
    return { ...part, ...cellOf(cells, part.key), kind, holds, mayBeNone: notApplicable === true };
  });
  const points = context.dialect === "addin" ? ownPoints(asked, context) : builtInPoints(asked, context);
  return choose([[unanswered(asked), '""']], points);
}

/** N("不涉及") is 0. */
function countIn({ value, mayBeNone }: Asked): string {
  return mayBeNone ? `N(${value})` : value;
}

function ownPoints(asked: readonly Asked[], { weight, context }: FormulaContext): string {
  const whole = sharesOf(asked);
  const portion = (share: number): string =>
    share === whole ? weight : `${operand(weight)}*${plainDigits(share)}/${plainDigits(whole)}`;
  const terms = grouped(asked).map((group) => {
    const [first] = group;
    const own = portion(sharesOf(group));
    if (first.kind !== "count") return answerPoints(group, own);
    if (first.each === undefined) return ours("MEETSCORE", `${countIn(first)}=0`, own);
    return context.settings.lateWarning === "ofFull"
      ? `${ours("DEDUCTSCORE", weight, countIn(first), first.each)}*${plainDigits(first.share)}/${plainDigits(whole)}`
      : ours("DEDUCTSCORE", own, countIn(first), first.each);
  });
  return terms.join("+");
}

type Group = readonly [Asked, ...Asked[]];

function answerPoints(group: Group, own: string): string {
  const [first] = group;
  if (group.length === 1)
    return first.kind === "answer"
      ? ours("MEETSCORE", first.value, own)
      : ours("CHECKSCORE", own, first.value);
  const range = columnRange(group.map(({ value }) => value)) ?? "";
  if (group.every(({ share }) => share === first.share)) return ours("CHECKSCORE", own, range);
  const shares = group.map(({ share }) => plainDigits(tidy(share / sharesOf(group))));
  return ours("CHECKSCORE", own, range, `{${shares.join(";")}}`);
}

/** Questions that stand below one another go into one list: all of them, else those of equal shares. */
function grouped(asked: readonly Asked[]): readonly Group[] {
  const [head, ...tail] = asked;
  const together = columnRange(asked.map(({ value }) => value)) !== null;
  if (head !== undefined && together && asked.every(({ kind }) => kind !== "count")) return [[head, ...tail]];
  return asked.reduce<readonly Group[]>((groups, one) => {
    const last = groups.at(-1);
    const fits =
      last !== undefined &&
      [...last, one].every(({ kind, share }) => kind !== "count" && share === one.share) &&
      columnRange([...last, one].map(({ value }) => value)) !== null;
    return fits ? [...groups.slice(0, -1), [...last, one]] : [...groups, [one]];
  }, []);
}

function sharesOf(asked: readonly Asked[]): number {
  return asked.reduce((sum, { share }) => sum + share, 0);
}

function builtInPoints(asked: readonly Asked[], { weight, context }: FormulaContext): string {
  const whole = sharesOf(asked);
  const w = operand(weight);
  const sum = asked.map((part) => {
    const share = part.share === 1 ? `${w}*` : `${w}*${part.share}*`;
    if (part.kind !== "count") return `${share}${answered(part)}`;
    const count = countIn(part);
    if (part.each === undefined) return `${share}(${count}=0)`;
    const each = part.each === 1 ? count : `${plainDigits(part.each)}*${count}`;
    return context.settings.lateWarning === "ofFull"
      ? `${part.share}*MAX(0,${w}-${each})`
      : `MAX(0,${w}*${part.share}-${whole}*${each})`;
  });
  return `(${sum.join("+")})/${whole}`;
}

function answered({ kind, value, mayBeNone }: Asked): string {
  const yes = mayBeNone ? `OR(${value}="是",${value}="不涉及")` : `(${value}="是")`;
  return kind === "answerOrShare" ? `IF(ISNUMBER(${value}),MIN(1,${value}),1*${yes})` : yes;
}
