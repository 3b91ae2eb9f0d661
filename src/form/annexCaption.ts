import type { AnnexKind } from "./annex";
import { isFormTitle } from "./formArea";
import { normalizeName } from "./normalizeName";
import { singleLine, type SheetView } from "./sheetView";

/** What stands above a table of targets and actuals. */
export interface AnnexCaption {
  /** null: neither its title nor the sheet says whose goals these are. */
  readonly kind: AnnexKind | "other" | null;
  readonly title: string;
  readonly fund: string;
}

const highest = 12;
const fundLabel = /^(?:专项资金|专项|项目|政策任务|资金|一级项目)名称[:：]?/u;
const titleWords = /(?:绩效|指标)[^。;；]{0,20}(?:完成|自评|情况|目标)/u;

/** Reads upwards from a header to the next table; the nearest title counts, then the sheet's name. */
export function readCaption(view: SheetView, headerTop: number, lowestAbove: number): AnnexCaption {
  const title: string[] = [];
  let fund = "";
  for (let row = headerTop - 1; row > Math.max(lowestAbove, headerTop - highest); row -= 1) {
    const texts = rowTexts(view, row);
    fund ||= fundIn(texts);
    const found = texts.find(isCaption);
    if (found !== undefined) {
      title.push(found);
      break;
    }
  }
  const name = view.sheet.name;
  const kind = kindOf(title[0] ?? "") ?? kindOf(name);
  return { kind, title: title[0] ?? name, fund: fund === "" ? fundInTitle(title[0] ?? name) : fund };
}

/** "《部门整体支出绩效指标完成情况表》", "表1 专项资金绩效指标完成情况". */
export function isCaption(text: string): boolean {
  return (
    text.length <= 60 && !/[:：]/u.test(text) && (isFormTitle(text) || titleWords.test(normalizeName(text)))
  );
}

function rowTexts(view: SheetView, row: number): readonly string[] {
  const columns = Array.from(view.sheet.rows.get(row)?.keys() ?? []);
  return columns.map((column) => singleLine(view.own(row, column).text)).filter((text) => text !== "");
}

function kindOf(text: string): AnnexCaption["kind"] {
  const name = normalizeName(text);
  if (/整体/u.test(name)) return "department";
  if (/专项|一级项目|政策任务/u.test(name)) return "specialFund";
  return /项目|转移支付|单位自评|政策绩效/u.test(name) ? "other" : null;
}

function fundIn(texts: readonly string[]): string {
  const index = texts.findIndex((text) => fundLabel.test(normalizeName(text)));
  const label = texts[index];
  if (label === undefined) return "";
  const behind = normalizeName(label).replace(fundLabel, "");
  return behind === "" ? (texts[index + 1] ?? "") : behind;
}

/** "就业专项资金绩效指标完成情况表" → "就业专项资金"; a bare 专项资金 names none. */
function fundInTitle(title: string): string {
  const match = /^(?:附?[件表][\d一二三四五六七八九十]{0,3}[.、:]?)?(?:\d{4}年度?)?(.{1,30}?专项资金)/u.exec(
    normalizeName(title),
  );
  const fund = match?.[1] ?? "";
  return /^(?:市级|省级|区级|本级|财政)?专项资金$/u.test(fund) ? "" : fund;
}
