/* node scripts/run.mjs <main|try> …: the command line of this checkout, bundled, and never an old one. The bundle stands in
 * node_modules/.cache; it is made anew when any file that went into it has changed. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import module from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "..");
const cache = path.join(root, "node_modules/.cache/jx-cli");
const current = path.join(cache, "current.json");
/** A bundle that is not the newest may still be running. */
const keptFor = 24 * 60 * 60 * 1000;

const [, , name, ...args] = process.argv;
const folder = madeBefore() ?? (await make());
process.argv = [process.argv[0], path.join(folder, `${name}.mjs`), ...args];
// Newer versions of Node keep what they compiled.
module.enableCompileCache?.();
await import(pathToFileURL(process.argv[1]).href);

/** What says whether a file has changed. */
function stamp(file) {
  const { mtimeMs, size } = statSync(path.join(root, file));
  return `${mtimeMs} ${size}`;
}

/** The bundle that was made before, if everything is as it was then. */
function madeBefore() {
  try {
    const { made, inputs } = JSON.parse(readFileSync(current, "utf8"));
    const isNew = Object.entries(inputs).every(([file, before]) => stamp(file) === before);
    const place = path.join(cache, made);
    return isNew && existsSync(path.join(place, `${name}.mjs`)) ? place : null;
  } catch {
    return null;
  }
}

async function make() {
  const { bundleCli } = await import("./bundleCli.mjs");
  let place;
  try {
    mkdirSync(cache, { recursive: true });
    place = mkdtempSync(path.join(cache, "made-"));
  } catch {
    // A checkout that cannot be written into.
    place = mkdtempSync(path.join(tmpdir(), "jx-cli-"));
    process.on("exit", () => rmSync(place, { recursive: true, force: true }));
    symlinkSync(path.join(root, "node_modules"), path.join(place, "node_modules"), "junction");
    await bundleCli(place);
    return place;
  }
  const files = await bundleCli(place);
  const own = ["scripts/bundleCli.mjs", "scripts/run.mjs", ...files.filter((file) => !file.startsWith("("))];
  const inputs = Object.fromEntries(own.map((file) => [file, stamp(file)]));
  const next = `${place}.json`;
  writeFileSync(next, JSON.stringify({ made: path.basename(place), inputs }));
  renameSync(next, current);
  for (const old of readdirSync(cache)) {
    const other = path.join(cache, old);
    if (other !== place && other !== current && Date.now() - statSync(other).mtimeMs > keptFor)
      rmSync(other, { recursive: true, force: true });
  }
  return place;
}
