import { normalizeName } from "../../form/normalizeName";
import type { CellAddress } from "../../workbook/cell";
import { inCell, type Check, type Found } from "../finding";

interface Named {
  readonly name: string;
  readonly at: CellAddress;
  readonly where: string;
}

/** One indicator under two heads is scored once. */
export const duplicateIndicator: Check = {
  id: "duplicateIndicator",
  title: "同一张表里没有重复的指标",
  severity: "待核实",
  find: ({ annexes, rows }) => {
    const form = rows
      .filter(({ indicator }) => indicator.part === 1)
      .map(({ indicator: { name }, editionRow }): Named => {
        // The two rows of 采购意向公开合规性 are two rows of the edition, however their name is printed.
        const where = editionRow === null || editionRow.part === 1 ? "" : `#${editionRow.part}`;
        return { name: name.value, at: name.at, where };
      });
    const lists = annexes.map((annex) =>
      annex.rows.map(({ name }): Named => ({ name: name.value, at: name.at, where: "" })),
    );
    return [form, ...lists].flatMap(repeatedIn);
  },
};

function repeatedIn(list: readonly Named[]): readonly Found[] {
  const first = new Map<string, Named>();
  return list.flatMap((one) => {
    const key = normalizeName(one.name) + one.where;
    if (key === "") return [];
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, one);
      return [];
    }
    return {
      at: inCell(one.at),
      other: inCell(known.at),
      subject: one.name,
      essence: "重复",
      what: `“${one.name}”出现了两次。`,
      why: "同一个指标只计一次分，重复的一项复核时计0分。",
      todo: "请核对批复的绩效目标，删去重复的一项或改正名称。",
    };
  });
}
