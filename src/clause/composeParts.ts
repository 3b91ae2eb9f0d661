import type { CriterionPart } from "../criteria/criterion";
import { behind, builtApart, type Stretch } from "./apart";
import { labelWords, merged, type Built } from "./built";
import type { Piece } from "./pieces";
import type { Around } from "./measures";
import {
  entitled,
  isGates,
  isPlain,
  isScoring,
  isSum,
  isTotal,
  piecesOf,
  pointsOf,
  saysNothing,
  type ReadOutline,
} from "./readItems";
import { behindAll } from "./readers/gates";
import { tornMeasure } from "./tornMeasure";

/** What an item comes to by itself. */
type Compose = (item: ReadOutline, around: Around) => Built | null;

/** 以上三项得分分别占30%、30%和40%; 各占50%. */
export function sharedParts(node: ReadOutline, around: Around, compose: Compose): Built | null {
  const readings = [node.head, ...node.items.map(({ head }) => head), node.closing];
  const said = readings.filter(({ marks }) => marks.some(({ is }) => is === "shares"));
  const [speaker] = said;
  const [mark] = speaker?.marks.filter(({ is }) => is === "shares") ?? [];
  if (speaker === undefined || said.length > 1 || mark?.is !== "shares") return null;
  if (!isPlain({ ...speaker, marks: speaker.marks.filter((one) => one !== mark) })) return null;
  // A cap or an end beside the shares is not theirs.
  if (![node.head, node.closing].every((one) => one === speaker || isPlain(one))) return null;
  const scored = node.items.filter(
    (item) => item.head !== speaker && isScoring(item, around.text) && !isGates(item, around.text),
  );
  const [only = 0] = mark.shares;
  const shares = mark.all ? scored.map(() => only) : mark.shares;
  if (shares.length !== scored.length || Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) > 1e-9)
    return null;
  const others = node.items.filter(
    (item) => item.head !== speaker && !scored.includes(item) && !isGates(item, around.text),
  );
  if (!others.every((item) => saysNothing(item, around.text, true))) return null;
  const full = around.weight;
  // Points that an item takes off may be meant of the whole: a setting.
  const isCut = (item: ReadOutline | undefined): boolean =>
    item?.head.statements.some(({ what }) => what.gives === "cut") === true;
  const built = builtApart(
    scored.map((item, index) => {
      const weight = isCut(item) || full === null ? full : (full * (shares[index] ?? 0)) / 100;
      return stretchOf(item, { ...around, weight }, compose);
    }),
  );
  if (built === null) return null;
  const parts = built.map(({ criterion }, index): CriterionPart => ({
    share: shares[index] ?? 0,
    criterion,
    ...(isCut(scored[index])
      ? { outOf: { setting: "shareBase", options: { ofFull: "full", ofPart: "own" } } as const }
      : {}),
  }));
  const cuts = parts.some(({ outOf }) => outOf !== undefined);
  const settings = cuts
    ? {
        shareBase: {
          title: "按比例合并的各项，扣分的基数",
          clause: around.text.slice(mark.from, mark.to),
          options: { ofFull: "从满分里扣，再按比例折算", ofPart: "从本项分值里扣" },
        },
      }
    : {};
  const clause = around.text.slice(mark.from, mark.to);
  const whole: Built = {
    criterion: { kind: "parts", parts, kept: { clause } },
    asked: merged(...built.map(({ asked }) => asked), { asks: [], questions: [], settings }),
  };
  const gates = [
    node.head,
    ...node.items.filter((item) => isGates(item, around.text)).map(({ head }) => head),
    node.closing,
    ...(speaker === node.head || speaker === node.closing ? [] : [speaker]),
  ].flatMap((reading) => piecesOf(reading, around.text));
  return behindAll(gates, whole, around);
}

