import { elementRules, valueTypes, type ElementRule } from "./spreadsheetSchema";
import type { NamedElement } from "./namedXml";

export const spreadsheetSpaces = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];
export const relationSpaces = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
const xmlSpace = "http://www.w3.org/XML/1998/namespace";

/** What breaks the order and the types of the schema, in this element and below. Other namespaces are passed over. */
export function schemaFaults(element: NamedElement, parent = ""): readonly string[] {
  if (!spreadsheetSpaces.includes(element.space) || element.name === "extLst") return [];
  const rule = elementRules[`${parent}/${element.name}`] ?? elementRules[element.name];
  if (rule === undefined) return [`${parent}/${element.name}: 没有这个元素`];
  const own = [
    ...childFaults(element, rule),
    ...attributeFaults(element, rule),
    ...textFaults(element, rule),
  ];
  return [
    ...own.map((fault) => `${parent}/${element.name}: ${fault}`),
    ...element.children.flatMap((child) => schemaFaults(child, element.name)),
  ];
}

function childFaults(
  element: NamedElement,
  { children = "", attributes = "" }: ElementRule,
): readonly string[] {
  const ordered = !children.startsWith("~");
  const wanted = children
    .replace("~", "")
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ({ name: word.replace(/[?*+]$/u, ""), often: /[?*+]$/u.exec(word)?.[0] ?? "" }));
  const faults: string[] = [];
  let reached = 0;
  const counts = new Map<string, number>();
  for (const child of element.children) {
    if (!spreadsheetSpaces.includes(child.space)) continue;
    if (child.space !== element.space) faults.push(`${child.name} 的命名空间不同`);
    const at = wanted.findIndex(({ name }) => name === child.name);
    if (at < 0) faults.push(`不能有 ${child.name}`);
    else if (ordered && at < reached) faults.push(`${child.name} 的次序不对`);
    reached = Math.max(reached, at);
    counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
  }
  for (const { name, often } of wanted) {
    const found = counts.get(name) ?? 0;
    if (found === 0 && (often === "" || often === "+") && !isAlternative(element)) faults.push(`缺 ${name}`);
    if (found > 1 && (often === "" || often === "?")) faults.push(`${name} 有 ${found} 个`);
  }
  const said = element.attributes.get("count");
  const all = element.children.filter((child) => child.space === element.space).length;
  if (said !== undefined && / count:count|^count:count/u.test(attributes) && Number(said) !== all) {
    faults.push(`count 写 ${said}，实有 ${all}`);
  }
  return faults;
}

/** What is missing may stand inside mc:AlternateContent. */
function isAlternative(element: NamedElement): boolean {
  return element.children.some(({ name }) => name === "AlternateContent");
}

function attributeFaults(element: NamedElement, { attributes = "" }: ElementRule): readonly string[] {
  const faults: string[] = [];
  const known = new Map(
    attributes
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => {
        const at = word.lastIndexOf(":");
        return [
          word.slice(0, at).replace("!", ""),
          { needed: word.includes("!:"), type: word.slice(at + 1) },
        ];
      }),
  );
  const given = new Map<string, string>();
  for (const [name, value] of element.attributes) {
    const [space = "", local] = name.split(" ");
    if (local === undefined) given.set(name, value);
    else if (relationSpaces.includes(space)) given.set(`r:${local}`, value);
    else if (space === xmlSpace) given.set(`xml:${local}`, value);
    // Attributes of other namespaces are the business of those who know them (mc:Ignorable).
  }
  for (const [name, value] of given) {
    const rule = known.get(name);
    if (rule === undefined) faults.push(`不能有属性 ${name}`);
    else if (!isOfType(rule.type, value)) faults.push(`${name}="${value}" 不是 ${rule.type}`);
  }
  for (const [name, { needed }] of known) if (needed && !given.has(name)) faults.push(`缺属性 ${name}`);
  return faults;
}

function isOfType(type: string, value: string): boolean {
  if (type.includes("|")) return type.split("|").includes(value);
  const check = valueTypes[type];
  if (check === undefined) throw new Error(`no such type: ${type}`);
  return check(value);
}

function textFaults({ text }: NamedElement, rule: ElementRule): readonly string[] {
  if (rule.text === undefined) return text.trim() === "" ? [] : [`不能有文字“${text.trim().slice(0, 20)}”`];
  return isOfType(rule.text, text) ? [] : [`“${text.slice(0, 20)}”不是 ${rule.text}`];
}
