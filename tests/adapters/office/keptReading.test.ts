import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { officeWorkbook } from "../../../src/adapters/office/officeWorkbook";
import { sheetsToRead } from "../../../src/app/sheetsToRead";
import { planScoring } from "../../../src/edits/planScoring";
import { readCases } from "../../../src/scorecard/case";
import { areaA1, areaOf, contains, type Area } from "../../../src/workbook/cell";
import type { EditPlan } from "../../../src/workbook/edit";
import { recordXml } from "../../../src/workbook/recordPart";
import type { CellValue, SheetSnapshot, Snapshot } from "../../../src/workbook/snapshot";
import { bookOfSnapshot } from "../../support/fakeExcel/bookOfSnapshot";
import {
  addSheet,
  bookState,
  changeCell,
  setConstant,
  sheetNamed,
  type FakeBook,
  type FakeSheet,
} from "../../support/fakeExcel/fakeBook";
import { fakeHost } from "../../support/fakeExcel/fakeHost";
import { loadClient } from "../../support/fakeExcel/loadClient";
import { gridSheet, workbookOf } from "../../support/grid";
import { ledger } from "../../support/ledger";
import { sampleSnapshot } from "../../support/sampleSnapshot";

function listening(book: FakeBook) {
  const host = fakeHost(book);
  const client = loadClient(host);
  const port = officeWorkbook(client.run, { merges: "remember", wanted: sheetsToRead });
  port.onChange(() => undefined);
  const read = () => readBy(port);
  const tell = (sheet: FakeSheet, area: Area, changeType = "RangeEdited") => {
    client.raise("changed", { address: areaA1(area), worksheetId: sheet.id, changeType });
    client.raise("calculated", { worksheetId: sheet.id });
  };
  return { host, client, port, read, tell };
}

async function readBy(port: Pick<ReturnType<typeof officeWorkbook>, "read">): Promise<Snapshot> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** Excel's events come later than what they tell of. */
const told = () => new Promise((done) => setTimeout(done, 0));

/** As it is read by somebody who knows nothing and asks for everything. */
function wholeOf(book: FakeBook): Promise<Snapshot> {
  return readBy(officeWorkbook(loadClient(fakeHost(book)).run));
}

const partialNames = ({ sheets }: Snapshot) =>
  sheets.flatMap(({ name, partial }) => (partial === undefined ? [] : [name]));

/** What is said of a sheet must be so; of a head only that. */
function expectTrue(found: SheetSnapshot, whole: SheetSnapshot): void {
  const { partial } = found;
  if (partial === undefined) {
    expect(found).toEqual(whole);
    return;
  }
  const shown = ({ rows }: SheetSnapshot) =>
    Array.from(rows).flatMap(([row, cells]) =>
      Array.from(cells).flatMap(([column, { value }]) =>
        contains(partial, { row, column }) && value !== null ? [`${row}:${column} ${String(value)}`] : [],
      ),
    );
  expect(shown(found)).toEqual(shown(whole));
}

const annexGrid: readonly (readonly CellValue[])[] = [
  ["一级指标", "二级指标", "三级指标", "年度目标值", "实际完成值", "完成率"],
  ["产出指标", "数量指标", "培训人数", "100人", "90人", null],
];

const lateMonths: readonly (readonly CellValue[])[] = [
  ...Array.from({ length: 104 }, () => ["说明"]),
  ["1月", 0.9],
  ["2月", 0.8],
  ["3月", 1],
];
const lateBulletin = [["预算执行率通报"], ...lateMonths];

