import type { Criterion } from "../../criteria/criterion";
import type { FactSpec } from "../../criteria/fact";
import { plainDigits } from "../../criteria/words";
import type { DraftForm } from "./draftForm";
import { definitionField, measureField, measureTyped, typedNumber } from "./measured";
import type { RatioDraft } from "./ruleDraft";
import { typedReader } from "./typedReader";

/** G4 as a person fills it in. */
export const ratioForm: DraftForm<RatioDraft> = {
  kind: "ratio",
  hint: "得分=率×分值，不超过分值。",
  fields: [
    measureField,
    {
      key: "nothingBelow",
      label: "低于多少（%）不得分",
      hint: "没有就不填。",
      decimal: true,
      optional: true,
    },
    {
      key: "fullFrom",
      label: "达到多少（%）得满分",
      hint: "没有就不填，达到100%得满分。",
      decimal: true,
      optional: true,
    },
    definitionField,
  ],
  rows: null,
  write: ({ fields }, weight) => {
    const read = typedReader(weight);
    const name = read.words("measure", fields.measure, "看哪一个数");
    const low = read.number("nothingBelow", fields.nothingBelow, "%");
    const high = read.number("fullFrom", fields.fullFrom, "%");
    for (const [at, bound] of [
      ["nothingBelow", low],
      ["fullFrom", high],
    ] as const)
      if (bound !== null && (bound <= 0 || bound > 100)) read.fault(at, "应大于0、不超过100（%）。");
    if (low !== null && high !== null && low >= high)
      read.fault("fullFrom", "应大于不得分的界限，请核对两个数。");
    if (read.problems.length > 0) return { problems: read.problems };
    const below = low === null ? "" : `；${name}低于${plainDigits(low)}%的，不得分`;
    const full = high === null ? "" : `；${name}达到${plainDigits(high)}%的，得满分`;
    return { words: `得分=${name}×分值，最高不超过分值${below}${full}。` };
  },
  fromCriterion: (criterion, asks) => {
    if (criterion.kind === "ratio") return filled(criterion, "", "", asks);
    if (criterion.kind !== "bands") return null;
    let [inside, low, high]: [Criterion | null, string, string] = [null, "", ""];
    for (const { then, from, fromIncluded, to, toIncluded } of criterion.bands) {
      if ("criterion" in then && inside === null) inside = then.criterion;
      else if (from === null && !toIncluded && "share" in then && then.share === 0)
        low = typedNumber(to, true);
      else if (to === null && fromIncluded && "share" in then && then.share === 1)
        high = typedNumber(from, true);
      else return null;
    }
    return inside?.kind === "ratio" ? filled(inside, low, high, asks) : null;
  },
};

function filled(
  { measure }: Extract<Criterion, { kind: "ratio" }>,
  nothingBelow: string,
  fullFrom: string,
  asks: readonly FactSpec[],
): RatioDraft | null {
  const named = measureTyped(measure, true, asks, ["%"]);
  if (named === null) return null;
  return {
    kind: "ratio",
    fields: { measure: named.measure, definition: "", veto: "", nothingBelow, fullFrom },
    rows: [],
  };
}
