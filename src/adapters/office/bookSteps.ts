/** Where a step finds its objects: proxies of one request context, by name. */
interface Book {
  readonly context: Excel.RequestContext;
  readonly sheet: (name: string) => Excel.Worksheet;
}

/** A piece of work that can be queued on its own. */
export interface Step {
  /** About the bytes that it adds to the request; where something is asked, the cells of the answer. */
  readonly size: number;
  readonly queue: (book: Book) => void;
}

/** Most that goes into one request: Excel on the web takes no more than 5 MB. */
export const bytesPerRequest = 3_500_000;

export function step(size: number, queue: (book: Book) => void): Step {
  return { size, queue };
}

export function deletion(proxy: { readonly delete: () => void }): Step {
  return step(300, () => {
    proxy.delete();
  });
}

/** Queues all steps and syncs once; in more requests only when they are too large. `sent` hears after every
 * request how many of the steps it brought through. */
export async function sendSteps(
  context: Excel.RequestContext,
  steps: readonly Step[],
  limit: number,
  sent: (count: number) => void = () => undefined,
): Promise<void> {
  if (steps.length === 0) return;
  let size = 0;
  const over = steps.findIndex((each) => (size += each.size) > limit);
  const count = over === -1 ? steps.length : Math.max(1, over);
  const book = bookOf(context);
  for (const each of steps.slice(0, count)) each.queue(book);
  await context.sync();
  sent(count);
  await sendSteps(context, steps.slice(count), limit, sent);
}

function bookOf(context: Excel.RequestContext): Book {
  const sheets = new Map<string, Excel.Worksheet>();
  return {
    context,
    sheet: (name) => {
      const sheet = sheets.get(name) ?? context.workbook.worksheets.getItem(name);
      sheets.set(name, sheet);
      return sheet;
    },
  };
}

/** About the bytes of a value in the request: Chinese letters take three. */
export function bytesOf(value: unknown): number {
  return 3 * JSON.stringify(value).length + 300;
}
