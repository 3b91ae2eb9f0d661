import type { EditPlan } from "../../workbook/edit";
import { recordXml } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";
import type { BookBefore } from "./bookBefore";
import { bytesOf, step, type Step } from "./bookSteps";
import type { RecordPlace } from "./readMemory";

interface UndoneRecords {
  readonly steps: readonly Step[];
  /** Parts that had to be made anew; their ids are known after the sync. */
  readonly remade: readonly {
    readonly key: RecordKey;
    readonly json: string;
    part: Excel.CustomXmlPart | null;
  }[];
}

/** Takes new record parts away, gives changed ones their text back and makes deleted ones again. */
export function undoRecords(
  plan: EditPlan,
  partIds: ReadonlySet<string>,
  before: BookBefore,
  places: ReadonlyMap<RecordKey, RecordPlace>,
): UndoneRecords {
  const keys = new Set(plan.edits.flatMap((edit) => (edit.kind === "record" ? [edit.key] : [])));
  if (keys.size === 0) return { steps: [], remade: [] };
  const steps: Step[] = Array.from(partIds)
    .filter((id) => !before.partIds.includes(id))
    .map((id) =>
      step(300, ({ context }) => {
        context.workbook.customXmlParts.getItem(id).delete();
      }),
    );
  const remade: { key: RecordKey; json: string; part: Excel.CustomXmlPart | null }[] = [];
  for (const [key, { partId, json }] of places) {
    if (!keys.has(key)) continue;
    const xml = recordXml(key, json);
    const kept = partIds.has(partId);
    const again = { key, json, part: null as Excel.CustomXmlPart | null };
    if (!kept) remade.push(again);
    steps.push(
      step(bytesOf(xml), ({ context }) => {
        const parts = context.workbook.customXmlParts;
        if (kept) parts.getItem(partId).setXml(xml);
        else again.part = parts.add(xml).load("id");
      }),
    );
  }
  return { steps, remade };
}
