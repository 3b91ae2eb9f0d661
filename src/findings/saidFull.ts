import { bareName } from "../form/normalizeName";
import { sayPoints } from "../scorecard/formatPoints";
import { inCell, type CheckedRow, type FindingContext, type Found } from "./finding";
import { excerpt, inReport } from "./passages";

/** At the end of a clause: full marks are said of whatever stands in front. 满分50分 and 均为满分的 say something else. */
const full =
  /(?:(?<!平)均|都|全部?)?(?:(?:已|能|可)?按?(?:自评|评价)?(?:得分|评分)?(?:为|是|获得?|得到?|评为|打|计|达到?)?了?满分(?:计[分算]?)?|(?:未|没有?|无)(?:被|有|任何)?(?:扣分|失分|丢分)(?:项|情况)?|得分率(?:为|是|达到?)?100%)$/u;
/** What may stand between a name and what is said of it: 管理效率指标, 管理效率方面共20项三级指标. */
const ofName =
  /(?:部分|方面|类)?的?(?:共|各|所有|全部|全体)?(?:(\d{1,3})[个项]|项)?(?:[一二三]级)?(?:评价|自评|绩效|考核)?(?:指标|内容)?(?:的?得分|的?自评)?$/u;
/** Not all of it; not yet; of somebody else; of another year; of what was measured. */
const otherwise =
  /基本|大部分|多数|部分指标|个别|未(?:能|全部)|(?:不|没有?|并非|难以)(?:是|能|曾)?(?:均|都|全)|力争|争取|确保|计划|预计|如果?|若|上一?年|去年|往年|历年|下属|所属|直属|[该此本]项目|专项/u;
const others = /其余|其他|其它|剩余|别的/u;
const excepted = /除(?!险|尘|雪|四害)[^,]{1,60}?(?:外|之外)/u;
const exceptedWords = /除([^,]{1,60}?)(?:外|之外)/u;
const everything =
  /^(?:(?:本次)?(?:自评)?(?:的)?(?:所有|全部|各)(?:项|类)?(?:[一二三]级)?(?:评价|自评|绩效)?指标|除[^,]{1,60}?(?:外|之外),?(?:其余|其他|其它|剩余)(?:的|各|所有|全部)?(?:项|[一二三]级)?指标)$/u;
/** 结转结余率 is a name of one thing; 采购 alone is a word of many. */
const shortestName = 4;

interface Named {
  readonly name: string;
  readonly rows: readonly CheckedRow[];
}

/** Groups and indicators that the report says have full marks, while points were lost there. */
export function saidFull(context: FindingContext): readonly Found[] {
  if (!context.rows.some(({ lost }) => lost)) return [];
  const things = namedThings(context);
  const year = context.form.head.year?.value ?? null;
  let before = "";
  return context.report.flatMap(({ text, line, section }): readonly Found[] => {
    const above = before;
    before = plainOf(text);
    if (!/满分|扣分|失分|丢分|得分率/u.test(text) || otherwise.test(unnamed(before, things))) return [];
    if ((before.match(/20\d\d(?=年)/gu) ?? []).some((one) => Number(one) !== year)) return [];
    const claims = claimsIn(before, above, things);
    const all = claims.length > 0 ? [] : allIn(before, `${section}，${above}`, things, context.rows);
    return [...claims, ...all].map((claim) => told(claim, line, text));
  });
}

