import { describe, expect, it } from "vitest";
import { base64Of, documentBytes, openWorkbookCopy } from "../../../src/adapters/office/copyWorkbook";

const compressed = "compressed" as unknown as Office.FileType;

/** Excel's file interface over these slices; what was closed. */
function documentOf(slices: readonly (readonly number[])[], fault: "file" | "slice" | null = null) {
  const closed: string[] = [];
  const result = (value: unknown, failed: boolean): unknown =>
    failed
      ? { status: "failed", error: { name: "x", message: "文件太大", code: 5000 } }
      : { status: "succeeded", value };
  const file = {
    size: slices.flat().length,
    sliceCount: slices.length,
    getSliceAsync: (index: number, done: (answer: unknown) => void) => {
      done(result({ data: slices[index], index, size: slices[index]?.length }, fault === "slice"));
    },
    closeAsync: () => {
      closed.push("closed");
    },
  };
  const document = {
    getFileAsync: (_type: unknown, _options: unknown, done: (answer: unknown) => void) => {
      done(result(file, fault === "file"));
    },
  };
  return { document: document as unknown as Pick<Office.Document, "getFileAsync">, closed };
}

describe("把打开的工作簿当文件读出来", () => {
  it("几片按次序拼起来，读完关掉", async () => {
    const { document, closed } = documentOf([[1, 2, 3], [4, 5], [6]]);
    const outcome = await documentBytes(document, compressed);
    expect(outcome).toMatchObject({ ok: true, value: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    expect(closed).toEqual(["closed"]);
  });

  it.each(["file", "slice"] as const)("%s 读不出来：说明原因，不抛异常", async (fault) => {
    const { document, closed } = documentOf([[1]], fault);
    const outcome = await documentBytes(document, compressed);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.problem.todo).not.toBe("");
    expect(closed).toEqual(fault === "slice" ? ["closed"] : []);
  });
});

describe("另开工作簿", () => {
  it("字节原样交给 Excel", async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    let given = "";
    const outcome = await openWorkbookCopy(bytes, (base64) => {
      given = base64;
      return Promise.resolve();
    });
    expect(outcome.ok).toBe(true);
    expect(Buffer.from(given, "base64").equals(Buffer.from(bytes))).toBe(true);
    expect(base64Of(new Uint8Array())).toBe("");
  });

  it("这个 Excel 不能，或者没有成功：说明还能怎样做", async () => {
    const unable = await openWorkbookCopy(Uint8Array.of(1), null);
    const failed = await openWorkbookCopy(Uint8Array.of(1), () => Promise.reject(new Error("x")));
    for (const outcome of [unable, failed]) {
      expect(outcome.ok).toBe(false);
      if (!outcome.ok) expect(outcome.problem.todo).toContain("转为数值");
    }
  });
});
