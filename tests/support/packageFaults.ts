import { allOf, named, numberOf, readNamedXml, type NamedElement } from "./namedXml";
import { relationSpaces, schemaFaults, spreadsheetSpaces } from "./schemaFaults";
import { sheetFaults } from "./sheetFaults";
import { stylesFaults } from "./stylesFaults";

/** What a part is, by the last word of the relation that leads to it: its content type must end so. */
const kindsOfParts: Readonly<Record<string, RegExp>> = {
  officeDocument:
    /^application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml\.sheet|ms-excel\.sheet\.macroEnabled)\.main\+xml$/u,
  worksheet: /\.spreadsheetml\.worksheet\+xml$/u,
  styles: /\.spreadsheetml\.styles\+xml$/u,
  sharedStrings: /\.spreadsheetml\.sharedStrings\+xml$/u,
  customXml: /^(?:application|text)\/xml$/u,
  customXmlProps: /\.customXmlProperties\+xml$/u,
};

interface Relation {
  readonly id: string;
  readonly word: string;
  readonly strict: boolean;
  readonly target: string | null;
}

interface Read {
  readonly find: (name: string) => string | undefined;
  readonly root: (name: string | undefined) => NamedElement | undefined;
  readonly relations: (part: string) => readonly Relation[];
}

/**
 * Everything in a package that Excel could stumble over, as far as we write it: parts that are no XML, types of
 * content, relations, the schema, numbers that point nowhere.
 */
export function packageFaults(parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const faults: string[] = [];
  const roots = new Map<string, NamedElement>();
  for (const [name, bytes] of parts) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    try {
      roots.set(name, readNamedXml(bytes));
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  }
  const byCase = new Map(Array.from(parts.keys(), (name) => [name.toLowerCase(), name]));
  const find = (name: string): string | undefined => byCase.get(name.toLowerCase());
  const root = (name: string | undefined): NamedElement | undefined => {
    const stored = name === undefined ? undefined : find(name);
    return stored === undefined ? undefined : roots.get(stored);
  };
  const read: Read = { find, root, relations: (part) => relationsOf(root(relationsPart(part)), part) };
  if (byCase.size !== parts.size) faults.push("有同名的零件");
  faults.push(...relationFaults(parts, read), ...typeFaults(parts, read), ...workbookFaults(read));
  return faults;
}

function relationsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationsOf(list: NamedElement | undefined, from: string): readonly Relation[] {
  return named(list, "Relationship").map(({ attributes }) => {
    const type = attributes.get("Type") ?? "";
    const external = attributes.get("TargetMode") === "External";
    const url = new URL(attributes.get("Target") ?? "", `part:///${from}`);
    return {
      id: attributes.get("Id") ?? "",
      word: type.slice(type.lastIndexOf("/") + 1),
      strict: type.startsWith("http://purl.oclc.org/"),
      target: external ? null : decodeURIComponent(url.pathname.slice(1)),
    };
  });
}

function relationFaults(parts: ReadonlyMap<string, Uint8Array>, read: Read): readonly string[] {
  const faults: string[] = [];
  const strict = read.relations("").some((relation) => relation.word === "officeDocument" && relation.strict);
  for (const list of parts.keys()) {
    const match = /^(.*?)_rels\/([^/]*)\.rels$/iu.exec(list);
    if (match === null) continue;
    const from = `${match[1] ?? ""}${match[2] ?? ""}`;
    if (from !== "" && read.find(from) === undefined) faults.push(`${list}: 没有它的零件`);
    const relations = read.relations(from);
    const ids = relations.map(({ id }) => id);
    if (new Set(ids).size !== ids.length || ids.includes("")) faults.push(`${list}: Id 重复或缺`);
    for (const { id, target, word, strict: own } of relations) {
      if (target !== null && read.find(target) === undefined)
        faults.push(`${list}: ${id} 指向没有的 ${target}`);
      const written = word in kindsOfParts;
      if (written && own !== strict) faults.push(`${list}: ${id} 的类型与文件的 Strict 不一致`);
    }
    // Every r:id in the part leads somewhere.
    for (const element of allOf(read.root(from) ?? nothing)) {
      for (const [name, value] of element.attributes) {
        const [space = "", local] = name.split(" ");
        if (local === undefined || !relationSpaces.includes(space) || value === "") continue;
        if (!ids.includes(value))
          faults.push(`${from}: ${element.name} 的 ${local}="${value}" 没有对应的关系`);
      }
    }
  }
  return faults;
}

const nothing: NamedElement = { space: "", name: "", attributes: new Map(), children: [], text: "" };

