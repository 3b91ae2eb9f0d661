import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MadePackage, StatsModule } from "../../scripts/package.mjs";

/** The address that the package of the tests is made for; nothing answers there. */
export const packageUrl = "https://intranet.example/jx/";

const out = "dist-tests";
const made = join(out, "made.json");
const lock = join(out, "lock");

const folders = ["src", "samples", "assets", "docs", "scripts"];
const files = [
  "LICENSE",
  "manifest.xml",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
  "webpack.config.js",
];

/** The package for the administrator, made unless it is newer than all that it is made from. The browser tests look at
 * the same files as the tests of the package; several test files wait for one build. */
export async function builtPackage(): Promise<MadePackage> {
  mkdirSync(out, { recursive: true });
  await locked();
  try {
    const changed = Math.max(...folders.flatMap(changesIn), ...files.map(changeOf));
    if (existsSync(made) && changeOf(made) > changed)
      return JSON.parse(readFileSync(made, "utf8")) as MadePackage;
    rmSync(made, { force: true });
    // Only now: the bundler and its plugins take a second to load, in every file of browser tests.
    const { makePackage } = await import("../../scripts/package.mjs");
    const built = await makePackage({ url: packageUrl, out });
    const kept: MadePackage = { ...built, stats: { modules: named(built.stats.modules ?? []) } };
    writeFileSync(made, JSON.stringify(kept));
    return kept;
  } finally {
    rmSync(lock, { force: true });
  }
}

async function locked(): Promise<void> {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch {
      // Somebody builds; a lock that an interrupted run left behind is taken over.
      if (!(await isHeld())) rmSync(lock, { force: true });
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}

/** Whether the process that took the lock still runs; one that is just taking it does. */
async function isHeld(): Promise<boolean> {
  const pid = Number(await readFile(lock, "utf8").catch(() => "0"));
  if (pid === 0) return true;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Folders as well: a file that is gone changes the one it was in. */
function changesIn(folder: string): readonly number[] {
  const inside = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return [folder, ...inside.map((file) => join(folder, file))].map(changeOf);
}

function changeOf(path: string): number {
  return statSync(path).mtimeMs;
}

/** Of the bundler's long account only which file each module is. */
function named(modules: readonly StatsModule[]): readonly StatsModule[] {
  return modules.map(({ nameForCondition, modules: inner }) => ({
    ...(nameForCondition === undefined ? {} : { nameForCondition }),
    ...(inner === undefined ? {} : { modules: named(inner) }),
  }));
}
