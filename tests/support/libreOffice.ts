import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Separator comma, UTF-8, values as they are shown, every sheet into a file of its own. */
const csvFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

/** The sheets of a workbook as LibreOffice shows them with the stored results: name → CSV lines. */
export async function libreOfficeCsv(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const files = await convert(bytes, csvFilter, ".csv");
  return new Map(
    [...files].map(([name, content]) => [
      name.replace(/^form-/, "").replace(/\.csv$/, ""),
      new TextDecoder().decode(content),
    ]),
  );
}

/** The workbook opened and saved again by LibreOffice. */
export async function libreOfficeXlsx(bytes: Uint8Array): Promise<Uint8Array> {
  const files = await convert(bytes, "xlsx:Calc MS Excel 2007 XML", ".xlsx");
  const [file] = files.values();
  if (file === undefined) throw new Error("LibreOffice wrote no file");
  return file;
}

/** Many workbooks, in one process: file → sheet → CSV lines with values as they are stored. */
export async function libreOfficeCsvs(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const written = await convertAll(
    files,
    csvFilter.replace(",false,true,false", ",false,false,false"),
    ".csv",
  );
  const sheets = new Map(Array.from(files.keys(), (file) => [file, new Map<string, string>()]));
  for (const [name, content] of written) {
    const file = [...files.keys()].find((each) => name.startsWith(`${each.replace(/\.\w+$/u, "")}-`));
    const sheet = name.slice((file ?? "").replace(/\.\w+$/u, "").length + 1, -".csv".length);
    sheets.get(file ?? "")?.set(sheet, new TextDecoder().decode(content));
  }
  return sheets;
}

async function convert(
  bytes: Uint8Array,
  filter: string,
  ending: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await convertAll(new Map([["form.xlsx", bytes]]), filter, ending);
  if (files.size === 0) throw new Error("LibreOffice could not open the file");
  return files;
}

async function convertAll(
  inputs: ReadonlyMap<string, Uint8Array>,
  filter: string,
  ending: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "jx-office-"));
  try {
    const output = join(folder, "out");
    const paths = [...inputs.keys()].map((name) => join(folder, name));
    for (const [name, bytes] of inputs) await writeFile(join(folder, name), bytes);
    // A profile of its own: LibreOffice lets only one process use a profile at a time.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    await run("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", output, ...paths], {
      timeout: 100_000 + inputs.size * 4000,
    });
    const names = (await readdir(output)).filter((name) => name.endsWith(ending));
    const files = names.map(
      async (name) => [name, new Uint8Array(await readFile(join(output, name)))] as const,
    );
    return new Map(await Promise.all(files));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
