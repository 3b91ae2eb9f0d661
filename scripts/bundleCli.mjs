/* The command line as a few files of plain JavaScript. Starting hundreds of source files through a translator takes
 * seconds; these start in a fifth of one, and their threads load them again. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..");

/** What a person starts (it runs something when it is loaded), and whatever runs in a thread of its own (src/cli/…Worker.ts). */
async function entries() {
  const folder = path.join(root, "src/cli");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts"));
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
  return names.filter((name, index) => name.endsWith("Worker.ts") || /^await run\(/m.test(texts[index]));
}

/** Writes <name>.mjs for everything that is started, and what they share. Resolves to the files that went in, relative to the
 * repository. tinypool stays a package: its threads begin in a file of its own. @throws Error of esbuild */
export async function bundleCli(outdir) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: (await entries()).map((name) => `src/cli/${name}`),
    outdir: path.resolve(outdir),
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "utf8",
    outExtension: { ".js": ".mjs" },
    external: ["tinypool"],
    metafile: true,
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs);
}
