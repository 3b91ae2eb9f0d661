import type { Figure } from "../quantity/figure";
import type { Statement } from "../quantity/statements";
import { unitAt } from "../quantity/unit";
import { readAffix, type AffixToken } from "../words/readAffix";

/** What the words before a figure say: a change by so much, or a level that was reached. */
type Change = "rise" | "fall" | "upTo" | "downTo" | null;

/** A word that speaks against taking a figure as it stands; unread: nobody knows what it says. */
export interface Mark {
  readonly kind: AffixToken["kind"] | "unread";
  readonly word: string;
}

/** A figure with what the words beside it say of it. */
export interface FigureRole {
  readonly figure: Figure;
  readonly statement: Statement;
  /** What is counted: "名教师", "满意度". */
  readonly noun: string;
  readonly change: Change;
  /** "由90%提升至96%": the 90% of the 96%. */
  readonly from: Figure | null;
  /** "每季度", "每人", in the order written; 每年 is left out. */
  readonly per: readonly string[];
  /** A year, or "本年". */
  readonly year: string | null;
  readonly marks: readonly Mark[];
  /** 实际, 已, 统计: it is said to be so. */
  readonly measured: boolean;
  /** 其中, 含. */
  readonly detail: boolean;
  /** The month named beside it: "6月2场、9月2场". */
  readonly month: string | null;
  /** Words beside it that stand in no list, and nowhere on the other side. */
  readonly strange: readonly string[];
  /** What stands where a unit should, when it is none that is known: "入" of "100入". */
  readonly tail: string;
}

/** One side of a pair, as its words are understood. */
export interface SideRoles {
  readonly roles: readonly FigureRole[];
  /** Clauses without figures whose words may change what the others say; because: they only explain. */
  readonly bare: readonly {
    readonly statement: Statement;
    readonly marks: readonly Mark[];
    readonly because: boolean;
  }[];
}

/** The words of its clause between the figure before and this one. */
export function wordsBefore({ statement, figure }: Pick<FigureRole, "statement" | "figure">): string {
  return statement.words[statement.figures.indexOf(figure)] ?? "";
}

const growing = "(?:提高|提升|增加|增长|上升|扩大)";
const falling = "(?:下降|降低|减少|压减|缩短|缩减|压降)";
const endings: readonly (readonly [RegExp, Exclude<Change, null>])[] = [
  [new RegExp(`(?:${falling}|降|减)[到至]了?$`, "u"), "downTo"],
  [new RegExp(`(?:(?:${growing}|增|升)[到至]|变[为成]?)了?$`, "u"), "upTo"],
  [/[比较](?:上|去)年(?:同期)?少$/u, "fall"],
  [/[比较](?:上|去)年(?:同期)?多$/u, "rise"],
  [new RegExp(`(?:${falling}率?|降幅)(?:为|了|约|达到?)?$`, "u"), "fall"],
  [new RegExp(`(?:${growing}率?|增[幅速])(?:为|了|约|达到?)?$`, "u"), "rise"],
];

/** A change by so much, not a level. */
export const isStep = ({ change }: FigureRole): boolean => change === "rise" || change === "fall";

/** Reads what stands beside every figure of a side. */
export function readRoles(statements: readonly Statement[], known: string): SideRoles {
  const roles: FigureRole[] = [];
  const bare: SideRoles["bare"][number][] = [];
  let year: string | null = null;
  let because = false;
  for (const statement of statements) {
    const read = readStatement(statement, known, year);
    if (!statement.enclosed) year = read.year;
    because = statement.figures.length === 0 && !statement.enclosed && (read.because || because);
    if (statement.figures.length > 0) roles.push(...read.roles);
    else if (read.marks.length > 0) bare.push({ statement, marks: read.marks, because });
  }
  return { roles: withLevelsBefore(roles), bare };
}

interface ReadStatement {
  readonly roles: readonly FigureRole[];
  readonly marks: readonly Mark[];
  readonly year: string | null;
  readonly because: boolean;
}

/** Words that do not speak against a figure; "未发现违规" of itself neither. */
const quiet: ReadonlySet<string> = new Set(
  "plain filler now actual share per from detail cause change year month".split(" "),
);
/** What 实际, or 已 behind another figure, puts an end to: "计划60场实际50场"; and what 今年 does. */
const endedByActual: ReadonlySet<string> = new Set(["plan", "later"]);
const endedByNow: ReadonlySet<string> = new Set(["past", "partYear"]);
const none: ReadonlySet<string> = new Set();

