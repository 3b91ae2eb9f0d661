import { documentText, parseXml, type XmlDocument } from "./xmlTree";
import type { PartSource } from "./relationships";
import type { XlsxPackage } from "./xlsxPackage";
import { partKey } from "./zipDirectory";

/** A package while a plan is being applied. Its trees may be changed in place: it is thrown away when
 * anything is refused, so that the workbook itself never stands half changed. */
export interface PackageDraft extends PartSource {
  /** The same parts for reading only: what nobody changes is not parsed a second time. */
  readonly reading: PartSource;
  readonly put: (name: string, text: string) => void;
  readonly remove: (name: string) => void;
  readonly names: () => readonly string[];
  /** The package with what has changed. */
  readonly finish: () => XlsxPackage;
}

export function draftOf(source: XlsxPackage): PackageDraft {
  const documents = new Map<string, XmlDocument>();
  const texts = new Map<string, string | null>();
  const byKey = new Map<string, string>();
  const find = (name: string): string | undefined => {
    const stored = source.find(name) ?? byKey.get(partKey(name));
    return stored === undefined || texts.get(stored) === null ? undefined : stored;
  };
  const document = (name: string): XmlDocument | undefined => {
    const stored = find(name);
    if (stored === undefined) return undefined;
    const known = documents.get(stored);
    if (known !== undefined) return known;
    const text = texts.get(stored) ?? source.text(stored);
    if (text === undefined) return undefined;
    const parsed = parseXml(text, stored);
    documents.set(stored, parsed);
    return parsed;
  };
  const read = (name: string): XmlDocument | undefined => {
    const stored = find(name);
    if (stored === undefined || documents.has(stored) || texts.has(stored)) return document(name);
    return source.document(stored);
  };
  return {
    find,
    document,
    reading: { find, document: read },
    put: (name, text) => {
      const stored = source.find(name) ?? name;
      byKey.set(partKey(stored), stored);
      texts.set(stored, text);
      documents.delete(stored);
    },
    remove: (name) => {
      const stored = find(name);
      if (stored === undefined) return;
      texts.set(stored, null);
      documents.delete(stored);
    },
    names: () => [...new Set([...source.names, ...texts.keys()])].filter((name) => texts.get(name) !== null),
    finish: () => {
      const changes = new Map(texts);
      for (const [name, document] of documents) {
        const text = documentText(document);
        if (changes.has(name) || text !== source.text(name)) changes.set(name, text);
      }
      return source.changed(changes);
    },
  };
}
