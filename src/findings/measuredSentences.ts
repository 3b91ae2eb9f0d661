import type { Form } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { isOwnReason } from "../scorecard/ownFormulas";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { statedFigures } from "../words/statedFigures";
import { namesDocument, sentencesOf } from "./passages";

/** Shorter ones are alike by chance: "完成率100%". */
const shortest = 16;

/** A sentence of a form that tells what was measured: two forms never share it by chance. */
interface MeasuredSentence {
  /** Normalised, without its last sign. */
  readonly text: string;
  readonly row: number;
  readonly indicator: string;
}

/** The sentences with figures in the 评分依据 of a form; those that cite a paper are left out: every form cites them. */
export function measuredSentences(form: Form, snapshot: Snapshot): readonly MeasuredSentence[] {
  return form.indicators.flatMap(({ basis, row, name }) =>
    basis === null || isOwnReason(snapshotCell(snapshot, basis.at)?.formula)
      ? []
      : sentencesOf(basis.value).flatMap((sentence): MeasuredSentence | [] => {
          const text = normalizeName(sentence).replace(/[,，、]$/u, "");
          const isMeasured =
            Array.from(text).length >= shortest &&
            !namesDocument(sentence) &&
            statedFigures(sentence).some(({ kind }) => ["amount", "count", "rate", "actual"].includes(kind));
          return isMeasured ? { text, row, indicator: name.value } : [];
        }),
  );
}
