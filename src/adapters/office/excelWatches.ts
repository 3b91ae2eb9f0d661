import { endWatches, type AddWatch, type Join, type Watch } from "./excelEvents";

/** Event handlers that ride along with a reading: opening the pane takes no round trip for them. */
interface ExcelWatches {
  readonly add: Join;
  /** Queues those that Excel does not know yet; to be told once the request has come through. */
  readonly queue: (context: Excel.RequestContext) => () => void;
  readonly isListening: () => boolean;
}

export function excelWatches(): ExcelWatches {
  /** null: Excel does not know them yet. */
  const known = new Map<AddWatch, readonly Watch[] | null>();
  return {
    add: (watch) => {
      known.set(watch, null);
      return () => {
        void endWatches(known.get(watch) ?? []).catch(() => undefined);
        known.delete(watch);
      };
    },
    queue: (context) => {
      const waiting = Array.from(known).flatMap(([watch, watches]) => (watches === null ? [watch] : []));
      const queued = waiting.map((watch) => ({ watch, watches: watch(context) }));
      return () => {
        for (const { watch, watches } of queued) {
          if (known.has(watch)) known.set(watch, watches);
          else void endWatches(watches).catch(() => undefined);
        }
      };
    },
    isListening: () => known.size > 0 && Array.from(known.values()).every((watches) => watches !== null),
  };
}
