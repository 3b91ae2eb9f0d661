import { checks } from "../findings/checks";
import { hundredGrades } from "../criteria/grade";
import type { Area } from "../workbook/cell";
import type { NewBook } from "../workbook/newBook";
import { compareLast } from "./compareLast";
import { crossForms } from "./crossForms";
import { layDesk } from "./desk";
import { criteriaTitles, focusEntries, usualCriteria, type FocusCriteria } from "./focusList";
import { indicatorAnalysis } from "./indicatorAnalysis";
import type { KeptBook } from "./previousBook";
import type { ReviewRecord } from "./reviewed";
import { matchRoster, type RosterEntry } from "./roster";
import { differencePlan } from "./sheets/differenceSheet";
import { findingsPlan } from "./sheets/findingsSheet";
import { focusSheet } from "./sheets/focusSheet";
import { indicatorPlan } from "./sheets/indicatorSheet";
import { lastPlan } from "./sheets/lastSheet";
import { ownSheet } from "./sheets/ownSheet";
import { poolPlan } from "./sheets/poolSheet";
import { talksPlan, usePlan } from "./sheets/recordSheets";
import { relationsPlan } from "./sheets/relationsSheet";
import { rosterPlan } from "./sheets/rosterSheet";
import { spreadChart, spreadSheet } from "./sheets/spreadSheet";
import { summaryPlan } from "./sheets/summarySheet";
import { firstRows, headRow, tableSheet } from "./sheets/tableSheet";
import { unreadPlan } from "./sheets/unreadSheet";

interface ReviewOptions {
  /** An earlier copy, whose typed cells are kept; null: there is none. */
  readonly previous: KeptBook | null;
  /** Records of the year before; absent: none were given. */
  readonly last?: readonly ReviewRecord[] | null;
  /** 应报名单, and Excel's number of the day on which it is asked. */
  readonly roster?: { readonly entries: readonly RosterEntry[]; readonly today: number } | null;
}

/** 复核.xlsx, made from the records alone: the same records give the same workbook. */
export function reviewBook(records: readonly ReviewRecord[], options: ReviewOptions): NewBook {
  const { previous, last = null, roster = null } = options;
  const desk = layDesk(records);
  const kept = (sheet: string) => previous?.sheets.get(sheet) ?? null;
  const differences = differencePlan(desk, kept("差异表"));
  const findings = findingsPlan(desk, checks, kept("问题清单"));
  const findingRows = firstRows(findings, ({ form }) => form?.number ?? null);
  const summary = summaryPlan(desk, { differences, findingRows, kept: kept("汇总") });
  const summarySheet = tableSheet(summary);
  const relations = crossForms(desk);
  const criteria = keptCriteria(usualCriteria(desk.forms.length), previous);
  const pool = poolPlan(focusEntries(desk, relations, criteria), criteria);
  const sheets = [
    { ...summarySheet, charts: [spreadChart(hundredGrades.length + 1, chartArea(summary.columns.length))] },
    tableSheet(differences),
    tableSheet(findings),
    tableSheet(relationsPlan(relations, kept("横向比对"))),
    focusSheet(pool, criteria),
    spreadSheet(summary),
    tableSheet(talksPlan(kept("沟通记录"))),
    tableSheet(usePlan(desk, summary, kept("结果应用与公开"))),
    tableSheet(indicatorPlan(indicatorAnalysis(desk), kept("指标分析"))),
    ...(last === null ? [] : [tableSheet(lastPlan(compareLast(desk, last), kept("与上年对比")))]),
    ...(roster === null
      ? []
      : [tableSheet(rosterPlan(matchRoster(desk, roster.entries, roster.today), kept("报送情况")))]),
    tableSheet(unreadPlan(desk, kept("未读出的文件"))),
    tableSheet(pool),
  ];
  const names = new Set([...sheets.map(({ name }) => name), "与上年对比", "报送情况"]);
  const own = (previous?.whole ?? []).filter(({ name }) => !names.has(name));
  return { title: "绩效自评复核", sheets: [...sheets, ...own.map(ownSheet)] };
}

/** Right of the table, past its hidden column. */
function chartArea(columns: number): Area {
  return { top: headRow, left: columns + 3, bottom: headRow + 18, right: columns + 12 };
}

/** As people have set them in the earlier copy. */
function keptCriteria(usual: FocusCriteria, previous: KeptBook | null): FocusCriteria {
  const pairs = criteriaTitles.map(([name, title]) => [name, previous?.criteria.get(title) ?? usual[name]]);
  return { ...usual, ...(Object.fromEntries(pairs) as FocusCriteria) };
}
