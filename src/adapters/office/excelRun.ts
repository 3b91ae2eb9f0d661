import type { Watch } from "../../workbook/port";

/** How work reaches Excel: Excel.run of office.js, or the same function of a client loaded for a test. */
export type ExcelRun = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** Raised between two round trips where the action is to be stopped. */
export class StopError extends Error {}

/** Tells whoever looks on of every round trip of a reading, and ends it between two of them when he wants. */
export function watchTrips(context: Excel.RequestContext, watch: Watch | undefined): Excel.RequestContext {
  if (watch === undefined) return context;
  const sync = context.sync.bind(context);
  let trips = 0;
  context.sync = async (value) => {
    watch.step("read", (trips += 1), 0);
    const passed = await sync(value);
    if (!(await watch.goOn())) throw new StopError();
    return passed;
  };
  return context;
}