/** Items with points of their own that make the weight: （2分）, 得1分, 率×1分. */
export function weightedParts(node: ReadOutline, around: Around, compose: Compose): Built | null {
  const { weight, text } = around;
  const scored = node.items.map((item) => entitled(item, text)).filter((item) => isScoring(item, text));
  const gateItems = scored.filter((item) => isGates(item, text));
  const parted = scored.filter((item) => !gateItems.includes(item));
  if (parted.length < 2) return null;
  const points = parted.map((item) => pointsOf(item, text));
  const known = points.filter((one) => one !== null);
  const total = known.reduce((sum, one) => sum + one, 0);
  if (known.length < parted.length) return null;
  if (weight !== null && Math.abs(total - weight) > 1e-9) return null;
  const plain = node.items.filter((item) => !isScoring(item, text));
  if (!plain.every((item) => saysNothing(item, text, true))) return null;
  const rest = [node.head, node.closing].filter(
    (reading) =>
      !isPlain(reading) ||
      (!isTotal(reading, text) &&
        !isSum(reading, text) &&
        !(
          reading.marks.every((mark) => mark.is === "end" && mark.points === null) &&
          saysAgain(
            piecesOf(reading, text),
            parted.map(({ items, head }, index) =>
              items.length === 0 && head.statements.length < 2 ? (known[index] ?? 0) : 0,
            ),
          )
        )),
  );
  if (!rest.every(isPlain)) return null;
  if (known.some((share) => share <= 0)) return null;
  const built = builtApart(
    parted.map((item, index) =>
      stretchOf(
        item,
        { ...around, weight: known[index] ?? 0, name: titleOf(item, around), isPart: true },
        compose,
      ),
    ),
  );
  if (built === null || tornMeasure(built)) return null;
  const parts = built.map(({ criterion }, index): CriterionPart => ({ share: known[index] ?? 0, criterion }));
  const clause = parted
    .map(({ outline: { from, to } }) => text.slice(from, Math.min(to, from + 40)))
    .join("；");
  const whole: Built = {
    criterion: { kind: "parts", parts, kept: { clause } },
    asked: merged(...built.map(({ asked }) => asked)),
  };
  const gates = [
    ...rest.flatMap((reading) => piecesOf(reading, text)),
    ...gateItems.flatMap((item) => piecesOf(item.head, text)),
  ];
  return behindAll(gates, whole, around);
}

const oneMissed =
  /^(?:以上|上述)?(?:内容|各项|要求)?,?每?(?:有|出现|缺少?)?(?:其中)?(?:一|1)?(?:项|个|条)?(?:内容)?(?:不符合|未做到|未达到|不满足|不达标|未完成|未开展|未落实|未按)?(?:上述|以上)?(?:规定|要求|标准|条件)?(?:执行|开展|落实|办理|完成)?(?:的)?$/u;

/** 每有一项不符合扣2分 where each item is worth 2: what the items say themselves. */
function saysAgain(pieces: readonly Piece[], points: readonly number[]): boolean {
  return (
    pieces.length === 1 &&
    pieces.every(({ statement: { what }, words }) => {
      const said = labelWords(words);
      const isEach = what.gives === "cut" && points.every((one) => one === what.points);
      const isNone =
        what.gives === "share" &&
        what.share === 0 &&
        /^(?:每?项)?(?:不符合|未做到|未达到|未完成|未开展|未落实|未按)/u.test(said);
      return (isEach || isNone) && said !== "" && oneMissed.test(said) && !points.includes(0);
    })
  );
}

function stretchOf(item: ReadOutline, around: Around, compose: Compose): Stretch {
  return {
    words: around.text.slice(item.outline.from, endOf(item)),
    title: item.head.title,
    compose: (prefix) => compose(item, behind(prefix, around)),
  };
}

function endOf({ outline: { to, closing }, items }: ReadOutline): number {
  return Math.max(to, closing.to, ...items.map(endOf));
}

/** The head of an item names what its figure is of: 部门预算公开（1.5分）. */
function titleOf(item: ReadOutline, around: Around): string {
  return item.head.title === "" ? around.name : item.head.title;
}
