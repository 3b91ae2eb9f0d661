import { bareName } from "../form/normalizeName";
import { oncePerText } from "../words/oncePerText";
import type { CheckedRow, FindingContext } from "./finding";
import { isSameFigure, namedFigures, type NamedFigure } from "./namedFigures";
import { reportPassages, type Passage } from "./passages";

const leads = "(?:共计|合计|总计|总额|[数额为是共约达:：])*$";
/** 预算安排, 核定的预算; 追加预算 is not all of it. */
export const budget = new RegExp(`预算(?:安排|批复|核定|下达|总额|金额|指标|资金)?${leads}`, "u");
export const spent = new RegExp(`(?:支出|执行|决算|开支|发生|支付|花费)(?:总额|金额|资金)?${leads}`, "u");
/** Given to a fund: 专项资金下达600万元. */
const given = new RegExp(`(?:下达|安排|拨付)(?:总额|金额|资金)?${leads}`, "u");
/** Not all of it, or not all the year. */
const aside =
  /追加|调[增整减]|年初|年中|上级|上年|结[转余]|其中|本级|下属|所属|区级|市级|平均|累计|节[约省]|分别/u;
/** What is counted besides, or is not: 271.9万元（含下属单位）. */
const scope = /^[(（](?:不?含|包括|其中|除)/u;

/** 公用经费全年实际 → 公用经费 */
export function withoutEnd(name: string): string {
  const shorter = name.replace(/(?:实际|累计|全年|已|控制在|年度|的)$/u, "");
  return shorter === name ? name : withoutEnd(shorter);
}

/** 2023年全年公用经费 → 公用经费 */
export function withoutYear(name: string): string {
  return name.replace(/^(?:20\d\d年度?|全年|本年度?|当年|年度)+/u, "");
}

/** An amount of money with what it is of and whether it was to be spent or was spent. */
interface NamedAmount {
  /** 公用经费; "" where its sentence names nothing. */
  readonly noun: string;
  readonly role: "预算" | "支出";
  readonly figure: NamedFigure;
}

/** The amounts of a passage: 实际支出271.9万元 is of what the sentence named before, 公用经费预算安排286.4万元. */
function amountsOf(passage: Passage, year: number | null): readonly NamedAmount[] {
  let named = { noun: "", sentence: -1 };
  return namedFigures([passage], year).flatMap((figure): NamedAmount | [] => {
    if (figure.unit !== "元") return [];
    const role = budget.test(figure.label)
      ? budget
      : spent.test(figure.label)
        ? spent
        : given.test(figure.label)
          ? given
          : null;
    const before = named.sentence === figure.sentence ? named.noun : "";
    const { quoted, behind } = around(passage, figure);
    const label = `${quoted}${figure.label}`;
    const noun = role === null ? label : nounOf(label, role);
    named = { noun: noun === "" ? before : noun, sentence: figure.sentence };
    if (role === null || figure.apart || aside.test(figure.label) || scope.test(behind)) return [];
    return { noun: named.noun, role: role === spent ? "支出" : "预算", figure };
  });
}

/** A short word in quotation marks in front of its label, which begins the name (“三公”经费), and what stands behind it. */
function around({ text }: Passage, { label, text: said }: NamedFigure): { quoted: string; behind: string } {
  const plain = plainOf(text).text;
  const at = plain.indexOf(`${label}${said}`);
  if (at < 0) return { quoted: "", behind: "" };
  const quoted = /["“]([^"“”]{1,4})["”]$/u.exec(plain.slice(Math.max(0, at - 6), at))?.[1] ?? "";
  return { quoted, behind: plain.slice(at + label.length + said.length).slice(0, 4) };
}

const plainOf = oncePerText((text) => ({ text: text.normalize("NFKC").replace(/\s+/gu, "") }));

function nounOf(label: string, role: RegExp): string {
  return withoutEnd(withoutYear(bareName(label.replace(role, "")))).replace(/(?:支出|资金|财政)$/u, (end) =>
    end === "资金" ? end : "",
  );
}

/** What a row is about: 公用经费 of 公用经费控制率. */
function thingOfRow({ indicator }: CheckedRow): string {
  return bareName(indicator.name.value)
    .replaceAll('"', "")
    .replace(/(?:支出|控制|执行)?(?:率|情况)$/u, "");
}

/** One amount in a row and in the report. */
interface TwoAmounts {
  readonly name: string;
  readonly row: NamedFigure;
  readonly report: NamedFigure;
}

/** Amounts of one thing that differ between its row and the report, where each of the two tells of exactly one. */
export function amountsApart(context: FindingContext): readonly TwoAmounts[] {
  const year = context.form.head.year?.value ?? null;
  const said = reportPassages(context).flatMap((passage) => amountsOf(passage, year));
  if (said.length === 0) return [];
  const rows = context.rows.flatMap((row) => {
    const { basis, indicator } = row;
    if (basis === null || basis === "" || indicator.basis === null) return [];
    const label = `“${indicator.name.value}”的评分依据`;
    const amounts = amountsOf({ at: row.atBasis.at, label, text: basis, from: "basis" }, year);
    return amounts.length === 0 ? [] : { thing: thingOfRow(row), amounts };
  });
  return rows.flatMap(({ thing, amounts }) =>
    (["预算", "支出"] as const).flatMap((role): TwoAmounts | [] => {
      const own = amounts.filter((one) => one.role === role);
      const [row] = own;
      if (row === undefined || thing.length < 3 || !allSame(own)) return [];
      const others = said.filter((one) => one.role === role && one.noun === thing);
      const [report] = others;
      if (report === undefined || !allSame(others) || isSameFigure(row.figure, report.figure)) return [];
      return { name: `${thing}${role}`, row: row.figure, report: report.figure };
    }),
  );
}

function allSame([first, ...others]: readonly NamedAmount[]): boolean {
  return first !== undefined && others.every(({ figure }) => isSameFigure(first.figure, figure));
}
