import { existsSync } from "node:fs";
import { rename, rm, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { inject } from "vitest";
import { bundleCli } from "../../scripts/bundleCli.mjs";

/** The command line as it is shipped. A test starts dozens of processes; each would otherwise find and translate several
 * hundred files first. Made once in a run. Returns the path. */
export async function program(name: "main" | "try" | "review"): Promise<string> {
  const folder = join(inject("scratch"), "cli");
  if (!existsSync(folder)) {
    // Another worker may be doing the same: the finished folder comes into place whole.
    const own = join(inject("scratch"), `cli-${process.pid}`);
    await bundleCli(own);
    await symlink(resolve("node_modules"), join(own, "node_modules"), "junction");
    await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
  }
  return join(folder, `${name}.mjs`);
}
