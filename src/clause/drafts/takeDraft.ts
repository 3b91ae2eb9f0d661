import type { Criterion } from "../../criteria/criterion";
import type { ClauseReading } from "../clauseReading";
import { draftForms, formOf } from "./draftForms";
import { oneLine } from "./typedReader";
import type { DraftKind, RuleDraft } from "./ruleDraft";

/** A draft with the numbers and words of a clause as it was read; whether it says all of it, its words have to show. */
export function takeDraft(clause: string, reading: ClauseReading, weight: number | null): RuleDraft | null {
  if (reading.state !== "read") return null;
  const { asks, pieces } = reading;
  const { veto, criterion } = behindVeto(reading.criterion);
  const definition = pieces
    .filter(({ use }) => use === "definition")
    .map(({ from, to }) => oneLine(clause.slice(from, to)))
    .join("。");
  for (const kind of Object.keys(draftForms) as DraftKind[]) {
    const draft = formOf(kind).fromCriterion(criterion, asks, weight);
    if (draft === null) continue;
    const fields = { ...draft.fields, veto, ...("definition" in draft.fields ? { definition } : {}) };
    return { ...draft, fields } as RuleDraft;
  }
  return null;
}

/** 存在挪用资金的，本项得0分, before the rest. */
function behindVeto(criterion: Criterion): { readonly veto: string; readonly criterion: Criterion } {
  if (criterion.kind !== "gate") return { veto: "", criterion };
  const [gate, ...more] = criterion.gates;
  if (gate === undefined || "exempt" in gate || more.length > 0) return { veto: "", criterion };
  const { when, gives } = gate;
  if (gives !== "nothing" || when.of !== "says" || when.word !== "是") return { veto: "", criterion };
  return { veto: when.said, criterion: criterion.then };
}
