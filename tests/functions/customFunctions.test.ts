import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as customFunctions from "../../src/functions/customFunctions";
import { functionTable } from "../../src/functions/functionTable";

interface Described {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
    readonly dimensionality?: string;
  }[];
}

/** As in Excel: an Error with the code of the cell. */
class ExcelError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const before: unknown = Reflect.get(globalThis, "CustomFunctions");

beforeAll(() => {
  Reflect.set(globalThis, "CustomFunctions", {
    Error: ExcelError,
    ErrorCode: { notAvailable: "#N/A", invalidValue: "#VALUE!" },
  });
});

afterAll(() => {
  Reflect.set(globalThis, "CustomFunctions", before);
});

async function described(): Promise<readonly Described[]> {
  const result = await generateCustomFunctionsMetadata("src/functions/customFunctions.ts");
  expect(result.errors).toEqual([]);
  return (JSON.parse(result.metadataJson) as { readonly functions: readonly Described[] }).functions;
}

describe("自定义函数的登记", () => {
  test("名称和参数顺序是约定，一个不多一个不少", async () => {
    const signatures = (await described()).map(
      ({ id, parameters }) =>
        `${id}(${parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name)).join(", ")})`,
    );
    expect(signatures).toEqual([
      "EXECRATE(rates, [months])",
      "COMPLETION(target, actual)",
      "COMPLETIONSCORE(rate, weight)",
      "TIERSCORE(tier, share, weight)",
      "RATESCORE(rate, weight)",
      "CARRYOVER(closing, opening, general, fund)",
      "CONTROLRATE(actual, budget)",
      "BANDSCORE(value, bands)",
      "STEPSCORE(value, weight, step, points, [from], [rounding])",
      "DEDUCTSCORE(weight, count1, points1, [more])",
      "CHECKSCORE(weight, answers, [shares])",
      "MEETSCORE(met, weight)",
      "GRADE(total)",
      "CLAUSESCORE(standard, weight, label1, figure1, [more])",
    ]);
  });

  test("函数和参数都有中文说明，编号不重复，与函数表一致", async () => {
    const functions = await described();
    const ids = functions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(Object.keys(functionTable));
    for (const { description, parameters } of functions) {
      expect(description).toMatch(/[一-龥]{4}/u);
      for (const parameter of parameters) expect(parameter.description).toMatch(/[一-龥]{2}/u);
    }
    expect(Object.keys(customFunctions).map((name) => name.toUpperCase())).toEqual(
      expect.arrayContaining(ids),
    );
  });

  test("区域参数传得进去，省略的参数传来空值也行", async () => {
    const shapes = Object.fromEntries(
      (await described()).map(({ id, parameters }) => [
        id,
        parameters.map((one) => (one.repeating === true ? "…" : (one.dimensionality ?? "scalar"))).join(","),
      ]),
    );
    expect(shapes["EXECRATE"]).toBe("matrix,scalar");
    expect(shapes["CHECKSCORE"]).toBe("scalar,matrix,matrix");
    expect(shapes["DEDUCTSCORE"]).toBe("scalar,scalar,scalar,…");
    expect(shapes["CLAUSESCORE"]).toBe("scalar,scalar,scalar,matrix,…");
    expect(await customFunctions.execrate([[1], [0.98]], null)).toBeCloseTo(0.99, 12);
    expect(await customFunctions.deductscore(2, 1, 0.5, [1, 1])).toBe(0.5);
    expect(await customFunctions.checkscore(2, [["是", "否"]], undefined)).toBe(1);
    const clause = "①有制度，1分；②制度得到执行，1分。";
    const second = [[["制度得到执行"]], [["否"]]];
    expect(await customFunctions.clausescore(clause, 2, "有制度", [["是"]], second)).toBe(1);
  });
});

describe("自定义函数的错误", () => {
  test("以 CustomFunctions.Error 抛出，带代码和中文说明", async () => {
    const thrown = async (run: () => Promise<unknown>): Promise<ExcelError | null> => {
      try {
        await run();
        return null;
      } catch (error) {
        return error instanceof ExcelError ? error : null;
      }
    };
    const refused = await thrown(() => customFunctions.ratescore(99.83, 5) as Promise<unknown>);
    expect(refused?.code).toBe("#VALUE!");
    expect(refused?.message).toContain("99.83");
    const open = await thrown(() => customFunctions.controlrate(1, 0) as Promise<unknown>);
    expect(open?.code).toBe("#N/A");
    expect(open?.message).toContain("预算安排数");
  });
});
