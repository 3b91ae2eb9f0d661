import { useEffect, useRef, type RefObject } from "react";

/** What of a quote has been on the screen: a long one never is all at once. */
type Seen = Readonly<Record<"first" | "last", boolean>>;

/**
 * For a list of quotes ([data-quote], with the ids of their facts): tells which of them have been on the screen from the
 * first to the last line, behind no bar. Only those that are still wanted, and whenever something may have come into sight.
 */
export function useShownQuotes<Place extends HTMLElement>(
  wanted: readonly string[],
  tell: (factIds: readonly string[]) => void,
): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const seen = useRef(new Map<string, Seen>());
  const look = useRef<() => void>(() => undefined);
  useEffect(() => {
    look.current = () => {
      const quotes = [...(place.current?.querySelectorAll<HTMLElement>("[data-quote]") ?? [])];
      const shown = quotes.flatMap((quote) => {
        const id = quote.dataset["quote"] ?? "";
        if (!wanted.includes(id)) return [];
        // Other words are to be seen anew.
        const words = `${id} ${quote.textContent}`;
        const before = seen.current.get(words);
        const { top, bottom } = quote.getBoundingClientRect();
        const now = {
          first: before?.first === true || isOnScreen(quote, top + edge),
          last: before?.last === true || isOnScreen(quote, bottom - edge),
        };
        seen.current.set(words, now);
        return now.first && now.last ? [id] : [];
      });
      if (shown.length > 0) tell(shown);
    };
    const frame = requestAnimationFrame(look.current);
    return () => {
      cancelAnimationFrame(frame);
    };
  });
  useEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        look.current();
      });
    };
    // The pane scrolls in itself, or in a part of the page.
    document.addEventListener("scroll", soon, { capture: true, passive: true });
    window.addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("scroll", soon, { capture: true });
      window.removeEventListener("resize", soon);
    };
  }, []);
  return place;
}

/** Pixels inside of a quote at which its first and its last line are. */
const edge = 5;

function isOnScreen(quote: HTMLElement, y: number): boolean {
  const { left, width } = quote.getBoundingClientRect();
  return quote.contains(document.elementFromPoint(left + Math.min(16, width / 2), y));
}
