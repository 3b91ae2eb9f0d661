import { spawn } from "node:child_process";
import { format } from "node:util";
import { vi } from "vitest";
import { commandLine } from "../../src/cli/commandLine";
import { program } from "./program";

export interface CliRun {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in this process: what it says to the console is kept. Compiling and warming up the program is most
 * of the time of a process of its own. */
export async function runCli(...args: readonly string[]): Promise<CliRun> {
  return said(() => commandLine(args));
}

/** What a command says to the console, and its exit code. */
export async function said(command: () => Promise<number>): Promise<CliRun> {
  const kept = { stdout: "", stderr: "" };
  const keep =
    (name: keyof typeof kept) =>
    (first: unknown, ...rest: readonly unknown[]) => {
      kept[name] += `${format(first, ...rest)}\n`;
    };
  const spies = [
    vi.spyOn(console, "log").mockImplementation(keep("stdout")),
    vi.spyOn(console, "error").mockImplementation(keep("stderr")),
  ];
  try {
    return { exit: await command(), ...kept };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The command line in a process of its own. */
export async function runCliAlone(...args: readonly string[]): Promise<CliRun> {
  return started([await program("main"), ...args]);
}

/** The command line exactly as package.json starts it. */
export async function runCliAsWritten(...args: readonly string[]): Promise<CliRun> {
  return started(["scripts/run.mjs", "main", ...args]);
}

async function started(command: readonly string[]): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", (exit) => {
      resolve({ exit, stdout, stderr });
    });
  });
}