function plainOf(text: string): string {
  return text
    .slice(0, 1000)
    .normalize("NFKC")
    .replace(/[\s“”"']+/gu, "")
    .replace(/\([^()]{0,40}\)/gu, "");
}

/** 专项资金支出率 is a name of the form, no word of one fund. */
function unnamed(sentence: string, things: readonly Named[]): string {
  return things.reduce((rest, { name }) => rest.replaceAll(name, ""), sentence);
}

/** By their names; a name that two of them share says neither. */
function namedThings({ form, rows }: FindingContext): readonly Named[] {
  const groups = form.groups.map(({ name, rows: members }) => ({
    name: bareName(name),
    rows: rows.filter(({ indicator }) => members.includes(indicator.row)),
  }));
  const single = rows.map((row) => ({ name: bareName(row.indicator.name.value), rows: [row] }));
  return [...groups, ...single].filter(
    ({ name }, _, all) => name.length >= shortestName && all.filter((one) => one.name === name).length === 1,
  );
}

interface Claim {
  readonly name: string;
  readonly words: string;
  readonly lost: readonly CheckedRow[];
}

/** What the clauses of a sentence say of things by their names; of other words nobody knows what they are of. */
function claimsIn(sentence: string, above: string, things: readonly Named[]): readonly Claim[] {
  const clauses = sentence.split(/[,:;。!?]/u);
  return clauses.flatMap((clause, index): readonly Claim[] => {
    const said = full.exec(clause);
    if (said === null) return [];
    const front = clause.slice(0, said.index);
    const named = namedIn(front, things);
    // 管理效率方面，各项指标均得满分: it carries on with what the clause before named.
    const carries = named.length === 0 && front.replace(ofName, "") === "" && index > 0;
    // 管理效率共23项指标，22项为满分: the count is held against the rows.
    const count = carries ? ofName.exec(front)?.[1] : undefined;
    const subjects = (carries ? namedIn(clauses[index - 1] ?? "", things) : named).filter(
      (thing) => count === undefined || isTooMany(Number(count), thing),
    );
    const isRest = others.test(front) || excepted.test(sentence);
    const rest = isRest && !mentions(sentence, front, things) ? above : "";
    if (isRest && !mentions(`${sentence}${rest}`, front, things)) return [];
    return subjects.flatMap((thing) => {
      const elsewhere = `${rest}${sentence.replace(clause, isRest ? (excepted.exec(clause)?.[0] ?? "") : "")}`;
      const lost = thing.rows.filter(
        (row) => row.lost && (thing.rows.length === 1 || !elsewhere.includes(bareName(row.card.indicator))),
      );
      return lost.length === 0 ? [] : { name: thing.name, words: clause, lost };
    });
  });
}

/** 所有指标均未扣分, 除支出率外其余指标均为满分: of everything, or of the part that the heading or the sentence before names. */
function allIn(
  sentence: string,
  above: string,
  things: readonly Named[],
  rows: readonly CheckedRow[],
): readonly Claim[] {
  const clauses = sentence.split(
    /[:;。!?]|,(?!(?:其余|其他|其它|剩余)(?:各|所有|全部)?(?:项|[一二三]级)?指标)/u,
  );
  return clauses.flatMap((clause): Claim | [] => {
    const said = full.exec(clause);
    if (said === null || !everything.test(clause.slice(0, said.index))) return [];
    const inside = [...things].reverse().filter(({ name }) => `${above}${sentence}`.includes(name));
    const [part] = inside.filter(({ rows: own }) => own.length > 1);
    const [, left = ""] = exceptedWords.exec(clause) ?? [];
    const words = left.split(/[、和与及]|以及/u).filter((word) => word !== "");
    const without = words.map((word) => things.filter(({ name }) => word.length > 2 && name.includes(word)));
    // What was excepted has to be known; what was told of one indicator before is excepted, too.
    if (without.some((one) => one.length === 0)) return [];
    const told = inside.filter(({ rows: own }) => own.length === 1);
    const out = new Set([...without.flat(), ...told].flatMap(({ rows: own }) => own));
    const lost = (part?.rows ?? rows).filter((row) => row.lost && !out.has(row));
    return lost.length === 0 ? [] : { name: part?.name ?? "各项指标", words: clause, lost };
  });
}

/** Whether an indicator is named outside these words. */
function mentions(text: string, front: string, things: readonly Named[]): boolean {
  const around = text.replace(front, excepted.exec(front)?.[0] ?? "");
  return things.some(({ name, rows }) => rows.length === 1 && around.includes(name));
}

/** The things that a list at the end of these words names: “预算执行、采购管理指标”. */
function namedIn(front: string, things: readonly Named[]): readonly Named[] {
  const words = front.replace(excepted, "");
  const found: Named[] = [];
  for (const piece of words.split(/[、和与及]|以及/u).reverse()) {
    const count = ofName.exec(piece)?.[1];
    const endings = [piece, piece.replace(ofName, "")];
    const [best] = things
      .filter(({ name }) => endings.some((one) => one.endsWith(name)))
      .sort((one, other) => other.name.length - one.name.length);
    const one = best ?? shortNamed(endings, things);
    if (one === null || (count !== undefined && !isTooMany(Number(count), one))) break;
    found.push(one);
  }
  return found;
}

/** 产出指标 of 部门整体绩效目标产出指标完成情况: the words of exactly one name. */
function shortNamed(endings: readonly string[], things: readonly Named[]): Named | null {
  const near = endings
    .map((said) => said.replace(/^(?:其中|而|且)/u, ""))
    .filter((said) => said.length >= shortestName)
    .map((said) => things.filter(({ name, rows }) => rows.length === 1 && name.includes(said)));
  const [only, second] = near.find((found) => found.length > 0) ?? [];
  return second === undefined ? (only ?? null) : null;
}

/** 23项指标中22项为满分 is as it should be; of as many as have full marks, or fewer, nobody can say which. */
function isTooMany(count: number, { rows }: Named): boolean {
  return count <= rows.length && count > rows.filter(({ lost }) => !lost).length;
}

function told({ name, words, lost }: Claim, line: number, text: string): Found {
  const [first] = lost;
  const places = lost.map(({ card, score }) => `“${card.indicator}”得${sayPoints(score ?? 0)}分`);
  const some = places.slice(0, 3).join("、");
  return {
    at: inReport(line, text),
    ...(first === undefined ? {} : { other: inCell(first.card.at) }),
    subject: name,
    essence: `满分≠${lost.map(({ card, score }) => `${card.indicator}${String(score)}`).join("、")}`,
    what: `自评报告写“${excerpt(words)}”，自评表里${some}${lost.length > 3 ? `等${lost.length}项` : ""}，没有得满分。`,
    why: "报告与表的得分应当一致。",
    todo: "请核对得分，改正其中一处；有扣分的，在报告里写明是哪一项。",
  };
}