function readStatement(statement: Statement, known: string, before: string | null): ReadStatement {
  const { words, figures, enclosed } = statement;
  const read = words.map((one) => readAffix(one, known));
  const roles: FigureRole[] = [];
  // "12次学术会议及3次年会": what is counted stands behind its figure.
  const follows = figures.length > 1 && words[0] === "" && words.slice(1).every((one) => one !== "");
  let open: readonly Mark[] = [];
  let per: readonly string[] = [];
  let year = before;
  let measured = false;
  let detail = false;
  let month: string | null = null;
  let isDated = false;
  for (const [index, { tokens, noun, unlisted }] of read.entries()) {
    const figure = figures[index];
    if (figure === undefined && figures.length > 0) break;
    for (const { kind, word } of tokens) {
      if (kind === "year") year = word.slice(0, 4);
      if (kind === "year" && word.includes("月")) month = word;
      // "2023年完成108户，累计290户": not of 2023 alone.
      if (kind === "total" && year === before && !isDated) year = null;
      if (kind === "year" || kind === "now") isDated = true;
      if (kind === "now") year = "本年";
      if (kind === "month") month = word;
      if (kind === "per") per = [...per, word];
      if (kind === "actual") measured = true;
      if (kind === "detail") detail = true;
      const ends =
        kind === "now" && /[今本当]年|20/u.test(word)
          ? endedByNow
          : kind === "actual" && (index > 0 || word.startsWith("实"))
            ? endedByActual
            : none;
      open = open.filter((mark) => !ends.has(mark.kind));
      // "未发生泄漏事件": there was no leak.
      const denied = kind === "deny" && open.some((mark) => mark.kind === "absent");
      if (!quiet.has(kind) && !denied) open = [...open, { kind, word }];
    }
    if (figure === undefined) {
      const years = enclosedYears(tokens);
      const marks = [...open.filter(({ kind }) => kind !== "absent"), ...years];
      return {
        roles,
        marks: enclosed ? [...marks, ...unread(unlisted, known)] : marks,
        year,
        because: has(tokens, "cause"),
      };
    }
    const next = read[index + 1];
    const last = index === figures.length - 1;
    // "其中8次为2022年开展"
    const dated = detail && last ? next?.tokens.find(({ kind }) => kind === "year")?.word.slice(0, 4) : null;
    const behind = next?.tokens.filter(({ kind }) => (last ? !quiet.has(kind) : kind === "deny")) ?? [];
    roles.push({
      figure,
      statement,
      noun: follows ? (next?.noun ?? "") : last ? noun + (next?.noun ?? "") : noun,
      change: changeBefore(words[index] ?? "", figure),
      from: null,
      per: periodsOf(per, figure),
      year: dated ?? year,
      marks: [...open, ...behind, ...rankOf(words[index] ?? "")],
      measured,
      detail,
      month,
      strange: strangeOf([...unlisted, ...(last ? (next?.unlisted ?? []) : [])], known),
      tail: figure.unit.name === "" && figure.digits !== "零" ? tailOf(words[index + 1] ?? "", known) : "",
    });
    per = [];
  }
  return { roles, marks: [], year, because: false };
}

/** "（2022年）", "均为2022年开展": of which year the figures before it are. */
function enclosedYears(tokens: readonly AffixToken[]): readonly Mark[] {
  return tokens.flatMap(({ kind, word }) =>
    kind === "year" && !word.includes("月") ? [{ kind, word }] : [],
  );
}

const has = (tokens: readonly AffixToken[], kind: string): boolean =>
  tokens.some((token) => token.kind === kind);

function changeBefore(words: string, figure: Figure): Change {
  if (figure.unit.written === "番") return "rise";
  return endings.find(([ending]) => ending.test(words))?.[1] ?? null;
}

/** "前5名" is a place; "12月底前5场" is none. */
function rankOf(words: string): readonly Mark[] {
  return /(?<![底日月年之以])前$/u.test(words) ? [{ kind: "rank", word: "前" }] : [];
}

/** "每季度", "次/月". */
function periodsOf(words: readonly string[], { unit, text }: Figure): readonly string[] {
  const under = /\/(年|半年|季度?|月|周|日|天|人|户|亩|场|次|套|台|吨|册|件|个|项|平方米|公里)$/u.exec(
    unit.name,
  )?.[1];
  const bounded =
    /每(?:年|半年|季度?|个?月|周|日|天|人|户|亩|场|次|套|台|吨|册|件|个|项)(?=[0-9０-９])/u.exec(text)?.[0];
  const all = [
    ...words,
    ...(bounded === undefined ? [] : [bounded]),
    ...(under === undefined ? [] : [`每${under}`]),
  ];
  return all.filter((word) => !/^(?:每年度?|年均)$/u.test(word));
}

/** A remark of words that stand in no list, not even on the other side, is not understood. */
function unread(unlisted: readonly string[], known: string): readonly Mark[] {
  return strangeOf(unlisted, known)
    .filter((word) => unitAt(word, 0)?.written !== word)
    .map((word) => ({ kind: "unread", word }));
}

/** Words that stand in no list, where the other side does not write them in the main (half of their signs). */
export function strangeOf(unlisted: readonly string[], known: string): readonly string[] {
  const knows = (sign: string): boolean => known.includes(sign);
  return unlisted.filter((word) => {
    const signs = Array.from(word);
    const known = signs.filter(knows).length;
    return signs.length < 3 ? known < signs.length : known * 2 <= signs.length;
  });
}

function tailOf(behind: string, known: string): string {
  const first = /^[\p{L}%‰]{1,6}/u.exec(behind)?.[0] ?? "";
  return first !== "" && readAffix(first, known).noun.startsWith(first.charAt(0)) ? first : "";
}

/** "由90%提升至96%", "从上年的85%上升到88%": the level before belongs to the level after. */
function withLevelsBefore(roles: readonly FigureRole[]): readonly FigureRole[] {
  const isLevel = (role: FigureRole | undefined): boolean =>
    role?.change === "upTo" || role?.change === "downTo";
  const led = (role: FigureRole): string => {
    return /[由从][^到至]{0,8}$/u.exec(wordsBefore(role))?.[0] ?? "";
  };
  return roles.flatMap((role, index) => {
    if (led(role) !== "" && isLevel(roles[index + 1])) return [];
    const before = roles[index - 1];
    const words = before === undefined || !isLevel(role) ? "" : led(before);
    if (before === undefined || words === "") return [role];
    const dated = /^[由从](?:上一?年度?|去年|年初|期初|原来?)/u.test(words);
    const own = dated ? role.marks.map(({ kind }) => kind).lastIndexOf("past") : -1;
    const marks = role.marks.filter((_, at) => at !== own);
    return [{ ...role, from: before.figure, marks }];
  });
}
