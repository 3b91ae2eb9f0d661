import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TaskTimes } from "./comparedTask";
import { variedForms } from "./variedForms";

const run = promisify(execFile);

/** The same tasks on this checkout and on another one, by turns, so that whatever else the machine does meets both.
 * Prints the ratio of the medians. */
export async function benchAgainst(other: string, rounds = 5, count = 100): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "jx-bench-"));
  try {
    const [source, written] = [join(folder, "in"), join(folder, "out")];
    await mkdir(source);
    await mkdir(written);
    for (const { name, bytes, given } of await variedForms(count)) {
      await writeFile(join(source, name), bytes);
      await writeFile(join(source, `${name}.json`), JSON.stringify([...given]));
    }
    const times = async (checkout: string): Promise<TaskTimes> => {
      const task = ["--import", "tsx", "tests/bench/comparedTask.ts", checkout, source, written];
      const { stdout } = await run(process.execPath, task);
      return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as TaskTimes;
    };
    const pairs: { readonly before: TaskTimes; readonly now: TaskTimes }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Each goes first in every other round.
      const [one, two] = round % 2 === 0 ? [other, "."] : [".", other];
      const [first, second] = [await times(one), await times(two)];
      pairs.push(round % 2 === 0 ? { before: first, now: second } : { before: second, now: first });
    }
    console.log(`本代码 ÷ ${other}的处理器时间（各 ${rounds} 次，轮流；小于 1 是本代码快）`);
    for (const name of Object.keys(pairs[0]?.now ?? {})) {
      const before = median(pairs.map((pair) => pair.before[name] ?? Number.NaN));
      const now = median(pairs.map((pair) => pair.now[name] ?? Number.NaN));
      console.log(
        `  ${name}：${(now / before).toFixed(2)}（${now.toFixed(2)} ms，原来 ${before.toFixed(2)} ms）`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
