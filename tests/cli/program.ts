import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { inject } from "vitest";

/** The command line in one file, made by the compiler that tsx uses. A test starts dozens of processes; each would
 * otherwise find and translate several hundred files first. Made once in a run. Returns the path. */
export async function program(name: "main" | "try" | "review"): Promise<string> {
  const file = join(inject("scratch"), `${name}.mjs`);
  if (!existsSync(file)) {
    // Another worker may be doing the same: the finished file comes into place whole.
    const own = join(inject("scratch"), `${name}-${process.pid}.mjs`);
    await build({
      entryPoints: [`src/cli/${name}.ts`],
      outfile: own,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
    });
    await rename(own, file);
  }
  return file;
}
