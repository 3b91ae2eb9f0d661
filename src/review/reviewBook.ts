import { checks } from "../findings/checks";
import type { NewBook } from "../workbook/newBook";
import { crossForms } from "./crossForms";
import { layDesk } from "./desk";
import { criteriaTitles, focusEntries, usualCriteria, type FocusCriteria } from "./focusList";
import type { KeptBook } from "./previousBook";
import type { ReviewRecord } from "./reviewed";
import { differencePlan } from "./sheets/differenceSheet";
import { findingsPlan } from "./sheets/findingsSheet";
import { focusSheet } from "./sheets/focusSheet";
import { poolPlan } from "./sheets/poolSheet";
import { relationsPlan } from "./sheets/relationsSheet";
import { summaryPlan } from "./sheets/summarySheet";
import { firstRowOf, tableSheet } from "./sheets/tableSheet";
import { unreadPlan } from "./sheets/unreadSheet";

interface ReviewOptions {
  /** An earlier copy, whose typed cells are kept; null: there is none. */
  readonly previous: KeptBook | null;
}

/** 复核.xlsx, made from the records alone: the same records give the same workbook. */
export function reviewBook(records: readonly ReviewRecord[], { previous }: ReviewOptions): NewBook {
  const desk = layDesk(records);
  const kept = (sheet: string) => previous?.sheets.get(sheet) ?? null;
  const differences = differencePlan(desk, kept("差异表"));
  const findings = findingsPlan(desk, checks, kept("问题清单"));
  const findingRows = new Map(
    desk.forms.flatMap(({ number }) => {
      const row = firstRowOf(findings, ({ form }) => form?.number === number);
      return row === null ? [] : [[number, row] as const];
    }),
  );
  const summary = summaryPlan(desk, { differences, findingRows, kept: kept("汇总") });
  const relations = crossForms(desk);
  const criteria = keptCriteria(usualCriteria(desk.forms.length), previous);
  const pool = poolPlan(focusEntries(desk, relations, criteria), criteria);
  return {
    title: "绩效自评复核",
    sheets: [
      tableSheet(summary),
      tableSheet(differences),
      tableSheet(findings),
      tableSheet(relationsPlan(relations, kept("横向比对"))),
      focusSheet(pool, criteria),
      tableSheet(unreadPlan(desk, kept("未读出的文件"))),
      tableSheet(pool),
    ],
  };
}

/** As people have set them in the earlier copy. */
function keptCriteria(usual: FocusCriteria, previous: KeptBook | null): FocusCriteria {
  const pairs = criteriaTitles.map(([name, title]) => [name, previous?.criteria.get(title) ?? usual[name]]);
  return { ...usual, ...(Object.fromEntries(pairs) as FocusCriteria) };
}
