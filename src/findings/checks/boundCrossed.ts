import { plainText } from "../../quantity/plainText";
import { oncePerText } from "../../words/oncePerText";
import {
  inCell,
  type Check,
  type CheckedAnnexRow,
  type CheckedRow,
  type FindingContext,
  type Found,
} from "../finding";
import { isOfDone, namedBounds, namedFigures, type NamedBound, type NamedFigure } from "../namedFigures";
import { thingOf } from "../namedThing";
import { allPassages, excerpt, headPassages, reportPassages, shortened } from "../passages";

/** Points, which have bands; time, which the dates are held against; money, which has its budget. */
const others = /^(?:分|元|年|月|周|日|天|工作日|小时|分钟|秒)$/u;
/** A band of a clause, and not what was kept. */
const band = /[得扣][^，。；]{0,4}\d|满分|不得分|酌情/u;
/** Wanted, planned, allowed: whether it was kept is another matter. */
const wanted =
  /目标|指标值|计划|任务|要求|标准|规定|预期|确保|力争|争取|力求|拟|将|[应须需]|原则|下一步|下年|明年|评分|门槛|条件|[三四五]年内|十四五/u;
/** Behind a figure: what was reached lies within the bound. */
const kept = /^[(（]?(?:已|也|且|均|都|远|大大|明显|始终|全年|严格|有效|保持|稳定|控制|达到?|在|为|是)*$/u;
/** Behind a bound: what it came to. */
const came =
  /^(?:全年|本年度?|当年|年末|最终|实际|已|共|仅|只|约)*(?:完成|达到?|实现|支出|控制|办理)?[值数率]?(?:为|是|了|在|达到?)?$/u;
const planned = /目标|计划|打算|措施|建议|下一步|改进|思路|安排|依据/u;

/** A figure on the other side of a bound that the words say was kept. */
export const boundCrossed: Check = {
  id: "boundCrossed",
  title: "写明的数在所写的界限之内",
  severity: "待核实",
  find: (context) => [...besideFigures(context), ...besideAnnexes(context)],
};

/** Beyond it by more than `off`: a figure may be rounded. */
function isCrossed({ side, value }: NamedBound, done: number, off: number): boolean {
  const beyond = side === "atMost" || side === "lessThan" ? done - value : value - done;
  return beyond > off + Math.abs(value) * 1e-9;
}

/** “结转结余率12%，控制在10%以内”; “控制在10%以内，实际为12%” asks for it only, and the row has full marks all the same. */
function besideFigures(context: FindingContext): readonly Found[] {
  const year = context.form.head.year?.value ?? null;
  const rows = new Map<string, CheckedRow>(
    context.rows.flatMap((row) =>
      row.indicator.basis === null ? [] : [[`“${row.indicator.name.value}”的评分依据`, row] as const],
    ),
  );
  return allPassages(context).flatMap((passage) => {
    const bounds = namedBounds([passage], year).filter(isPlainBound);
    if (bounds.length === 0) return [];
    const row = passage.from === "basis" ? rows.get(passage.label) : undefined;
    const isOpen = row?.full === true && row.card.compared === null && row.card.points === null;
    const figures = [...namedFigures([passage], year), ...namedBounds([passage], year)];
    const inOrder = figures.sort((one, other) => one.from - other.from);
    return bounds.flatMap((bound): Found | [] => {
      const at = inOrder.indexOf(bound);
      const sentence = sentencesIn(passage.text)[bound.sentence] ?? "";
      if (band.test(sentence)) return [];
      const before = ofSame(inOrder[at - 1], bound);
      const after = isOpen ? ofSame(inOrder[at + 1], bound) : null;
      const isKept = before !== null && kept.test(bound.label) && !/其中/u.test(before.label);
      const done = isKept ? before : after !== null && isResult(after, bound) ? after : null;
      if (done === null || !isCrossed(bound, done.value, done.rounding)) return [];
      const claim = wordsOf(bound);
      return {
        at: passage.at,
        subject: row?.card.indicator ?? passage.label,
        essence: `${done.text}|${claim}`,
        what: `${passage.label}写“${excerpt(sentence)}”，${done.text}与“${claim}”不符${isKept ? "" : "，得分栏为满分"}。`,
        why: "话和数对不上，审核时按数认定。",
        todo: "请核对这个数和界限；确实没有达到的，改写这句话，按评分标准计分并说明原因。",
      };
    });
  });
}

function isPlainBound({ unit, apart, kind, passage, text }: NamedBound): boolean {
  return !others.test(unit) && !apart && !["weight", "loss", "score"].includes(kind) && passage.text !== text;
}

type Item = NamedFigure | NamedBound;

/** A neighbour that is a plain figure of the same thing. */
function ofSame(item: Item | undefined, bound: NamedBound): NamedFigure | null {
  const isSame =
    item !== undefined &&
    !("side" in item) &&
    item.sentence === bound.sentence &&
    item.unit === bound.unit &&
    item.subject === bound.subject &&
    isOfDone(item) &&
    !isOfFormula(item, bound);
  return isSame ? item : null;
}

/** 312.4÷8653.7×100%=3.61%，未超过10%: a factor, or another number between the two. */
function isOfFormula(figure: NamedFigure, bound: NamedBound): boolean {
  const [first, second] = figure.from < bound.from ? [figure, bound] : [bound, figure];
  const { text } = plainText(bound.passage.text);
  const between = text.slice(first.from + first.text.length, second.from);
  return /[×÷*/+=＝-]$/u.test(figure.label) || /\d/u.test(between);
}

/** “实际为12%”, or by the very name of the bound. */
function isResult(figure: NamedFigure, { label, subject }: NamedBound): boolean {
  if (/每|单|[其当]中|以[上下]|占/u.test(label) || subject === "") return false;
  return came.test(figure.label) ? figure.label !== "" : figure.isNamed && !/其中/u.test(figure.label);
}

function wordsOf({ lead, text, trail }: NamedBound): string {
  return `${lead}${text}${trail}`;
}

/** Sentence by sentence, as the figures are numbered. */
const sentencesIn = oncePerText((text): readonly string[] => plainText(text).text.split(/[。；;！!？?\n]/u));

/** “群众满意度达到90%以上” of what was done, against the annex that has 88 %. */
function besideAnnexes(context: FindingContext): readonly Found[] {
  const { annexRows, report, form } = context;
  if (annexRows.length === 0) return [];
  const year = form.head.year?.value ?? null;
  const { goalResult } = form.head;
  const ofHead = headPassages(context).filter(({ text }) => text === goalResult?.value);
  const ofReport = reportPassages(context).filter((_, at) => !planned.test(report[at]?.section ?? ""));
  return [...ofHead, ...ofReport].flatMap((passage) =>
    namedBounds([passage], year).flatMap((bound): Found | [] => {
      if (!isPlainBound(bound) || bound.kind === "target") return [];
      const row = thingOf(bound, annexRows);
      const done = row === null ? null : actualOf(row);
      if (row === null || done === null || done.unit !== bound.unit) return [];
      const sentence = sentencesIn(passage.text)[bound.sentence] ?? "";
      if (wanted.test(sentence) || band.test(sentence)) return [];
      if (!isCrossed(bound, done.value, 0)) return [];
      // What the sentence itself gives besides is held against the annex by its own check.
      const isGiven = namedFigures([passage], year).some(
        (one) => one.sentence === bound.sentence && one.unit === bound.unit && one.from > bound.from,
      );
      if (isGiven) return [];
      const claim = wordsOf(bound);
      return {
        at: passage.at,
        other: inCell(row.row.actual.at),
        subject: row.name,
        essence: `${claim}|${done.text}`,
        what: `${passage.label}写“${row.name}”${claim}，附表的实际完成值为“${done.text}”。`,
        why: "同一件事两处说法不一，审核时按附表的数认定。",
        todo: "请核对实际完成值；数无误的，改写这句话。",
      };
    }),
  );
}

/** What an annex row says was reached, where it was surely read as one figure. */
function actualOf({ completion, row }: CheckedAnnexRow): {
  readonly value: number;
  readonly unit: string;
  readonly text: string;
} | null {
  if (completion.outcome !== "rate" || completion.certainty !== "sure" || completion.parts.length > 1)
    return null;
  const [{ compared }] = completion.parts;
  const { actual } = completion;
  const unit = actual.kind === "quantity" ? actual.figures[0].unit.name : "";
  const text = String(row.actual.content ?? "");
  return unit === "" ? null : { value: compared.actual, unit, text: shortened(text, 20) };
}
