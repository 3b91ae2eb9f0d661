import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { elementRules } from "../support/spreadsheetSchema";
import { zipBytes, type ZipForm } from "./zipBytes";

/*
 * A workbook file in pieces, to be made strange: parts as text without a declaration, relations and types of content as
 * data, so that a builder (kinds/) changes one thing and the rest follows.
 */

export interface BookRelation {
  id: string;
  readonly type: string;
  /** The full name of a part, or an address outside. */
  target: string;
  readonly external?: true;
}

export interface Book {
  readonly parts: Map<string, string | Uint8Array>;
  /** Types of content by part (Override) and by ending (Default). */
  readonly types: Map<string, string>;
  readonly endings: Map<string, string>;
  readonly relations: Map<string, BookRelation[]>;
  /** Where the parts stand that most builders speak of. */
  readonly at: { workbook: string; form: string; styles: string; strings: string };
  formName: string;
  /** How a target is written. */
  href: (from: string, to: string) => string;
  declaration: string;
  /** Done to the text of every XML part at the very end, the lists of the package included. */
  readonly spellings: ((text: string) => string)[];
  encode: (text: string) => Uint8Array;
  zip: ZipForm;
  /** The next row below the form that nobody uses yet. */
  nextRow: number;
}

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationsSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const packageSpace = "http://schemas.openxmlformats.org/package/2006";
export const typeOf = (word: string): string =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${word}+xml`;

const sample = unzipSync(readFileSync("samples/nansha-2023-blank.xlsx"));

/** The sample form, without the many attributes by which LibreOffice says that nothing is special. */
export function baseBook(): Book {
  const text = (name: string): string =>
    strFromU8(sample[name] ?? new Uint8Array())
      .replace(/^<\?xml[^>]*\?>\s*/u, "")
      .replaceAll(/ (?:\w+="false"|outlineLevel\w*="0")/gu, "");
  const book: Book = {
    parts: new Map(
      [
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
        "docProps/app.xml",
        "docProps/core.xml",
      ].map((name) => [name, text(name)]),
    ),
    types: new Map([
      ["xl/workbook.xml", typeOf("sheet.main")],
      ["xl/styles.xml", typeOf("styles")],
      ["xl/sharedStrings.xml", typeOf("sharedStrings")],
      ["xl/worksheets/sheet1.xml", typeOf("worksheet")],
      ["docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
      ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ]),
    endings: new Map([
      ["xml", "application/xml"],
      ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ]),
    relations: new Map(),
    at: {
      workbook: "xl/workbook.xml",
      form: "xl/worksheets/sheet1.xml",
      styles: "xl/styles.xml",
      strings: "xl/sharedStrings.xml",
    },
    formName: "部门整体支出绩效自评表",
    href: relativeHref,
    declaration: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    spellings: [],
    encode: strToU8,
    zip: {},
    nextRow: 60,
  };
  relate(book, "", "officeDocument", book.at.workbook);
  relate(book, "", `${packageSpace}/relationships/metadata/core-properties`, "docProps/core.xml");
  relate(book, "", "extended-properties", "docProps/app.xml");
  relate(book, book.at.workbook, "styles", book.at.styles);
  const id = relate(book, book.at.workbook, "worksheet", book.at.form);
  relate(book, book.at.workbook, "sharedStrings", book.at.strings);
  edit(book, book.at.workbook, (xml) => xml.replace(/r:id="rId2"/u, `r:id="${id}"`));
  return book;
}

export function relativeHref(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const path = to.split("/");
  while (base.length > 0 && path.length > 1 && base[0] === path[0]) {
    base.shift();
    path.shift();
  }
  return [...base.map(() => ".."), ...path].join("/");
}

/** Another relation; its id. A word stands for a type of Office's own. */
export function relate(book: Book, from: string, word: string, target: string, external = false): string {
  const list = book.relations.get(from) ?? [];
  const id = `rId${list.length + 1}`;
  const type = word.includes(":") ? word : `${relationsSpace}/${word}`;
  list.push({ id, type, target, ...(external ? { external } : {}) });
  book.relations.set(from, list);
  return id;
}

/** Another part with its type; the part that leads to it has a relation by that word. The relation's id. */
export function addPart(
  book: Book,
  part: string,
  content: string | Uint8Array,
  { type, from, word }: { readonly type?: string; readonly from: string; readonly word: string },
): string {
  book.parts.set(part, content);
  if (type !== undefined) book.types.set(part, type);
  return relate(book, from, word, part);
}

export function dropPart(book: Book, part: string): void {
  book.parts.delete(part);
  book.types.delete(part);
  book.relations.delete(part);
  for (const [from, list] of book.relations)
    book.relations.set(
      from,
      list.filter(({ target }) => target !== part),
    );
}

export function renamePart(book: Book, from: string, to: string): void {
  const moved = <T>(map: Map<string, T>): void => {
    const entries = Array.from(map, ([name, each]) => [name === from ? to : name, each] as const);
    map.clear();
    for (const [name, each] of entries) map.set(name, each);
  };
  moved(book.parts);
  moved(book.types);
  moved(book.relations);
  for (const each of [...book.relations.values()].flat()) if (each.target === from) each.target = to;
  for (const key of ["workbook", "form", "styles", "strings"] as const)
    if (book.at[key] === from) book.at[key] = to;
}

export function textOfPart(book: Book, part: string): string {
  const text = book.parts.get(part);
  if (typeof text !== "string") throw new Error(`no text: ${part}`);
  return text;
}

export function edit(book: Book, part: string, change: (xml: string) => string): void {
  book.parts.set(part, change(textOfPart(book, part)));
}

export const editForm = (book: Book, change: (xml: string) => string): void => {
  edit(book, book.at.form, change);
};

/** All parts that speak of spreadsheets: workbook, sheets, styles, texts. */
export function spreadsheetParts(book: Book): readonly string[] {
  return Array.from(book.parts).flatMap(([name, text]) =>
    typeof text === "string" && /^<(?:workbook|worksheet|styleSheet|sst)[\s>]/u.test(text) ? [name] : [],
  );
}

/** The direct children of the root: their names and where they begin and end. */
function childrenAt(
  xml: string,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  let depth = 0;
  for (const match of xml.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gu)) {
    const [tag, closes, name = "", empty] = match;
    if (closes === "/") depth -= 1;
    else if (depth === 1) found.push({ name, start: match.index, end: 0 });
    const last = found.at(-1);
    if (depth === 1 && last !== undefined && (closes === "/" || empty === "/"))
      last.end = match.index + tag.length;
    if (closes === "" && empty === "") depth += 1;
  }
  return found;
}

/** Puts an element where the schema wants it; what it holds joins one of that name that is there already. */
export function put(book: Book, part: string, name: string, inner: string, attributes = ""): void {
  edit(book, part, (xml) => {
    const root = /^<(\w+)/u.exec(xml)?.[1] ?? "";
    const order = (elementRules[root]?.children ?? "").split(" ");
    const rank = (each: string): number => order.findIndex((word) => word.replace(/[?*+]$/u, "") === each);
    const children = childrenAt(xml);
    const same = children.find((child) => child.name === name);
    const repeats = order[rank(name)]?.endsWith("*") === true;
    if (same !== undefined && !repeats) {
      const whole = xml.slice(same.start, same.end);
      const open = /^<[^>]*?(?=\/?>)/u.exec(whole)?.[0] ?? "";
      const held = whole.endsWith("/>") ? "" : whole.slice(open.length + 1, whole.lastIndexOf("</"));
      return xml.slice(0, same.start) + counted(`${open}>${held}${inner}</${name}>`) + xml.slice(same.end);
    }
    const next = children.find((child) => rank(child.name) > rank(name));
    const at = next?.start ?? xml.lastIndexOf("</");
    const space = attributes === "" ? "" : ` ${attributes}`;
    const made = inner === "" ? `<${name}${space}/>` : `<${name}${space}>${inner}</${name}>`;
    return xml.slice(0, at) + counted(made) + xml.slice(at);
  });
}

/** A count that is written is right. */
function counted(element: string): string {
  const count = childrenAt(element).length;
  return element.replace(/^(<\w+[^>]*? count=")\d*"/u, `$1${count}"`);
}

