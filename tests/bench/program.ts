import { symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundleCli } from "../../scripts/bundleCli.mjs";

/** The command line as it is shipped, in a folder elsewhere. Returns the path of what is started. */
export async function program(folder: string): Promise<string> {
  await bundleCli(folder);
  // Where the pool of threads is found from there.
  await symlink(resolve("node_modules"), join(folder, "node_modules"), "junction");
  return join(folder, "main.mjs");
}
