import { availableParallelism } from "node:os";

/** What came of one item: what its task gave, or what it was that it threw (the worker's own end included). */
type Answer<Result> = { readonly result: Result } | { readonly thrown: unknown };

interface Work {
  /** A module whose default export does one item and gives a promise of what came of it. */
  readonly module: URL;
  /** What every worker is told once; the module finds it in `workerData`. */
  readonly told: unknown;
  /** How many threads work at once. */
  readonly workers: number;
}

/**
 * Does many things in several threads, and gives what came of each in the order of the items. A task that throws, or whose
 * thread ends, is an answer like any other: it keeps no other from being done. No more than twice as many items as there are
 * threads are under way or wait for an earlier one, however many there are. Everything given and told is copied.
 */
export async function* inWorkers<Result>(
  items: readonly unknown[],
  { module, told, workers }: Work,
): AsyncGenerator<Answer<Result>, void, undefined> {
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: module.href,
    minThreads: workers,
    maxThreads: workers,
    workerData: told,
    // Files are large beside what is said of them: a thread that waits may as well sleep.
    idleTimeout: 60_000,
  });
  try {
    const under: Promise<Answer<Result>>[] = [];
    const start = (item: unknown): void => {
      under.push(
        (pool.run(item) as Promise<Result>).then(
          (result) => ({ result }),
          (thrown: unknown) => ({ thrown }),
        ),
      );
    };
    items.slice(0, workers * 2).forEach(start);
    for (let index = 0; index < items.length; index += 1) {
      const first = under.shift();
      if (first === undefined) return;
      yield await first;
      const next = items[index + workers * 2];
      if (next !== undefined) start(next);
    }
  } finally {
    await pool.destroy();
  }
}

/** A thread that has fewer files to do costs more than it saves: it has to load and to warm up first. */
const leastFiles = 20;
const mostUnasked = 4;

/** Threads that are of use for so many files, where nobody said how many: never more than there are cores. */
export function usefulWorkers(files: number): number {
  return Math.max(1, Math.min(mostUnasked, availableParallelism(), Math.floor(files / leastFiles)));
}