/** Adds to a list of the style sheet; the number of what was added. */
export function addStyle(
  book: Book,
  list: "cellXfs" | "fonts" | "fills" | "dxfs" | "numFmts",
  xml: string,
): number {
  put(book, book.at.styles, list, xml, 'count=""');
  const text = textOfPart(book, book.at.styles);
  return Number(new RegExp(`<${list} count="(\\d+)"`, "u").exec(text)?.[1]) - 1;
}

/** A row below the form. */
export function addRow(book: Book, cells: (row: number) => string, attributes = ""): number {
  const row = book.nextRow++;
  editForm(book, (xml) =>
    xml.replace("</sheetData>", `<row r="${row}"${attributes}>${cells(row)}</row></sheetData>`),
  );
  editForm(book, (xml) => xml.replace(/<dimension ref="A1:K\d+"/u, `<dimension ref="A1:K${row}"`));
  return row;
}

/** Another sheet, behind the form or in front of it; its part. */
export function addSheet(
  book: Book,
  name: string,
  inner: string,
  options: {
    readonly first?: true;
    readonly state?: "hidden" | "veryHidden";
    readonly attributes?: string;
  } = {},
): string {
  const number = [...(book.relations.get(book.at.workbook) ?? [])].length + 10;
  const part = `xl/worksheets/sheet${number}.xml`;
  const xml = `<worksheet xmlns="${main}" xmlns:r="${relationsSpace}"${options.attributes ?? ""}>${inner}</worksheet>`;
  const id = addPart(book, part, xml, {
    type: typeOf("worksheet"),
    from: book.at.workbook,
    word: "worksheet",
  });
  listSheet(
    book,
    `name="${name}" sheetId="${number}"${options.state === undefined ? "" : ` state="${options.state}"`} r:id="${id}"`,
    options.first === true,
  );
  return part;
}

