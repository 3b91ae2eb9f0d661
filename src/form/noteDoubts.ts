import { a1 } from "../workbook/cell";
import type { AroundCell, TablePlaces } from "./aroundTable";
import type { Indicator } from "./form";
import { withDoubts } from "./goalDoubts";
import { ofRowsBelow } from "./leftovers";
import { bareName, normalizeName } from "./normalizeName";
import { saysPartOfYear } from "./unsettledFigures";
import { standsUnderOwnLabel } from "./ruleTexts";
import { singleLine, type SheetView, type ViewCell } from "./sheetView";

/** A sentence of a text around the table, and what it is about. */
interface Remark {
  readonly words: string;
  readonly plain: string;
  readonly place: string;
  /** "*" or "①", which marks the figures that it is about; "": none. */
  readonly mark: string;
  readonly isNote: boolean;
  readonly isBetween: boolean;
  readonly row: number;
}

/**
 * The indicators with what the texts around the table say of their figures: by name (新建站点含上年3个), by a mark ("100人*"),
 * or of all of them, as of which day they were counted, which way the unsigned targets go.
 */
export function withNoteDoubts(
  view: SheetView,
  places: Pick<TablePlaces, "edges" | "rows">,
  around: readonly AroundCell[],
  indicators: readonly Indicator[],
): readonly Indicator[] {
  const remarks = remarksAround(view, places, around);
  const ofAll = remarks.filter(isOfAll);
  const above = remarks.filter(({ isBetween, words }) => isBetween && ofRowsBelow.test(words));
  const unsigned = remarks.filter(({ plain, isNote }) => isNote && ofUnsigned.test(plain));
  const names = indicators.map(({ name }) => bareName(name.value));
  return indicators.map((indicator) => {
    const name = bareName(indicator.name.value).replace(/\([^()]*\)$/u, "");
    const about = remarks.filter(
      (one) => saysOtherwise(one) && (namesRow(one.plain, name, names) || isMarked(one, indicator)),
    );
    const hasFigures = indicator.goal !== null && indicator.goal.actual.content !== null;
    const found = [
      ...about,
      ...above.filter(({ row }) => row < indicator.row),
      ...(hasFigures ? ofAll : []),
      ...(hasFigures && !/[≥≤<>＞＜=＝]/u.test(String(indicator.goal.target.content)) ? unsigned : []),
    ];
    const doubts = Array.from(new Set(found)).map(
      ({ place, words }) => `${place}写着“${words.slice(0, 60)}”，本行的数应怎样理解`,
    );
    return doubts.length === 0 ? indicator : withDoubts(indicator, doubts);
  });
}

function remarksAround(
  view: SheetView,
  { edges, rows }: Pick<TablePlaces, "edges" | "rows">,
  around: readonly AroundCell[],
): readonly Remark[] {
  return around.flatMap((cell): readonly Remark[] => {
    if (cell.text.length > longestRead || standsUnderOwnLabel(view, cell, edges.left)) return [];
    // 监控时点 | 2023年7月31日: a label and what stands behind it.
    const label = labelBefore(view, cell);
    const text = label === "" ? cell.text : `${label}：${cell.text}`;
    const isNote = noteLabel.test(normalizeName(text)) || cell.at.row > (rows.at(-1) ?? 0);
    return text.split(/[。；;\n\r]/u).flatMap((sentence) => {
      const words = singleLine(sentence);
      if (words === "") return [];
      const mark = /^(?:\(?注\)?[:：]?)?([*＊※★#①-⑳])/u.exec(words)?.[1] ?? "";
      const { isBetween } = cell;
      const where = { place: a1(cell.at), row: cell.at.row, isBetween };
      return [{ words, plain: normalizeName(words), mark, isNote, ...where }];
    });
  });
}

function labelBefore(view: SheetView, { at }: ViewCell): string {
  for (let column = at.column - 1; column > 0; column -= 1) {
    const { text } = view.cell(at.row, column);
    if (text !== "") return text.length < 12 ? text : "";
  }
  return "";
}

const longestRead = 2000;
const noteLabel = /^(?:注|备注|说明|填[报表]说明|其他|附注|[*※])/u;

const counted = /(?:[座人个次件户场家处项批条]?数量?|里程|面积|[比]?率|情况)$/u;

/** 受益行政村 of 受益行政村数; not 养护覆盖率 in 道路养护覆盖率, which is a row of its own. */
export function namesRow(plain: string, name: string, others: readonly string[]): boolean {
  const bare = name.replace(counted, "");
  const said = bare.length > 3 ? bare : name;
  return (
    said.length > 2 &&
    plain.includes(said) &&
    !others.some((other) => other.length > name.length && other.includes(said) && plain.includes(other))
  );
}

function isMarked({ mark }: Remark, { goal, basis, name }: Indicator): boolean {
  if (mark === "") return false;
  const texts = [goal?.target.content, goal?.actual.content, basis?.value, name.value];
  return texts.some((text) => typeof text === "string" && text.normalize("NFC").includes(mark));
}

const change =
  /调[整减增]|核[减定实]|剔除|重复|反向|逆向?指标|越[小低少大高多]越|以.{1,14}为准|更正|应[为按是]|变更|不得分|零分|0分|归零|扣\s*[\d一二三]|减半|不计/u;
const changeInNote = /含|上年|累计|估|初步|摸底|预计|截[至止]|其中|仅|未/u;
/** How the points of the form are made up. */
const setUp = /^.{0,20}(?:分值|权重)(?:为|是|[:])?\d+分?$|(?:\p{Script=Han}{2,16}\d{1,3}(?:分|%)[、,]?){2}/u;

function saysOtherwise({ plain, isNote, mark }: Remark): boolean {
  if (setUp.test(plain)) return false;
  return mark !== "" || change.test(plain) || (isNote && changeInNote.test(plain));
}

const ofSeveralYears = /(?:两|三|多|近\d|20\d\d[、和及-]20\d\d).{0,4}(?:年|累计)/u;

/** Of when the figures of all rows are, where that is no whole year. */
function isOfAll({ plain, isNote }: Remark): boolean {
  // Of the money alone.
  if (/执行数|预算|资金|支出/u.test(plain) && !/完成|指标|各项|本表/u.test(plain)) return false;
  if (plain.length > 60 || /^(?:填[报表]日期|联系)/u.test(plain)) return false;
  if (saysPartOfYear(plain)) return true;
  return isNote && ofSeveralYears.test(plain) && /完成|数据|指标|累计/u.test(plain);
}

/** Which way a target goes that has no sign. */
const ofUnsigned =
  /未?(?:没有?|未|无)(?:注明|标注|标明|写明?|填写?|带)?符号.{0,16}(?:[≤≥<>]|不?[超高低]|等于|反向)|(?:目标|指标)值?(?:均|都|一律)为?(?:上限|下限|不[超高低]|反向|[≤≥])/u;
