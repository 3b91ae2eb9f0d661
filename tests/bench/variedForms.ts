import { readFile } from "node:fs/promises";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import type { Edit } from "../../src/workbook/edit";
import type { FactValue } from "../../src/criteria/fact";

export interface VariedForm {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly given: ReadonlyMap<string, { readonly value: FactValue; readonly reason?: string }>;
}

const sources = [
  { file: "samples/nansha-2023-blank.xlsx", facts: "samples/nansha-2023.facts.json" },
  { file: "samples/city-2023-blank.xlsx", facts: "samples/city-2023.facts.json" },
  { file: "samples/nansha-2023.xlsx", facts: "samples/nansha-2023.facts.json" },
] as const;

/** Copies of the real forms whose figures differ: the amounts in 评分依据, and the answers that are given. */
export async function variedForms(count: number): Promise<readonly VariedForm[]> {
  const forms: VariedForm[] = [];
  for (let index = 0; index < count; index += 1) {
    const source = sources[index % sources.length] ?? sources[0];
    const opened = openXlsx(new Uint8Array(await readFile(source.file)));
    if (!opened.ok) throw new Error(opened.problem.what);
    const sheet = opened.value.snapshot().sheets[0];
    const edits: Edit[] = [...(sheet?.rows ?? [])].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value }]): readonly Edit[] => {
        if (row < 14 || column !== 10 || typeof value !== "string") return [];
        const text = value.replaceAll(/\d+\.\d+(?=万元)/gu, (amount) =>
          (Number(amount) + index / 100).toFixed(2),
        );
        if (text === value) return [];
        const at = { sheet: sheet?.name ?? "", row, column };
        return [{ kind: "cell", at, content: { value: text }, reason: "变动数字" }];
      }),
    );
    const applied = await opened.value.apply({ edits, expects: [] });
    if (!applied.ok) throw new Error(applied.problem.what);
    const answers = JSON.parse(await readFile(source.facts, "utf8")) as {
      fact: string;
      value: FactValue;
      reason?: string;
    }[];
    const given = new Map(
      answers.map(({ fact, value, reason }) => [
        fact,
        { value: vary(value, index), ...(reason ? { reason } : {}) },
      ]),
    );
    forms.push({ name: `form-${String(index).padStart(3, "0")}.xlsx`, bytes: opened.value.save(), given });
  }
  return forms;
}

/** Monthly rates differ from form to form; other answers stay. */
function vary(value: FactValue, index: number): FactValue {
  if (typeof value === "number" || typeof value === "string") return value;
  return value.map((rate) => (rate === null ? null : Math.min(1, rate - index / 10_000)));
}
