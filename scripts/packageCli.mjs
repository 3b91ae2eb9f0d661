import { copyFile, cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundleCli } from "./bundleCli.mjs";
import { licenseText, packageFolder } from "./listLicenses.mjs";

const root = path.join(import.meta.dirname, "..");
const pool = path.join(root, "node_modules/tinypool");

/** The command line as a folder that needs Node and nothing else: node main.mjs 自评表.xlsx. Its threads begin in a file of
 * tinypool's own, so that this one stands in it as a package. */
export async function packageCli(folder) {
  await rm(folder, { recursive: true, force: true });
  const inputs = await bundleCli(folder);
  const kept = path.join(folder, "node_modules/tinypool");
  for (const part of ["package.json", "LICENSE", "dist"]) {
    await cp(path.join(pool, part), path.join(kept, part), { recursive: true });
  }
  await copyFile(path.join(root, "LICENSE"), path.join(folder, "LICENSE.txt"));
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  // What makes it a folder of modules, and says which it is.
  const about = { name: "jx-self-evaluation-cli", version, private: true, type: "module" };
  await writeFile(path.join(folder, "package.json"), `${JSON.stringify(about, null, 2)}\n`);
  const used = inputs.flatMap((file) => packageFolder(path.join(root, file)) ?? []);
  await writeFile(path.join(folder, "THIRD-PARTY-LICENSES.txt"), licenseText([...new Set(used), pool]));
}
