import { useEffect, useRef, type FocusEvent } from "react";

/**
 * When what had the keyboard disappears (a form that was written, a bar that was closed), the keyboard goes to the
 * heading or the list that is now in sight, instead of back to the start of the page. Never takes it from elsewhere:
 * whoever clicked into the sheet stays there.
 */
export function useKeptFocus(): {
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
} {
  const inside = useRef(false);
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    const homes = document.querySelectorAll<HTMLElement>(
      "main h2[tabindex='-1'], main [data-row][tabindex='0']",
    );
    [...homes].find((home) => home.offsetParent !== null)?.focus();
  });
  return {
    onFocus: () => {
      inside.current = true;
    },
    // Not called for an element that React takes away: then the keyboard is still ours.
    onBlur: (event) => {
      const to = event.relatedTarget;
      if (!(to instanceof Node) || !event.currentTarget.contains(to)) inside.current = false;
    },
  };
}
