import { bandsForm } from "./bandsForm";
import { deductForm } from "./deductForm";
import type { DraftForm } from "./draftForm";
import { levelsForm } from "./levelsForm";
import { meetForm } from "./meetForm";
import { ratioForm } from "./ratioForm";
import type { DraftKind, RuleDraft } from "./ruleDraft";
import { steppedForm } from "./steppedForm";

/** Every kind of draft, in the order in which they are offered. */
export const draftForms: {
  readonly [Name in DraftKind]: DraftForm<Extract<RuleDraft, { kind: Name }>>;
} = {
  bands: bandsForm,
  stepped: steppedForm,
  deduct: deductForm,
  ratio: ratioForm,
  meet: meetForm,
  levels: levelsForm,
};

/** The form of a kind; a draft always fits its own. */
export function formOf(kind: DraftKind): DraftForm {
  return draftForms[kind] as DraftForm;
}
