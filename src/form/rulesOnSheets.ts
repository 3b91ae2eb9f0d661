import { sameAddress, type CellAddress, type Cited } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import { classifyTitle } from "./classifyTitle";
import { findHeader } from "./findHeader";
import type { Form, Indicator } from "./form";
import { normalizeName } from "./normalizeName";
import { statesRule } from "./ruleTexts";
import { isRuleTitle } from "./ruleTitles";
import { sheetKind } from "./sheetKind";
import { textOf, viewSheet } from "./sheetView";
import { withoutWeight } from "./levels";

/** A row of a table of rules: what it is about, and how that is scored. */
interface SheetRule {
  readonly about: readonly string[];
  readonly rule: Cited<string>;
}

/** "评分标准", "计分方法", "标准": over the rules, wherever they stand; what stands below says whether it is one. */
export function isTitleOfRules(text: string): boolean {
  return (
    classifyTitle(text)?.kind === "standard" || isRuleTitle(text) || shortTitle.test(normalizeName(text))
  );
}

const shortTitle = /^.{0,6}(?:标准|规则|细则|办法)$/u;

/** The tables of rules on sheets that are no form: 三级指标 | 评分标准, under titles anywhere. */
function rulesOf(sheet: SheetSnapshot): readonly SheetRule[] {
  const hasTitle = Array.from(sheet.rows.values()).some((cells) =>
    Array.from(cells.values()).some(({ value }) => isTitleOfRules(textOf(value))),
  );
  // A table with a place for the score is a form, and its rules are its own.
  if (!hasTitle || sheetKind(sheet, 0) === "workingPaper" || findHeader(sheet).bands.length > 0) return [];
  const view = viewSheet(sheet);
  let titled: readonly number[] = [];
  const found: SheetRule[] = [];
  for (const row of Array.from(sheet.rows.keys()).sort((one, other) => one - other)) {
    const columns = Array.from(new Set([...(sheet.rows.get(row)?.keys() ?? []), ...titled]));
    const cells = columns.map((column) => ({ column, cell: view.cell(row, column) }));
    const titles = cells.filter(({ cell }) => isTitleOfRules(cell.text)).map(({ column }) => column);
    if (titles.length > 0) titled = titles;
    const isOfRules = (column: number): boolean => titled.includes(column);
    const about = cells.flatMap(({ column, cell }) => (isOfRules(column) ? [] : [plainName(cell.text)]));
    for (const { column, cell } of cells) {
      if (titles.length === 0 && isOfRules(column) && cell.text !== "")
        found.push({ about, rule: { value: cell.text, at: cell.at } });
    }
  }
  return found;
}

function plainName(text: string): string {
  return normalizeName(withoutWeight(text).name);
}

const ofAll = /^(?:所有|全部|各|其[他余它]|通用|一般|共性|定[量性]|绩效).{0,8}$|^指标$/u;

/**
 * The forms with what tables of rules on other sheets print for their rows: of the indicator by its name, else of its
 * level where the table goes no further; of 定量指标 or of all it is a note. A row with 评分标准 of its own goes by that.
 */
export function withRulesOnSheets(forms: readonly Form[], sheets: readonly SheetSnapshot[]): readonly Form[] {
  const rules = sheets.flatMap((sheet) => rulesOf(sheet));
  return rules.length === 0 ? forms : forms.map((form) => withRules(form, rules));
}

function withRules(form: Form, rules: readonly SheetRule[]): Form {
  const levels = new Set(form.indicators.flatMap(({ level1, level2 }) => [level1, level2].map(plainName)));
  // 产出指标 | 数量指标, and no indicator.
  const ofLevels = rules.filter(({ about }) =>
    about.every((text) => levels.has(text) || !/\p{L}/u.test(text)),
  );
  const named = (among: readonly SheetRule[], text: string): readonly SheetRule[] =>
    text === "" ? [] : among.filter(({ about }) => about.includes(plainName(text)));
  const rulesAbout = ({ name, level1, level2 }: Indicator): readonly SheetRule[] => {
    const own = [named(rules, name.value), named(ofLevels, level2), named(ofLevels, level1)];
    return own.find((found) => found.length > 0) ?? [];
  };
  const indicators = form.indicators.map((indicator) => {
    const said = rulesAbout(indicator).map(({ rule }) => rule);
    const own = normalizeName(indicator.standard?.value ?? "");
    // Beside 评分标准 only what says something else.
    const more = said.filter(
      ({ value }) => own === "" || (statesRule(value) && !own.includes(normalizeName(value))),
    );
    return more.length === 0 ? indicator : { ...indicator, beside: [...(indicator.beside ?? []), ...more] };
  });
  const ofRows = form.indicators.flatMap(rulesAbout);
  const isIn = (among: readonly SheetRule[], at: CellAddress): boolean =>
    among.some(({ rule }) => sameAddress(rule.at, at));
  const general = rules.filter(({ about }) => about.some((text) => ofAll.test(text)));
  const notes = [
    ...form.notes.filter(({ at }) => !isIn(ofRows, at) && !isIn(general, at)),
    ...general.filter(({ rule }) => !isIn(ofRows, rule.at)).map(({ rule }) => rule),
  ];
  return { ...form, indicators, notes };
}
