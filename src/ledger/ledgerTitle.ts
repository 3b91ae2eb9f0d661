import { normalizeName } from "../form/normalizeName";
import type { FigureKind, MoneyUnit } from "./ledger";
import { moneySource } from "./moneySource";
import { unitIn } from "./moneyUnit";

/** What a column of a list holds, by the titles that stand over it. */
export type LedgerColumn =
  | { readonly kind: "code" | "name" | "year" | "source" }
  | {
      readonly kind: "figure";
      readonly figure: FigureKind;
      readonly source: string;
      readonly year: number | null;
      readonly unit: MoneyUnit | null;
      readonly title: string;
    }
  /** An amount under words that were not read: 1-6月, 上年. */
  | { readonly kind: "unread"; readonly title: string };

const figures: readonly (readonly [FigureKind, RegExp])[] = [
  [
    "initial",
    /^年初(?:批复|安排|下达|部门)?预算(?:批复|安排)?(?:总额|数|金额|额)?$|^年初(?:批复|安排|下达)?数$/u,
  ],
  [
    "annual",
    /^(?:全年|调整后?的?|本年|年度|最终)预算(?:安排)?(?:总额|数|金额|额)?$|^调整(?:后预算|后)(?:总额|数|金额|额)$/u,
  ],
  ["budget", /^预算(?:安排)?(?:总额|数|金额|额)$/u],
  [
    "executed",
    /^(?:全年|年度|本年|全年累计|全年实际|实际)?(?:预算)?执行(?:总额|数|金额|额)$|^(?:全年|年度|本年|全年累计|全年实际|实际)?支出(?:总额|数|金额|额)$|^(?:全年|全年实际|实际)(?:执行|支出)$/u,
  ],
];

const identities: readonly (readonly ["code" | "name" | "year" | "source", RegExp])[] = [
  ["code", /^(?:预算)?项目(?:编码|代码|编号)$/u],
  ["name", /^(?:预算)?项目(?:名称|名)?$|^项目\(政策\)名称$/u],
  ["year", /^(?:预算|所属|执行)?(?:年度|年份)$/u],
  ["source", /^(?:项目)?(?:资金|经费)(?:来源|性质|类型|类别)$/u],
];

/** Titles of groups that say nothing that counts. */
const harmless =
  /^(?:项目)?(?:预算|资金|经费)?(?:收支|执行|安排|使用)?(?:情况|明细|信息|数据)$|^(?:项目|预算)资金$/u;

/** (A), (B/A), (①), (21位), (万元), (单位:元) */
const plainBrackets =
  /\((?:[A-Za-z\d①-⑳+\-*/=]{1,8}|\d{1,2}位|(?:金额)?(?:单位:?)?(?:百万|亿|万|千)?元)\)|[/,](?:百万|亿|万|千)?元$/gu;

const longestTitle = 40;
const yearBefore = /^((?:19|20)\d{2})(?:年度?(?!初)|(?=年初))/u;

interface Words {
  readonly identity: "code" | "name" | "year" | "source" | null;
  readonly figure: FigureKind | null;
  readonly source: string | null;
  readonly year: number | null;
  readonly isPlain: boolean;
}

/** `texts`: those over a column, from top to bottom; null: a column of something else. */
export function ledgerColumn(texts: readonly string[]): LedgerColumn | null {
  const words = texts.map(readWords);
  const identity = words.at(-1)?.identity ?? words.find((one) => one.identity !== null)?.identity ?? null;
  if (identity !== null) return { kind: identity };
  const kinds = words.flatMap(({ figure }) => figure ?? []);
  const [figure, ...more] = kinds;
  if (figure === undefined) return null;
  const title = texts.map(normalizeName).join("/");
  const sources = words.flatMap(({ source }) => source ?? []);
  const years = new Set(words.flatMap(({ year }) => year ?? []));
  const [year = null] = years;
  const isClear = more.length === 0 && sources.length < 2 && years.size < 2;
  if (!isClear || words.some(({ isPlain }) => !isPlain)) return { kind: "unread", title };
  return { kind: "figure", figure, source: sources[0] ?? "", year, unit: unitIn(texts), title };
}

/** Whether a text is a title of a list's header at all. */
export function isLedgerTitle(text: string): boolean {
  const { identity, figure, source } = readWords(text);
  return identity !== null || figure !== null || source !== null;
}

/** 项目编码, 项目名称. */
export function isProjectTitle(text: string): boolean {
  const { identity } = readWords(text);
  return identity === "code" || identity === "name";
}

const nothing: Words = { identity: null, figure: null, source: null, year: null, isPlain: false };

function readWords(text: string): Words {
  if (text === "" || text.length > longestTitle) return nothing;
  const whole = normalizeName(text).replace(plainBrackets, "");
  const match = yearBefore.exec(whole);
  const year = match?.[1] === undefined ? null : Number(match[1]);
  const name = match === null ? whole : whole.slice(match[0].length);
  const identity = identities.find(([, words]) => words.test(whole))?.[0] ?? null;
  if (identity !== null) return { ...nothing, identity, isPlain: true };
  if (name === "") return { ...nothing, year, isPlain: true };
  for (let at = 0; at < name.length; at += 1) {
    const figure = figures.find(([, words]) => words.test(name.slice(at)))?.[0];
    const source = at === 0 ? null : moneySource(name.slice(0, at));
    if (figure !== undefined && (at === 0 || source !== null)) {
      return { identity, figure, source, year, isPlain: true };
    }
  }
  if (harmless.test(name)) return { ...nothing, year, isPlain: true };
  const source = moneySource(name);
  return { ...nothing, source, year, isPlain: source !== null };
}
