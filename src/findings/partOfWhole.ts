import { faultWords as words } from "../words/faultWords";
import type { Clause, ReadCell } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { isCount } from "../words/tokenKinds";

/** So many things, with the words around the figure in its clause. */
interface Counted {
  readonly value: number;
  readonly unit: string;
  /** From the comma or the figure before. */
  readonly label: string;
  /** To the comma or the figure behind. */
  readonly behind: string;
  /** As written, with what is said of it: "按时备案23份". */
  readonly quote: string;
}

/** In front of all of them: 共签订, 应公开, 设置产出指标. */
const whole = /共|应|全部|总[数计量额]|合计|设[置定]|计划|下达|签订|新增/u;
const part = /^(?:其中|有)|[中有]$/u;
/** Done as it had to be, as the whole of what is said of these. */
const well = new RegExp(
  `(?:按时|及时|按期|如期|规定(?:时限|期限|时间)内)[^,]{0,4}$|达标|合格|达到(?:了)?(?:年度|预期)?(?:目标|标准|要求|进度)|(?:已|均)?完成(?:$|${words.act}|任务|目标)`,
  "u",
);
/** More than well says nothing of the others. */
const better = /超额|提前|超过|优[秀良]|均早于/u;
const verb = /应(?:当)?(?:开展|进行)?(\p{Script=Han}{2})/u;
const done = /已|实际|完成|按时|及时|按期/u;
/** What is said of the others. */
const rest = /其余|其他|其它|剩余|余下|另外?|还有|尚有|除/u;
const undue = new RegExp(words.undue, "u");
const watched = new RegExp(words.watch, "u");
const ownPaper = new RegExp(words.paper, "u");
const byOthers = new RegExp(`${words.authority}[^,]{0,20}$`, "u");

/** The part of a counted whole that was done, where it is not all and nothing is said of the others: "应评估项目2个，已评估1个". */
export function shortPart(cell: ReadCell, clauses: readonly Clause[]): string | null {
  const counted = countedIn(cell, clauses);
  const said = clauses.map(({ from, to }) => cell.text.slice(from, to)).join(",");
  if (counted.length < 2 || undue.test(said) || rest.test(said) || isWatched(said)) return null;
  const [all, ...others] = counted;
  if (all === undefined) return null;
  const same = others.filter(({ unit }) => unit === all.unit);
  const [one] = same;
  if (one === undefined || one.value === 0 || one.value >= all.value) return null;
  if (same.length > 1 && same.reduce((so, { value }) => so + value, 0) >= all.value) return null;
  return isOwed(all, one) || isDone(all, one) || isAnswered(all, one) ? one.quote : null;
}

/** 应评估2个, 已评估1个. */
function isOwed(all: Counted, { label, behind }: Counted): boolean {
  const [, owed] = verb.exec(all.label) ?? [];
  const said = label + behind;
  return owed !== undefined && said.includes(owed) && (done.test(said) || label.startsWith(owed));
}

/** What has to be answered as often as it comes. */
const asked = /预警|问题|意见|建议|投诉|隐患|整改/u;
const answered =
  /^(?:已|均|实际|及时|按时){0,2}(?:处理|整改|反馈|回复|答复|办结|落实|销号)(?:了|完毕|到位)?$/u;

/** 预警提醒3条, 处理2条. */
function isAnswered(all: Counted, one: Counted): boolean {
  return (
    asked.test(all.label + all.behind) &&
    (answered.test(one.label) || (one.label === "" && answered.test(one.behind)))
  );
}

/** 共签订24份, 按时备案23份; 24份中22份及时签订. */
function isDone(all: Counted, { label, behind }: Counted): boolean {
  const text = `${label},${behind}`;
  const isPart = part.test(label) || part.test(all.behind) || whole.test(all.label);
  return isPart && (well.test(label) || well.test(behind)) && !better.test(text) && !watched.test(text);
}

type FigureToken = Extract<Token, { readonly is: "figure" }>;

function isFigure(token: Token): token is FigureToken {
  return token.is === "figure";
}

function countedIn(cell: ReadCell, clauses: readonly Clause[]): readonly Counted[] {
  return clauses.flatMap(({ from, to, tokens, remark }) => {
    if (remark) return [];
    const figures = tokens.filter(isFigure);
    return figures.flatMap((token, index): Counted | [] => {
      const { figure } = token;
      if (!isCount(token) || figure.side !== null || figure.high !== null) return [];
      const start = figures[index - 1]?.to ?? from;
      const end = figures[index + 1]?.from ?? to;
      const cut = (begin: number, stop: number): string => cell.text.slice(begin, stop);
      return {
        value: figure.value,
        unit: figure.unit.name,
        label: cut(start, token.from),
        behind: cut(token.to, end),
        quote: cut(start, end),
      };
    });
  });
}

/** 检查企业200家, 受理申请300件: what is wrong with them is wrong with others; what an auditor checks is the department's own. */
function isWatched(text: string): boolean {
  const hit = watched.exec(text);
  return (
    hit !== null &&
    !ownPaper.test(text.slice(hit.index, hit.index + 8)) &&
    !byOthers.test(text.slice(0, hit.index))
  );
}

/** A part of what the department watches over in others: "检查企业200家，其中12家不合格". */
export function isPartOfOthers(cell: ReadCell, clauses: readonly Clause[], at: number): boolean {
  const clause = clauses[at];
  if (clause === undefined || !clause.tokens.some(isFigure)) return false;
  const before = clauses.slice(0, at).filter(({ tokens }) => tokens.some(isFigure));
  return before.some(({ from, to }) => isWatched(cell.text.slice(from, to)));
}

/** A part to which it does not apply: 其中2项因涉密未公开, 其中4个未达到1000万元. */
export function isUndue(cell: ReadCell, clauses: readonly Clause[], at: number): boolean {
  const [clause, next] = clauses.slice(at, at + 2);
  if (clause === undefined || !clause.tokens.some(isCount)) return false;
  return [clause, ...(next === undefined ? [] : [next])].some(({ from, to }) =>
    undue.test(cell.text.slice(from, to)),
  );
}
