import { systemReason } from "./systemReason";

/** 0 scored, or nothing open; 1 something is open, unconfirmed or differs; 2 something given could not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** Runs what a person started; its exit code is the worst of what happened. */
export async function run(main: (args: readonly string[]) => Promise<ExitCode>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // Whoever was reading has gone (| head): the files are written all the same, and nothing more is said.
      if (error.code === "EPIPE" || error.code === "EOF") return;
      process.exitCode = 2;
      if (stream === process.stdout) console.error(`结果没有显示完。原因：${systemReason(error)}`);
    });
  }
  const worst = await main(process.argv.slice(2));
  process.exitCode = Math.max(worst, Number(process.exitCode ?? 0));
}

export function printJson(results: readonly object[]): void {
  console.log(JSON.stringify(results, null, 2));
}

export function complain(message: string): ExitCode {
  console.error(message);
  return 2;
}
