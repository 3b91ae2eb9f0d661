import { checks } from "../findings/checks";
import type { NewBook } from "../workbook/newBook";
import { layDesk } from "./desk";
import type { KeptBook } from "./previousBook";
import type { ReviewRecord } from "./reviewed";
import { differencePlan } from "./sheets/differenceSheet";
import { findingsPlan } from "./sheets/findingsSheet";
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
  const kept = (sheet: string) => previous?.get(sheet) ?? null;
  const differences = differencePlan(desk, kept("差异表"));
  const findings = findingsPlan(desk, checks, kept("问题清单"));
  const findingRows = new Map(
    desk.forms.flatMap(({ number }) => {
      const row = firstRowOf(findings, ({ form }) => form?.number === number);
      return row === null ? [] : [[number, row] as const];
    }),
  );
  const summary = summaryPlan(desk, { differences, findingRows, kept: kept("汇总") });
  const sheets = [tableSheet(summary), tableSheet(differences), tableSheet(findings)];
  return { title: "绩效自评复核", sheets: [...sheets, tableSheet(unreadPlan(desk, kept("未读出的文件")))] };
}
