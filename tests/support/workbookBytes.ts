import { strToU8, zipSync } from "fflate";
import { a1, areaA1, quoteSheet } from "../../src/workbook/cell";
import { usedSize, type CellSnapshot, type SheetSnapshot, type Snapshot } from "../../src/workbook/snapshot";

/** What a snapshot does not say about a file. */
export interface BytesOptions {
  /** Sheets under protection, and which of their cells may be typed in. */
  readonly unlocked?: ReadonlyMap<string, (row: number, column: number) => boolean>;
  /** The namespaces of ISO 29500 Strict instead of the transitional ones. */
  readonly strict?: boolean;
}

type Unlocked = ((row: number, column: number) => boolean) | null;

const transitional = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
} as const;
const strictNames = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relations: "http://purl.oclc.org/ooxml/officeDocument/relationships",
} as const;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageTypes = "http://schemas.openxmlformats.org/package/2006";

/** A snapshot as the bytes of an .xlsx file of the plainest kind: texts inside the cells, no fonts, no theme. */
export function workbookBytes(snapshot: Snapshot, options: BytesOptions = {}): Uint8Array {
  const names = options.strict === true ? strictNames : transitional;
  const formats = [
    ...new Set(
      snapshot.sheets.flatMap((sheet) =>
        [...sheet.rows.values()].flatMap((cells) => [...cells.values()].flatMap((cell) => cell.format ?? [])),
      ),
    ),
  ];
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(snapshot.sheets.length),
    "_rels/.rels": relationships([`${names.relations}/officeDocument`, "xl/workbook.xml"]),
    "xl/workbook.xml": workbookPart(snapshot, names),
    "xl/_rels/workbook.xml.rels": relationships(
      ...snapshot.sheets.map(
        (_, index) => [`${names.relations}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
      ),
      [`${names.relations}/styles`, "styles.xml"],
    ),
    "xl/styles.xml": stylesPart(formats, names.main),
  };
  snapshot.sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetPart(sheet, {
      formats,
      main: names.main,
      unlocked: options.unlocked?.get(sheet.name) ?? null,
    });
  });
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(declaration + text)])),
    { level: 1 },
  );
}

function contentTypes(sheets: number): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kind}.${type}+xml"/>`;
  const all = Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}`, "worksheet"));
  return `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("styles", "styles")}${all.join("")}</Types>`;
}

function relationships(...list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageTypes}/relationships">${each.join("")}</Relationships>`;
}

function workbookPart(
  { sheets }: Snapshot,
  names: { readonly main: string; readonly relations: string },
): string {
  const list = sheets.map(
    ({ name, visibility }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" state="${visibility}" r:id="rId${index + 1}"/>`,
  );
  const areas = sheets.flatMap(({ name, printArea }, index) =>
    printArea === null
      ? []
      : [
          `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${escaped(
            printArea
              .map((area) => `${quoteSheet(name)}!${areaA1(area).replace(/[A-Z]+|\d+/gu, "$$$&")}`)
              .join(","),
          )}</definedName>`,
        ],
  );
  const defined = areas.length === 0 ? "" : `<definedNames>${areas.join("")}</definedNames>`;
  return `<workbook xmlns="${names.main}" xmlns:r="${names.relations}"><sheets>${list.join("")}</sheets>${defined}</workbook>`;
}

/** Style 2n is locked, 2n + 1 is not; n is 0 for General, else the number of the format. */
function stylesPart(formats: readonly string[], main: string): string {
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`,
  );
  const styles = ["0", ...formats.map((_, index) => String(200 + index))].flatMap((id) =>
    ["1", "0"].map(
      (locked) =>
        `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyProtection="1"><protection locked="${locked}"/></xf>`,
    ),
  );
  const numFmts = codes.length === 0 ? "" : `<numFmts count="${codes.length}">${codes.join("")}</numFmts>`;
  return `<styleSheet xmlns="${main}">${numFmts}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function sheetPart(
  sheet: SheetSnapshot,
  look: { readonly formats: readonly string[]; readonly main: string; readonly unlocked: Unlocked },
): string {
  const columns = new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns]);
  const cols = [...columns]
    .sort((left, right) => left - right)
    .map((column) => {
      const hidden = sheet.hiddenColumns.has(column) ? ' hidden="1"' : "";
      return `<col min="${column}" max="${column}" width="${sheet.columnWidths.get(column) ?? 8}" customWidth="1"${hidden}/>`;
    });
  const { unlocked } = look;
  const last = usedSize(sheet).columns;
  const rows = [...sheet.rows].map(([row, cells]) => {
    const hidden = sheet.hiddenRows.has(row) ? ' hidden="1"' : "";
    // A blank cell that may be typed in has to be written, too: without a style of its own it is locked.
    const all = Array.from({ length: unlocked === null ? 0 : last }, (_, index) => index + 1)
      .filter((column) => !cells.has(column) && unlocked?.(row, column) === true)
      .map((column) => [column, { value: null }] as const);
    const written = [...cells, ...all].sort(([left], [right]) => left - right);
    const inside = written.map(([column, cell]: readonly [number, CellSnapshot]) => {
      const free = unlocked?.(row, column) === true ? 1 : 0;
      const format = cell.format === undefined ? 0 : look.formats.indexOf(cell.format) + 1;
      return cellXml(cell, a1({ row, column }), format * 2 + free);
    });
    return `<row r="${row}"${hidden}>${inside.join("")}</row>`;
  });
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaA1(area)}"/>`);
  return [
    `<worksheet xmlns="${look.main}">`,
    cols.length === 0 ? "" : `<cols>${cols.join("")}</cols>`,
    `<sheetData>${rows.join("")}</sheetData>`,
    unlocked === null ? "" : '<sheetProtection sheet="1" objects="1" scenarios="1"/>',
    merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`,
    "</worksheet>",
  ].join("");
}

function cellXml({ value, formula }: CellSnapshot, at: string, style: number): string {
  const written = formula === undefined ? "" : `<f>${escaped(formula.slice(1))}</f>`;
  const open = (type: string): string => `<c r="${at}" s="${style}" t="${type}">${written}`;
  if (value === null) return `<c r="${at}" s="${style}">${written}</c>`;
  if (typeof value === "number") return `${open("n")}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `${open("b")}<v>${value ? 1 : 0}</v></c>`;
  if (/^#[A-Z0-9/]+[!?]?$/u.test(value)) return `${open("e")}<v>${value}</v></c>`;
  if (formula !== undefined) return `${open("str")}<v>${escaped(value)}</v></c>`;
  return `${open("inlineStr")}<is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