function typeFaults(parts: ReadonlyMap<string, Uint8Array>, read: Read): readonly string[] {
  const faults: string[] = [];
  const list = read.root("[Content_Types].xml");
  const table = (name: string, key: string): ReadonlyMap<string, string> => {
    const found = named(list, name).map(
      ({ attributes }) =>
        [(attributes.get(key) ?? "").toLowerCase(), attributes.get("ContentType") ?? ""] as const,
    );
    if (new Map(found).size !== found.length) faults.push(`[Content_Types].xml: ${name} 重复`);
    return new Map(found);
  };
  const endings = table("Default", "Extension");
  const overrides = table("Override", "PartName");
  for (const name of overrides.keys()) {
    if (read.find(decodeURIComponent(name.slice(1))) === undefined)
      faults.push(`[Content_Types].xml: 没有 ${name}`);
  }
  const byPart = new Map(Array.from(overrides, ([name, type]) => [decodeURIComponent(name), type]));
  const typeOf = (part: string): string =>
    byPart.get(`/${part.toLowerCase()}`) ?? endings.get(/[^.]*$/u.exec(part.toLowerCase())?.[0] ?? "") ?? "";
  for (const name of parts.keys()) {
    const folder = name.endsWith("/");
    if (!folder && name !== "[Content_Types].xml" && typeOf(name) === "")
      faults.push(`[Content_Types].xml: ${name} 没有类型`);
  }
  const sources = ["", ...parts.keys()];
  for (const { word, target } of sources.flatMap((source) => read.relations(source))) {
    const wanted = kindsOfParts[word];
    if (wanted === undefined || target === null || wanted.test(typeOf(target))) continue;
    faults.push(`[Content_Types].xml: ${target} 是 ${word}，类型却是 ${typeOf(target)}`);
  }
  return faults;
}

function workbookFaults(read: Read): readonly string[] {
  const main = read.relations("").find(({ word }) => word === "officeDocument")?.target;
  const workbook = read.root(main ?? undefined);
  if (main == null || workbook === undefined) return ["没有工作簿"];
  const relations = read.relations(main);
  const partOf = (wanted: string): string | undefined =>
    relations.find(({ word }) => word === wanted)?.target ?? undefined;
  const faults = [...schemaFaults(workbook), ...numbersOfWorkbook(workbook)].map(
    (fault) => `${main}: ${fault}`,
  );
  const strings = read.root(partOf("sharedStrings"));
  const styles = read.root(partOf("styles"));
  for (const [part, root] of [
    [partOf("sharedStrings"), strings],
    [partOf("styles"), styles],
  ] as const) {
    if (part !== undefined && root !== undefined) {
      faults.push(...[...schemaFaults(root), ...stylesFaults(root)].map((fault) => `${part}: ${fault}`));
      if (root.space !== workbook.space) faults.push(`${part}: 命名空间与工作簿不同`);
    }
  }
  const limits = {
    strings: named(strings, "si").length,
    styles: Math.max(1, named(named(styles, "cellXfs")[0], "xf").length),
    conditional: named(named(styles, "dxfs")[0], "dxf").length,
  };
  for (const { word, target } of relations) {
    const root = read.root(target ?? undefined);
    if (word !== "worksheet" || root === undefined) continue;
    if (root.space !== workbook.space) faults.push(`${String(target)}: 命名空间与工作簿不同`);
    faults.push(
      ...[...schemaFaults(root), ...sheetFaults(root, limits)].map((fault) => `${String(target)}: ${fault}`),
    );
  }
  return faults;
}

function numbersOfWorkbook(workbook: NamedElement): readonly string[] {
  const faults: string[] = [];
  if (!spreadsheetSpaces.includes(workbook.space)) faults.push("命名空间不对");
  const sheets = named(named(workbook, "sheets")[0], "sheet");
  const names = sheets.map(({ attributes }) => (attributes.get("name") ?? "").toLowerCase());
  const ids = sheets.map((sheet) => numberOf(sheet, "sheetId") ?? 0);
  if (new Set(names).size !== names.length) faults.push("工作表重名");
  if (new Set(ids).size !== ids.length || Math.max(...ids) > 65_534) faults.push("sheetId 重复或过大");
  if (sheets.every(({ attributes }) => (attributes.get("state") ?? "visible") !== "visible"))
    faults.push("没有可见的工作表");
  const defined = named(named(workbook, "definedNames")[0], "definedName");
  const keys = defined.map(
    ({ attributes }) =>
      `${attributes.get("name")?.toLowerCase() ?? ""}|${attributes.get("localSheetId") ?? ""}`,
  );
  if (new Set(keys).size !== keys.length) faults.push("名称重复");
  if (defined.some((each) => (numberOf(each, "localSheetId") ?? 0) >= sheets.length))
    faults.push("localSheetId 过大");
  for (const view of named(named(workbook, "bookViews")[0], "workbookView")) {
    const last = Math.max(numberOf(view, "activeTab") ?? 0, numberOf(view, "firstSheet") ?? 0);
    if (last >= sheets.length) faults.push("activeTab 过大");
  }
  return faults;
}