export function listSheet(book: Book, attributes: string, first: boolean): void {
  edit(book, book.at.workbook, (xml) => {
    if (!first) return xml.replace("</sheets>", `<sheet ${attributes}/></sheets>`);
    return xml
      .replace("<sheets>", `<sheets><sheet ${attributes}/>`)
      .replaceAll(
        /localSheetId="(\d+)"/gu,
        (_, position: string) => `localSheetId="${Number(position) + 1}"`,
      );
  });
}

/** The file, and its parts as they stand in it. */
export function bookBytes(book: Book): {
  readonly bytes: Uint8Array;
  readonly parts: ReadonlyMap<string, Uint8Array>;
} {
  const spelled = (xml: string): Uint8Array =>
    book.encode(book.spellings.reduce((text, spell) => spell(text), book.declaration + xml));
  const files = new Map<string, Uint8Array>();
  const types = [
    ...Array.from(book.endings, ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`),
    ...Array.from(
      book.types,
      ([part, type]) => `<Override PartName="/${encodeURI(part)}" ContentType="${type}"/>`,
    ),
  ];
  files.set(
    "[Content_Types].xml",
    spelled(`<Types xmlns="${packageSpace}/content-types">${types.join("")}</Types>`),
  );
  for (const [from, list] of book.relations) {
    if (list.length === 0) continue;
    const each = list.map(({ id, type, target, external }) => {
      const written = external === true ? target : book.href(from, target);
      return `<Relationship Id="${id}" Type="${type}" Target="${written}"${external === true ? ' TargetMode="External"' : ""}/>`;
    });
    const slash = from.lastIndexOf("/") + 1;
    const text = `<Relationships xmlns="${packageSpace}/relationships">${each.join("")}</Relationships>`;
    files.set(`${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`, spelled(text));
  }
  for (const [name, content] of book.parts)
    files.set(name, typeof content === "string" ? spelled(content) : content);
  return { bytes: zipBytes(files, book.zip), parts: files };
}
