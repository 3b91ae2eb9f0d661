import { begunStepIn, holdsBegun } from "./begunStep";
import { asking, merged, type Built } from "./built";
import type { ClauseContext, ClausePiece, ClauseReading } from "./clauseReading";
import { composeOutline } from "./composeOutline";
import { strayIn, type ReadOutline } from "./readItems";
import { definitionsIn, type Definition } from "./definitions";
import { carries, isHeading, isJudging } from "./headings";
import { judgedLabel, type Around } from "./measures";
import { isDoubtful, outline, type Outline } from "./outline";
import { endPlace, plainClause, printedWords, type PlainClause } from "./plainClause";
import { isTarget, readRange, settingTarget, wordsOf, type RangeCondition } from "./readCondition";
import { readStatements, type Reading } from "./statements";
import { boundsStrangeMeasure } from "./strangeMeasure";
import { tokens } from "./tokens";

/** A longer text is none that a form prints as one clause. */
const longest = 20000;
const mostStatements = 60;
const mostItems = 80;

/** Compiles a 评分标准. Linear in the length of the text; never throws. */
export function readClause(printed: string, context: ClauseContext): ClauseReading {
  const plain = plainClause(printed.slice(0, longest));
  const { text } = plain;
  const lists = outline(text);
  const long = itemsOf(lists) > mostItems;
  // Of a list that long only what to quote is looked for.
  const node = readOutline(long ? { ...lists, to: text.length, items: [] } : lists, text);
  const readings = flatten(node);
  const many = readings.reduce((sum, { statements }) => sum + statements.length, 0) > mostStatements;
  if (printed.length > longest || long || many || isDoubtful(text)) return unread(plain, node);
  const definition = context.definition ?? "";
  const around: Around = {
    text,
    weight: context.weight,
    name: plainClause(context.indicator).text,
    definitions: [
      ...readings.flatMap((reading) => definitionsIn(reading, text)),
      ...definitionsOf(definition),
    ],
    target: targetIn(readings, text),
    hasTarget: context.hasTarget ?? false,
  };
  const states = readings.some(
    ({ statements, marks, own }) => statements.length + marks.length > 0 || own !== null,
  );
  if (!states) {
    const said = readings.flatMap(({ contexts }) => contexts.map(({ from, to }) => text.slice(from, to)));
    if (said.some((sentence) => isJudging(sentence)))
      return read(judged(printed, around), plain, readings, around.definitions);
    return said.some((sentence) => carries(sentence) && !isHeading(sentence, false))
      ? unread(plain, node)
      : { state: "none", pieces: [], unread: [] };
  }
  const built = composeOutline(node, around);
  const saysBegun = readings.some(({ contexts }) =>
    contexts.some(({ from, to }) => begunStepIn(text.slice(from, to)) !== null),
  );
  if (built !== null && saysBegun && !holdsBegun(built)) return unread(plain, node);
  if (built === null) return unread(plain, node);
  const labels = built.asked.asks.map(({ label }) => label);
  if (boundsStrangeMeasure(readings, around, labels)) return unread(plain, node);
  return read(built, plain, readings, around.definitions);
}

const nothing = readStatements([], "");

function readOutline(node: Outline, text: string): ReadOutline {
  const reading = (from: number, to: number): Reading =>
    from < to ? readStatements(tokens(text.slice(from, to), from), text) : nothing;
  return {
    outline: node,
    head: reading(node.from, node.to),
    items: node.items.map((item) => readOutline(item, text)),
    closing: reading(node.closing.from, node.closing.to),
  };
}

function itemsOf({ items }: Outline): number {
  return items.reduce((sum, item) => sum + 1 + itemsOf(item), 0);
}

function flatten({ head, items, closing }: ReadOutline): readonly Reading[] {
  return [head, ...items.flatMap(flatten), closing];
}

function definitionsOf(definition: string): readonly Definition[] {
  if (definition === "" || definition.length > longest) return [];
  const { text } = plainClause(definition);
  const found = definitionsIn(readStatements(tokens(text), text), text);
  // Their places are those of another text.
  return found.map((one) => ({ ...one, from: 0, to: 0 }));
}

/** 满意度指标值为≥90%: the target as the clause prints it. */
function targetIn(readings: readonly Reading[], text: string): RangeCondition | null {
  if (!/标值|为(?:目标|基准|标准|基数)/u.test(text)) return null;
  for (const { contexts, statements } of readings) {
    const all = [...contexts.map((one) => one.tokens), ...statements.map(({ condition }) => condition)];
    for (const said of all) {
      const clause = said.slice(
        0,
        said.findIndex(({ is }) => is === "comma") < 0
          ? said.length
          : said.findIndex(({ is }) => is === "comma"),
      );
      const range = readRange(clause, text);
      const setting = settingTarget.exec(wordsOf(clause, text));
      if (range !== null && setting !== null) return { ...range, name: setting[1] ?? "" };
      const target =
        range === null
          ? null
          : /^(.{0,12}?)(?:年初|年度|预期|计划|绩效)?(?:目标值|指标值)$/u.exec(range.name);
      if (range !== null && target !== null && !isTarget(range.name))
        return { ...range, name: target[1] ?? "" };
    }
  }
  return null;
}

function judged(printed: string, around: Around): Built {
  const points = asking("points", judgedLabel(around), "分");
  return {
    criterion: {
      kind: "judgement",
      questions: [],
      judged: points.key,
      clauses: { full: printed.trim(), judged: printed.trim() },
    },
    asked: merged(points.asked),
  };
}

function read(
  { criterion, asked }: Built,
  plain: PlainClause,
  readings: readonly Reading[],
  definitions: readonly Definition[],
): ClauseReading {
  return {
    state: "read",
    criterion,
    ...asked,
    pieces: piecesOf(plain, readings, definitions, "rule"),
    unread: [],
  };
}

function unread(plain: PlainClause, node: ReadOutline): ClauseReading {
  const readings = flatten(node);
  const stray = new Set(strayIn(node, plain.text).map(({ from }) => from));
  const sentences = readings.flatMap(({ contexts, statements, marks }) => [
    // 本项得分不超过3分: it may be that which does not fit.
    ...marks.filter(({ is }) => is === "cap" || is === "mostCut"),
    ...contexts.filter(({ from }) => stray.has(from)),
    ...statements.map(({ from, to }) => ({ from, to })),
  ]);
  const words = [...sentences]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => printedWords(plain, from, to));
  const quoted = words.length > 0 ? words : [plain.printed.trim().slice(0, 200)];
  return {
    state: "unread",
    pieces: piecesOf(plain, readings, [], "unread", stray),
    unread: Array.from(new Set(quoted)),
  };
}

function piecesOf(
  { places }: PlainClause,
  readings: readonly Reading[],
  definitions: readonly Definition[],
  use: "rule" | "unread",
  stray: ReadonlySet<number> = new Set(),
): readonly ClausePiece[] {
  const place = (from: number, to: number): Pick<ClausePiece, "from" | "to"> => ({
    from: places[from] ?? 0,
    to: endPlace(places, to),
  });
  return readings
    .flatMap(({ statements, contexts, marks }): readonly ClausePiece[] => [
      ...statements.map(({ from, to }) => ({ ...place(from, to), use })),
      ...marks.map(({ from, to }) => ({ ...place(from, to), use })),
      ...contexts.map(({ from, to }): ClausePiece => ({
        ...place(from, to),
        use: definitions.some((one) => one.from === from && one.to > 0)
          ? "definition"
          : stray.has(from)
            ? "unread"
            : "context",
      })),
    ])
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
