/** Follows what is typed into the fields of a place, so that an edit can be given up. */
interface FieldEdits {
  /** The keyboard has come to an element. */
  readonly enter: (target: EventTarget | null) => void;
  /** What the field holds is meant: Enter. */
  readonly keep: (target: EventTarget | null) => void;
  /** Puts back what the field held when the keyboard came to it. False: it is no field, or holds that still. */
  readonly giveUp: (target: EventTarget | null) => boolean;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

const typedInto = new Set(["text", "search", "number", "date", "tel", "url", "email"]);

export function followFields(): FieldEdits {
  let held: { readonly field: TextField; readonly text: string } | null = null;
  const keep = (target: EventTarget | null) => {
    held = isTextField(target) ? { field: target, text: target.value } : null;
  };
  return {
    enter: keep,
    keep,
    giveUp: (target) => {
      if (held === null || held.field !== target || held.field.value === held.text) return false;
      putIn(held.field, held.text);
      return true;
    },
  };
}

function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && typedInto.has(target.type);
}

/** As if it were typed: React looks away from what a script puts into `value`, and hears of it only from the event. */
function putIn(field: TextField, text: string): void {
  const own =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Reflect.set(own, "value", text, field);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
