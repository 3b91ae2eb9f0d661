import { bareName } from "../form/normalizeName";
import { sayPoints } from "../scorecard/formatPoints";
import { inCell, type CheckedRow, type FindingContext, type Found } from "./finding";
import { inReport, shortened } from "./passages";

/** At the end of a clause: full marks are said of whatever stands in front. 满分50分 and 均为满分的 say something else. */
const full =
  /(?:(?<!平)均|都|全部?)?(?:(?:已|能|可)?按?(?:自评|评价)?(?:得分|评分)?(?:为|是|获得?|得到?|评为|打|计|达到?)?了?满分(?:计[分算]?)?|(?:未|没有?|无)(?:被|有|任何)?(?:扣分|失分|丢分)(?:项|情况)?)$/u;
/** What may stand between a name and what is said of it: 管理效率指标, 管理效率方面共20项三级指标. */
const ofName =
  /(?:部分|方面|类)?的?(?:共|各|所有|全部|全体)?(?:(\d{1,3})[个项]|项)?(?:[一二三]级)?(?:评价|自评|绩效|考核)?(?:指标|内容)?(?:的?得分|的?自评)?$/u;
/** Not all of it; not yet; of somebody else; of another year; of what was measured. */
const otherwise =
  /基本|大部分|多数|部分指标|个别|未(?:能|全部)|(?:不|没有?|并非|难以)(?:是|能|曾)?(?:均|都|全)|力争|争取|确保|计划|预计|如果?|若|上一?年|去年|往年|历年|下属|所属|直属|[该此本]项目|专项/u;
const others = /其余|其他|其它|剩余|别的/u;
const excepted = /除(?!险|尘|雪|四害)[^,]{1,60}?(?:外|之外)/u;
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
  return context.report.flatMap(({ text, line }): readonly Found[] => {
    const above = before;
    before = plainOf(text);
    if (!/满分|扣分|失分|丢分/u.test(text) || otherwise.test(before)) return [];
    if ((before.match(/20\d\d(?=年)/gu) ?? []).some((one) => Number(one) !== year)) return [];
    return claimsIn(before, above, things).map((claim) => told(claim, line, text));
  });
}

function plainOf(text: string): string {
  return text
    .slice(0, 1000)
    .normalize("NFKC")
    .replace(/[\s“”"']+/gu, "")
    .replace(/\([^()]{0,40}\)/gu, "");
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
    const subjects = carries ? namedIn(clauses[index - 1] ?? "", things) : named;
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
    if (best === undefined || (count !== undefined && Number(count) !== best.rows.length)) break;
    found.push(best);
  }
  return found;
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
    what: `自评报告写“${shortened(words)}”，自评表里${some}${lost.length > 3 ? `等${lost.length}项` : ""}，没有得满分。`,
    why: "报告与表的得分应当一致。",
    todo: "请核对得分，改正其中一处；有扣分的，在报告里写明是哪一项。",
  };
}
