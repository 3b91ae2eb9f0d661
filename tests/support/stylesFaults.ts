import { named, numberOf, type NamedElement } from "./namedXml";

/** Numbers in a style sheet that point nowhere or stand twice. */
export function stylesFaults(root: NamedElement): readonly string[] {
  if (root.name !== "styleSheet") return [];
  const faults: string[] = [];
  const list = (name: string, item: string): readonly NamedElement[] => named(named(root, name)[0], item);
  const formats = list("numFmts", "numFmt").map((each) => numberOf(each, "numFmtId") ?? -1);
  if (new Set(formats).size !== formats.length) faults.push("numFmtId 重复");
  const lengths = {
    fontId: list("fonts", "font").length,
    fillId: list("fills", "fill").length,
    borderId: list("borders", "border").length,
    xfId: list("cellStyleXfs", "xf").length,
  };
  const own = [...list("cellXfs", "xf"), ...list("cellStyleXfs", "xf")];
  own.forEach((xf, index) => {
    for (const [name, length] of Object.entries(lengths)) {
      const number = numberOf(xf, name);
      if (number !== undefined && number >= length) faults.push(`xf ${index}: ${name}="${number}" 过大`);
    }
    const format = numberOf(xf, "numFmtId") ?? 0;
    if (format >= 164 && !formats.includes(format)) faults.push(`xf ${index}: 没有数字格式 ${format}`);
  });
  return faults;
}
