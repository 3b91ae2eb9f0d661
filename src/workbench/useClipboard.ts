import type { ClipboardEvent } from "react";
import { areaA1, type Area } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import type { Problem } from "../workbook/port";
import type { SheetSnapshot } from "../workbook/snapshot";
import { clipboardHtml, clipboardText, copyCells } from "./copyCells";
import { planClear, planPaste, type ClipboardGrid } from "./pastePlan";
import { readClipboard } from "./readClipboardTable";

/** What was copied or cut here last: pasted here again it keeps its formulas. */
export interface Copied {
  readonly id: string;
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  readonly cut: boolean;
  /** Of the workbook: after any change what was cut is only copied. */
  readonly version: number;
}

/** Copying, cutting and pasting a range; a paste is one step. */
export function useClipboard(ask: {
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  readonly version: number;
  readonly copied: Copied | null;
  readonly onCopied: (copied: Copied | null) => void;
  readonly write: (edits: readonly Edit[], done: string) => Promise<boolean>;
  readonly onPasted: (area: Area) => void;
  readonly onProblem: (problem: Problem | null) => void;
  readonly say: (text: string) => void;
}) {
  const { sheet, area, version, copied } = ask;
  const put = (event: ClipboardEvent, cut: boolean) => {
    event.preventDefault();
    const id = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    const grid = copyCells(sheet, area);
    event.clipboardData.setData("text/plain", clipboardText(grid));
    event.clipboardData.setData("text/html", clipboardHtml(grid, sheet.merges, area, id));
    ask.onCopied({ id, sheet, area, cut, version });
    ask.say(cut ? `已剪切 ${areaA1(area)}，粘贴以后原处清空。` : `已复制 ${areaA1(area)}。`);
  };
  return {
    onCopy: (event: ClipboardEvent) => {
      put(event, false);
    },
    onCut: (event: ClipboardEvent) => {
      put(event, true);
    },
    onPaste: (event: ClipboardEvent) => {
      event.preventDefault();
      const html = event.clipboardData.getData("text/html");
      const id = /data-jx-copy="([\w-]+)"/u.exec(html)?.[1];
      const own = copied !== null && copied.id === id ? copied : null;
      const moving = own?.cut === true && own.version === version;
      const grid: ClipboardGrid =
        own === null
          ? readClipboard(event.clipboardData.getData("text/plain"), html)
          : copyCells(own.sheet, own.area, moving);
      const plan = planPaste(sheet, grid, area);
      if (!plan.ok) {
        ask.onProblem(plan.problem);
        return;
      }
      const { edits, area: pasted } = plan.value;
      // In this order: what is pasted over its own source stays.
      const left = moving ? planClear(own.sheet, own.area, "剪切") : [];
      void ask.write([...left, ...edits], `已粘贴到 ${areaA1(pasted)}。`).then((done) => {
        if (!done) return;
        ask.onPasted(pasted);
        if (moving) ask.onCopied(null);
      });
    },
  };
}
