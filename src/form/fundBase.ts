import type { Cited } from "../workbook/cell";
import type { Fund, FundLine } from "./form";
import { singleLine, type ViewCell } from "./sheetView";

const baseWords = "(年初|全年|调整|年度|本年)";
/** “执行率=执行数÷年初预算数”, “预算数为调整后财政资金总额”. */
const baseInNote = [
  new RegExp(`(?:执行|支出)(?:数|额|总额)?[^。;]{0,12}?[÷/][^。;]{0,6}?${baseWords}[^。;,]{0,16}`, "u"),
  new RegExp(`预算数(?:\\([^()]*\\))?(?:口径)?(?:为|是|指|按|取)[^。;,]{0,6}?${baseWords}[^。;,]{0,16}`, "u"),
];

/** By the notes; else what could be spent over the year, 上年结转 included; the budget of January only where no other is printed. */
export function baseOf(
  { initial, annual }: Readonly<Partial<Record<"initial" | "annual", ViewCell>>>,
  total: FundLine,
  notes: readonly Cited<string>[],
): Fund["base"] {
  const said = notes.flatMap(({ value }) =>
    value
      .normalize("NFKC")
      .replace(/[ \t]+/gu, "")
      .split(/[。;\n\r]+/u),
  );
  const read = said.flatMap((text): readonly SaidBase[] => {
    const found = baseInNote.map((words) => words.exec(text)).find((match) => match !== null);
    if (found == null) return speaksOfBase.test(text) ? [{ of: null, words: text.slice(0, 40) }] : [];
    return [{ of: found[1] === "年初" ? "initial" : "annual", words: found[0] }];
  });
  const printed = read.find(({ of }) => of !== null);
  const unread = printed === undefined ? (read[0]?.words ?? null) : null;
  if (annual === undefined || total.annual === null)
    return { of: "initial", title: titleOf(initial), why: "表中只有年初的预算数", unread };
  const noted = printed === undefined ? null : `表后备注：${printed.words}`;
  if (initial === undefined)
    return { of: "annual", title: titleOf(annual), why: noted ?? "表中只有这一个预算数", unread };
  const of = printed?.of ?? "annual";
  const why = noted ?? "是全年可以使用的资金，含调整和上年结转";
  return { of, title: titleOf(of === "initial" ? initial : annual), why, unread };
}

interface SaidBase {
  /** null: not understood. */
  readonly of: Fund["base"]["of"] | null;
  readonly words: string;
}

const speaksOfBase =
  /执行率[^。;,]{0,12}[=÷/]|(?:预算数|预算口径|预算执行)[^。;,]{0,8}(?:为|是|指|按|取|口径)/u;

export function titleOf(cell: ViewCell | undefined): string {
  return singleLine(cell?.text ?? "").replace(/[(（][^()（）]{0,8}[)）]$/u, "");
}