describe("只读有关的表", () => {
  const places: readonly (readonly [string, SheetSnapshot, boolean])[] = [
    ["流水账", ledger("台账", 400), false],
    ["附表在A1", gridSheet(annexGrid, { name: "附表" }), true],
    ["附表从第250行、第40列开始", gridSheet(annexGrid, { name: "附表", top: 250, left: 40 }), true],
    ["附表在流水账右边", beside(ledger("台账", 300), annexGrid, 1, 35), true],
    ["附表在流水账右边，第200列以外", beside(ledger("台账", 300), annexGrid, 1, 240), true],
    ["附表的表头被第200列切断", beside(ledger("台账", 300), annexGrid, 1, 198), true],
    ["附表的表头被看到的最后一行切断", beside(ledger("台账", 300), annexGrid, 100, 12), true],
    [
      "标题上下两行",
      gridSheet(
        [
          ["指标", "目标值", "实际"],
          ["名称", null, "完成值"],
        ],
        { name: "附" },
      ),
      true,
    ],
    [
      "月度通报",
      gridSheet([["预算执行率通报"], ["1月", 0.9], ["2月", 0.8], ["3月", 1]], { name: "通报" }),
      true,
    ],
    ["月度通报，月份从第100行以下开始", beside(ledger("通报", 100), lateBulletin, 1, 12), true],
    ["名称有执行率，月份从第100行以下开始", beside(ledger("执行率", 100), lateMonths, 1, 12), true],
    [
      "只有月份的表",
      gridSheet(
        [
          ["1月", 5],
          ["2月", 6],
          ["3月", 7],
        ],
        { name: "水电" },
      ),
      false,
    ],
    ["改了名的评分底稿", gridSheet([["指标", "数据项", "单位", "数值", "来源"]], { name: "底稿甲" }), true],
  ];
  it.each(places)("%s", async (_, sheet, isRead) => {
    const form = await sampleSnapshot("samples/nansha-2023.xlsx");
    const { read } = listening(bookOfSnapshot({ ...form, sheets: [sheet, ...form.sheets] }));
    const found = await read();
    expect(partialNames(found)).toEqual(isRead ? [] : [sheet.name]);
  });

  it("记录里提到的表、有失效公式的表、自查问题清单，整张读", async () => {
    const form = await sampleSnapshot("samples/nansha-2023.xlsx");
    const others = ["甲", "乙", "丙"].map((name) => ledger(name, 200));
    const records = new Map([["settings" as const, '{"sheet":"甲"}']]);
    const book = bookOfSnapshot({ sheets: [...form.sheets, ...others], records });
    changeCell(sheetNamed(book, "乙"), 20, 3, { value: "#NAME?", formula: "=JX.EXECRATE(A1)" });
    expect(partialNames(await listening(book).read())).toEqual(["丙"]);
  });

  it("恢复、自查要找遍每张表：整本读，之后照样只读改动", async () => {
    const form = await sampleSnapshot("samples/nansha-2023.xlsx");
    const book = bookOfSnapshot({ ...form, sheets: [...form.sheets, ledger("台账", 300)] });
    const { port, host, read, tell } = listening(book);
    expect(partialNames(await read())).toEqual(["台账"]);
    const outcome = await port.read({ whole: true });
    expect(outcome.ok && outcome.value.sheets).toEqual((await wholeOf(book)).sheets);
    host.forget();
    setConstant(sheetNamed(book, "台账"), 20, 3, "改了");
    tell(sheetNamed(book, "台账"), areaOf({ row: 20, column: 3 }));
    await told();
    expect((await read()).sheets).toEqual((await wholeOf(book)).sheets);
    expect(host.trips()).toBe(1);
  });

  it("一张自评表也没有时，说没有之前每张都读完", async () => {
    const late = await sampleSnapshot("samples/nansha-2023.xlsx");
    const [form] = late.sheets;
    if (form === undefined) throw new Error("no form");
    const pushed = { ...form, rows: new Map(Array.from(form.rows, ([row, cells]) => [row + 200, cells])) };
    const low = { ...pushed, merges: [], rows: new Map([...ledger("台账", 150).rows, ...pushed.rows]) };
    const found = await listening(bookOfSnapshot(workbookOf([ledger("台账", 300), low]))).read();
    expect(partialNames(found)).toEqual([]);
    expect(readCases(found).cases).toHaveLength(1);
  });

  it.each(["nansha-2023", "city-2023-blank"])("%s 连同流水账，算出的与整本读的一样", async (name) => {
    const form = await sampleSnapshot(`samples/${name}.xlsx`);
    const book = bookOfSnapshot({ ...form, sheets: [ledger("一", 300), ...form.sheets, ledger("二", 300)] });
    const found = await listening(book).read();
    expect(partialNames(found)).toEqual(["一", "二"]);
    expect(readCases(found).main?.scorecard).toEqual(readCases(await wholeOf(book)).main?.scorecard);
  });
});

