import type { Place } from "../../workbook/cell";
import type { CellContent, Edit } from "../../workbook/edit";
import type { RecordKey } from "../../workbook/snapshot";

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
  /** The edits of the plan that it carries out, alone or with its neighbours. */
  readonly edits?: readonly Edit[];
  /** Cells whose content it writes. */
  readonly cells?: readonly WrittenCell[];
  readonly record?: WrittenRecord;
}

export interface WrittenCell extends Place {
  readonly content?: CellContent;
}

/** A record as it will stand once the plan is applied; the part's id is known after the sync. */
export interface WrittenRecord {
  readonly key: RecordKey;
  readonly json: string | null;
  part: Excel.CustomXmlPart | null;
  readonly partId: string | null;
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
 * request how many of the steps it brought through, `sending` before it, which of how many requests it is. Where a
 * request fails, the error's trace messages are the numbers in it of the steps that were begun. */
export async function sendSteps(
  context: Excel.RequestContext,
  steps: readonly Step[],
  limit: number,
  sent: (count: number) => void = () => undefined,
  sending: (at: number, of: number) => void = () => undefined,
): Promise<void> {
  const requests = requestsOf(steps, limit);
  const send = async (index: number): Promise<void> => {
    const request = requests[index];
    if (request === undefined) return;
    sending(index + 1, requests.length);
    const book = bookOf(context);
    for (const [at, each] of request.entries()) {
      context.trace(String(at));
      each.queue(book);
    }
    await context.sync();
    sent(request.length);
    await send(index + 1);
  };
  await send(0);
}

function requestsOf(steps: readonly Step[], limit: number): readonly (readonly Step[])[] {
  const requests: Step[][] = [];
  let size = 0;
  for (const each of steps) {
    size += each.size;
    const last = requests.at(-1);
    if (last !== undefined && size <= limit) last.push(each);
    else {
      requests.push([each]);
      size = each.size;
    }
  }
  return requests;
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
