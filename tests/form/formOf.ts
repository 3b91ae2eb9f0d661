import type { Form } from "../../src/form/form";
import { normalizeName } from "../../src/form/normalizeName";
import { readForms } from "../../src/form/readForms";
import type { Snapshot } from "../../src/workbook/snapshot";

/** The form, or the test fails with the reason that a user would read. */
export function formOf(snapshot: Snapshot, sheetName?: string): Form {
  const { main, noForm } = readForms(snapshot, sheetName);
  if (noForm !== null) throw new Error(noForm.why);
  return main;
}

/** What must not depend on where and how the form is laid out. */
export function meaningOf(form: Form): unknown {
  return form.indicators.map((indicator) => ({
    level1: indicator.level1,
    level2: indicator.level2,
    name: normalizeName(indicator.name.value),
    part: indicator.part,
    weight: indicator.weight.value,
    standard: indicator.standard?.value,
    typed: indicator.selfScore.typed,
    basis: indicator.basis?.value,
  }));
}