/** A second grid on the same sheet. */
function beside(
  sheet: SheetSnapshot,
  grid: readonly (readonly CellValue[])[],
  top: number,
  left: number,
): SheetSnapshot {
  const rows = new Map(sheet.rows);
  for (const [row, cells] of gridSheet(grid, { top, left }).rows) {
    rows.set(row, new Map([...(rows.get(row) ?? []), ...cells]));
  }
  return { ...sheet, rows };
}

/** The sheet, whatever was put behind its name. */
function sheetLike(book: FakeBook, name: string): FakeSheet {
  return sheetNamed(book, book.sheets.find((sheet) => sheet.name.startsWith(name))?.name ?? name);
}

describe("改动之后", () => {
  const form = workbookOf([
    gridSheet(
      [
        ["部门整体支出绩效自评表"],
        ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评得分"],
        ["履职效能", "产出", "甲", 10, "完成得满分", "=D3*1"],
        ["履职效能", "产出", "乙", 10, "完成得满分", 9],
        ["总分", null, null, 20, null, "=SUM(F3:F4)"],
      ],
      { name: "自评表", merges: ["A1:F1"] },
    ),
    ledger("台账", 130),
  ]);

  type Life = (book: FakeBook, tell: ReturnType<typeof listening>["tell"], at: number, value: string) => void;
  const lives: Readonly<Record<string, Life>> = {
    改自评表的一格: (book, tell, at, value) => {
      edit(book, tell, "自评表", 3 + (at % 3), 3 + (at % 4), value);
    },
    在自评表下面另起一行: (book, tell, at, value) => {
      edit(book, tell, "自评表", 8 + (at % 30), 2, value);
    },
    改流水账的一格: (book, tell, at, value) => {
      edit(book, tell, "台账", 1 + at, 1 + (at % 10), value);
    },
    公式写在自评表里: (book, tell, at) => {
      const sheet = sheetLike(book, "自评表");
      changeCell(sheet, 4, 6, { formula: `=D4-${at}`, value: 10 - at });
      tell(sheet, areaOf({ row: 4, column: 6 }));
    },
    公式的结果变了: (book, tell, at) => {
      const sheet = sheetLike(book, "自评表");
      changeCell(sheet, 5, 6, { value: at });
      tell(sheet, areaOf({ row: 1, column: 1 }));
    },
    流水账里打出标题: (book, tell, at) => {
      ["三级指标", "年度目标值", "实际完成值"].forEach((title, x) => {
        edit(book, tell, "台账", 40 + at, 12 + x, title);
      });
    },
    插入一行: (book, tell, at) => {
      const sheet = sheetLike(book, "自评表");
      const cells = Array.from(sheet.cells);
      sheet.cells.clear();
      const row = 3 + (at % 3);
      for (const [key, cell] of cells) {
        const [y = 0, x = 0] = key.split(":").map(Number);
        sheet.cells.set(`${y >= row ? y + 1 : y}:${x}`, cell);
      }
      tell(sheet, { top: row, left: 1, bottom: row, right: 16_384 }, "RowInserted");
    },
    // Excel tells nothing of these.
    改名: (book, _, at) => {
      sheetLike(book, at % 2 === 0 ? "台账" : "自评表").name += "甲";
    },
    隐藏一张表: (book) => {
      sheetLike(book, "台账").visibility = "Hidden";
    },
    添一张附表: (book) => {
      const sheet = addSheet(book, `附表${book.nextId}`);
      annexGrid.forEach((line, y) => {
        line.forEach((value, x) => {
          if (value !== null) setConstant(sheet, y + 1, x + 1, value);
        });
      });
    },
    换表的次序: (book) => {
      book.sheets.reverse();
    },
  };

  function edit(
    book: FakeBook,
    tell: ReturnType<typeof listening>["tell"],
    name: string,
    row: number,
    column: number,
    value: string,
  ): void {
    const sheet = sheetLike(book, name);
    setConstant(sheet, row, column, value);
    tell(sheet, areaOf({ row, column }));
  }

  it("随便改什么，记住的都与表里一样", { timeout: 240_000 }, async () => {
    const step = fc.tuple(
      fc.constantFrom(...Object.keys(lives)),
      fc.integer({ min: 0, max: 150 }),
      fc.constantFrom("甲乙", "12", "指标", "实际完成值", ""),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        async (rounds) => {
          const book = bookOfSnapshot(form);
          const { read, tell } = listening(book);
          await read();
          for (const round of rounds) {
            for (const [name, at, value] of round) lives[name]?.(book, tell, at, value);
            // A reading that nothing was told for looks at nothing: the list of sheets is read with the next.
            const [any] = book.sheets;
            if (any !== undefined) tell(any, areaOf({ row: 1, column: 1 }));
            await told();
            const found = await read();
            const whole = await wholeOf(book);
            expect(found.sheets.map(({ name }) => name)).toEqual(whole.sheets.map(({ name }) => name));
            found.sheets.forEach((sheet, at) => {
              const same = whole.sheets[at];
              if (same !== undefined) expectTrue(sheet, same);
            });
            expect(readCases(found).main?.scorecard).toEqual(readCases(whole).main?.scorecard);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("写入之后", () => {
  async function scoredPlan(): Promise<{
    readonly book: FakeBook;
    readonly listener: ReturnType<typeof listening>;
    readonly plan: EditPlan;
  }> {
    const form = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
    const book = bookOfSnapshot({ ...form, sheets: [...form.sheets, ledger("台账", 120)] });
    const listener = listening(book);
    const { main } = readCases(await listener.read());
    if (main === null) throw new Error("no form");
    return { book, listener, plan: planScoring(main) };
  }

  it("不用再读，记住的就是表里的", async () => {
    const { book, listener, plan } = await scoredPlan();
    listener.host.forget();
    expect(await listener.port.apply(plan)).toMatchObject({ ok: true });
    expect(listener.host.trips()).toBe(2);
    const found = await listener.read();
    expect(listener.host.trips()).toBe(2);
    const whole = await wholeOf(book);
    expect(found.records).toEqual(whole.records);
    expect(found.sheets.map(({ name }) => name)).toEqual(whole.sheets.map(({ name }) => name));
    const sorted = (sheet: SheetSnapshot): SheetSnapshot => ({
      ...sheet,
      conditionalFormats: [...sheet.conditionalFormats].sort((a, b) => a.area.top - b.area.top),
      merges: [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left),
    });
    found.sheets.forEach((sheet, at) => {
      const same = whole.sheets[at];
      if (same !== undefined) expectTrue(sorted(sheet), sorted(same));
    });
  });

  it("核对时停止：一次往返为止，记住的还在；表已变动的，再读", async () => {
    const { book, listener, plan } = await scoredPlan();
    const watch = { step: () => undefined, goOn: () => Promise.resolve(false) };
    for (const isChanged of [false, true]) {
      if (isChanged) book.sheets[0]?.widths.set(3, 200);
      const before = bookState(book);
      listener.host.forget();
      expect(await listener.port.apply(plan, watch)).toMatchObject({ problem: { code: "stopped" } });
      expect(listener.host.trips()).toBe(1);
      expect(bookState(book)).toEqual(before);
      listener.host.forget();
      await listener.read();
      expect(listener.host.trips() > 0).toBe(isChanged);
    }
  });

  it("写到哪一步出错都退回，读回那一步也是；再读与表里一样", { timeout: 240_000 }, async () => {
    const { listener, plan } = await scoredPlan();
    let actions = 0;
    listener.host.fault = (_, count) => {
      actions = count;
      return null;
    };
    await listener.port.apply(plan);
    const apart = Math.ceil(actions / 12);
    for (let after = actions - 1; after >= 0; after -= apart) {
      const again = await scoredPlan();
      const before = bookState(again.book);
      again.listener.host.forget();
      again.listener.host.fault = (request) => (request === 1 ? { code: "GeneralException", after } : null);
      expect(await again.listener.port.apply(again.plan)).toMatchObject({ ok: false });
      again.listener.host.fault = null;
      expect(bookState(again.book)).toEqual(before);
      expectTrue(
        (await again.listener.read()).sheets[0] as SheetSnapshot,
        (await wholeOf(again.book)).sheets[0] as SheetSnapshot,
      );
    }
  });

  it("列宽、打印区域、记录在读过之后变了而没有报来：不写，再读就对", async () => {
    const changes: readonly ((book: FakeBook) => void)[] = [
      (book) => book.sheets[0]?.widths.set(3, 200),
      (book) => book.sheets[0]?.hiddenColumns.add(2),
      (book) => {
        const [sheet] = book.sheets;
        if (sheet !== undefined) sheet.printArea = [{ top: 1, left: 1, bottom: 9, right: 9 }];
      },
      (book) => {
        const [sheet] = book.sheets;
        const words = Array.from(sheet?.cells ?? []).filter(([, { value }]) => typeof value === "string");
        const [key] = words.pop() ?? [];
        const [row = 0, column = 0] = (key ?? "").split(":").map(Number);
        if (sheet !== undefined) setConstant(sheet, row, column, "改了");
      },
      (book) => {
        const [sheet] = book.sheets;
        if (sheet !== undefined) setConstant(sheet, 300, 2, "新的一行");
      },
      (book) => {
        addSheet(book, "又一张");
      },
      (book) => {
        book.sheets = book.sheets.slice(0, 1);
      },
      (book) => book.sheets[0]?.hiddenRows.add(5),
      (book) => {
        book.parts.push({ id: "{part-a}", xml: recordXml("settings", '{"甲":1}') });
      },
      (book) => {
        book.sheets.reverse();
      },
    ];
    for (const [index, change] of changes.entries()) {
      const { book, listener, plan } = await scoredPlan();
      change(book);
      const before = bookState(book);
      const outcome = await listener.port.apply(plan);
      expect([index, outcome]).toMatchObject([index, { ok: false, problem: { code: "changedMeanwhile" } }]);
      expect(bookState(book)).toEqual(before);
      const [found, whole] = [await listener.read(), await wholeOf(book)];
      expect(found.sheets.map(({ name }) => name)).toEqual(whole.sheets.map(({ name }) => name));
      found.sheets.forEach((sheet, at) => {
        expectTrue(sheet, whole.sheets[at] as SheetSnapshot);
      });
    }
  });
});

describe("没有报来、来得不巧的改动", () => {
  async function openedForm() {
    const form = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
    const book = bookOfSnapshot({ ...form, sheets: [...form.sheets, ledger("台账", 120)] });
    const listener = listening(book);
    const { main } = readCases(await listener.read());
    const [sheet] = book.sheets;
    if (main === null || sheet === undefined) throw new Error("no form");
    return { book, sheet, listener, plan: planScoring(main) };
  }

  it.each(["RowInserted", "RangeEdited"])("%s在核对之后、写入之前报来：不写", async (kind) => {
    const { book, sheet, listener, plan } = await openedForm();
    const before = bookState(book);
    listener.host.forget();
    const watch = {
      step: () => undefined,
      goOn: async () => {
        listener.tell(sheet, { top: 50, left: 12, bottom: 50, right: 12 }, kind);
        await told();
        return true;
      },
    };
    const outcome = await listener.port.apply(plan, watch);
    expect(outcome).toMatchObject({ problem: { code: "changedMeanwhile" } });
    expect(bookState(book)).toEqual(before);
    await listener.read();
    expect((await listener.port.apply(plan)).ok).toBe(true);
  });

  it("别的表里的改动不妨碍写入；写入期间报来的，写完再读", async () => {
    const { book, sheet, listener, plan } = await openedForm();
    listener.host.meanwhile = (request) => {
      if (request === 0) listener.tell(sheetNamed(book, "台账"), areaOf({ row: 3, column: 3 }));
    };
    listener.host.forget();
    listener.host.latency = 20;
    const applied = listener.port.apply(plan, {
      step: (name) => {
        if (name !== "write") return;
        setTimeout(() => {
          setConstant(sheet, 3, 12, "写入期间打的字");
          listener.tell(sheet, areaOf({ row: 3, column: 12 }));
        }, 5);
      },
      goOn: () => Promise.resolve(true),
    });
    expect((await applied).ok).toBe(true);
    await told();
    const found = await listener.read();
    expect(found.sheets[0]?.rows.get(3)?.get(12)?.value).toBe("写入期间打的字");
  });

  it("合并、取消合并、数字格式变了：写之前发现；重新读取也看得到", async () => {
    const changes: readonly ((sheet: FakeSheet) => unknown)[] = [
      (sheet) => sheet.merges.pop(),
      (sheet) => sheet.merges.push({ top: 40, left: 10, bottom: 41, right: 10 }),
      (sheet) => {
        changeCell(sheet, 16, 6, { numberFormat: "0%" });
      },
    ];
    for (const change of changes) {
      const { book, sheet, listener, plan } = await openedForm();
      change(sheet);
      expect(await listener.port.apply(plan)).toMatchObject({ problem: { code: "changedMeanwhile" } });
      listener.port.forget();
      const [found, whole] = [await listener.read(), await wholeOf(book)];
      expectTrue(found.sheets[0] as SheetSnapshot, whole.sheets[0] as SheetSnapshot);
    }
  });

  it("改了数字格式报来：只读那里", async () => {
    const { book, sheet, listener } = await openedForm();
    changeCell(sheet, 16, 6, { numberFormat: "0%" });
    listener.host.forget();
    listener.client.raise("formatChanged", { address: "F16", worksheetId: sheet.id });
    await told();
    expectTrue(
      (await listener.read()).sheets[0] as SheetSnapshot,
      (await wholeOf(book)).sheets[0] as SheetSnapshot,
    );
    expect(listener.host.trips()).toBe(1);
  });

  it("删了一张表，结果的改动先报来：剩下的照样读到", async () => {
    const { book, sheet, listener } = await openedForm();
    listener.tell(sheetNamed(book, "台账"), areaOf({ row: 3, column: 3 }));
    await told();
    book.sheets = [sheet];
    expect((await listener.read()).sheets.map(({ name }) => name)).toEqual([sheet.name]);
    listener.client.raise("deleted", { worksheetId: "{gone}" });
    await told();
    expect((await listener.read()).sheets).toHaveLength(1);
  });

  it("正在读的时候重新读取：下一次从头读", async () => {
    const { sheet, listener } = await openedForm();
    listener.tell(sheet, areaOf({ row: 1, column: 1 }));
    await told();
    listener.host.latency = 30;
    const first = listener.read();
    await new Promise((done) => setTimeout(done, 10));
    setConstant(sheet, 16, 6, 99);
    listener.port.forget();
    const second = listener.read();
    await first;
    expect((await second).sheets[0]?.rows.get(16)?.get(6)?.value).toBe(99);
  });
});
