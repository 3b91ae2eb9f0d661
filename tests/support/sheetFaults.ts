import { columnNumber, overlap, parseArea, type Area } from "../../src/workbook/cell";
import { allOf, named, numberOf, type NamedElement } from "./namedXml";

interface Limits {
  readonly strings: number;
  readonly styles: number;
  readonly conditional: number;
}

/** What a schema cannot say of a sheet: order and number of rows and cells, values of their type, areas, priorities. */
export function sheetFaults(sheet: NamedElement, limits: Limits): readonly string[] {
  return [
    ...rowFaults(sheet, limits),
    ...columnFaults(sheet, limits),
    ...areaFaults(sheet),
    ...conditionalFaults(sheet, limits),
  ];
}

function rowFaults(sheet: NamedElement, limits: Limits): readonly string[] {
  const faults: string[] = [];
  const shared = new Set(
    allOf(sheet).flatMap(({ name, attributes, text }) =>
      name === "f" && attributes.get("t") === "shared" && text !== "" ? [attributes.get("si")] : [],
    ),
  );
  let row = 0;
  for (const line of named(named(sheet, "sheetData")[0], "row")) {
    const number = numberOf(line, "r") ?? row + 1;
    if (number <= row) faults.push(`第 ${number} 行的次序不对`);
    row = number;
    if ((numberOf(line, "s") ?? 0) >= limits.styles) faults.push(`第 ${row} 行的样式没有`);
    const spans = (line.attributes.get("spans") ?? "1:16384")
      .split(" ")
      .map((each) => each.split(":").map(Number));
    let column = 0;
    for (const cell of named(line, "c")) {
      const address = /^([A-Z]+)(\d+)$/u.exec(cell.attributes.get("r") ?? "");
      const here = address === null ? column + 1 : columnNumber(address[1] ?? "");
      const name = cell.attributes.get("r") ?? `R${row}C${here}`;
      if (here <= column || (address !== null && Number(address[2]) !== row))
        faults.push(`${name} 的位置不对`);
      column = here;
      if (!spans.some(([from = 0, to = 0]) => here >= from && here <= to))
        faults.push(`${name} 在 spans 之外`);
      faults.push(...cellFaults(cell, limits, shared).map((fault) => `${name} ${fault}`));
    }
  }
  return faults;
}

const errors = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)$/u;

function cellFaults(
  cell: NamedElement,
  limits: Limits,
  shared: ReadonlySet<string | undefined>,
): readonly string[] {
  const faults: string[] = [];
  const type = cell.attributes.get("t") ?? "n";
  const value = named(cell, "v")[0]?.text;
  const formula = named(cell, "f")[0];
  if ((numberOf(cell, "s") ?? 0) >= limits.styles) faults.push("的样式没有");
  if ((type === "inlineStr") !== named(cell, "is").length > 0) faults.push("的 is 与类型不合");
  if (type === "inlineStr" && value !== undefined) faults.push("既有 is 又有 v");
  if (type === "s" && !(value !== undefined && /^\d+$/u.test(value) && Number(value) < limits.strings)) {
    faults.push(`的共享字符串 ${value ?? ""} 没有`);
  }
  if (type === "b" && value !== "0" && value !== "1") faults.push("不是逻辑值");
  if (type === "e" && !(value !== undefined && errors.test(value))) faults.push("不是错误值");
  if (type === "n" && value !== undefined && !/^-?\d+(?:\.\d+)?(?:E[-+]?\d+)?$/iu.test(value))
    faults.push("不是数字");
  if (type === "s" && formula !== undefined) faults.push("公式的结果指向共享字符串");
  if ((value ?? "").length > 32_767) faults.push("过长");
  if (formula === undefined) return faults;
  const kind = formula.attributes.get("t");
  if (kind === "shared" && !shared.has(formula.attributes.get("si"))) faults.push("的共享公式没有首格");
  if (kind === undefined && formula.text === "") faults.push("的公式是空的");
  return faults;
}

function columnFaults(sheet: NamedElement, limits: Limits): readonly string[] {
  let done = 0;
  return named(sheet, "cols").flatMap((list) =>
    named(list, "col").flatMap((column) => {
      const [first, last] = [numberOf(column, "min") ?? 0, numberOf(column, "max") ?? 0];
      const wrong = first <= done || last < first || (numberOf(column, "style") ?? 0) >= limits.styles;
      done = Math.max(done, last);
      return wrong ? [`第 ${first} 至 ${last} 列的宽度重叠、次序不对或样式没有`] : [];
    }),
  );
}

function areaFaults(sheet: NamedElement): readonly string[] {
  const faults: string[] = [];
  const merges = named(named(sheet, "mergeCells")[0], "mergeCell").map(
    ({ attributes }) => parseArea(attributes.get("ref") ?? "") as Area,
  );
  merges.forEach((area, index) => {
    if (merges.slice(0, index).some((other) => overlap(area, other))) faults.push("合并单元格重叠");
    if (area.top === area.bottom && area.left === area.right) faults.push("合并了一个单元格");
  });
  for (const rule of named(named(sheet, "dataValidations")[0], "dataValidation")) {
    if ((named(rule, "formula1")[0]?.text ?? "").length > 255) faults.push("数据有效性的公式过长");
    if (rule.attributes.get("type") === "list" && named(rule, "formula1").length === 0)
      faults.push("下拉没有选项");
  }
  return faults;
}

function conditionalFaults(sheet: NamedElement, limits: Limits): readonly string[] {
  const faults: string[] = [];
  const rules = allOf(sheet).filter(({ name }) => name === "cfRule");
  const priorities = rules.flatMap((rule) => numberOf(rule, "priority") ?? []);
  if (new Set(priorities).size !== priorities.length) faults.push("条件格式的优先级重复");
  for (const rule of rules) {
    if (rule.space !== sheet.space) continue;
    if ((numberOf(rule, "dxfId") ?? -1) >= limits.conditional) faults.push("条件格式的样式没有");
    if (rule.attributes.get("type") === "expression" && named(rule, "formula").length === 0) {
      faults.push("条件格式没有公式");
    }
  }
  return faults;
}
