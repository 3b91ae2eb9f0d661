import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { readEdition, type EditionFile } from "../../src/editions/readEdition";
import { findFindings } from "../../src/findings/findFindings";
import { planScoring } from "../../src/edits/planScoring";
import { patternDanger } from "../../src/words/patternDanger";
import { workbookOf } from "../support/grid";
import { otherBasis, otherEdition, otherFiles, otherForm } from "../support/otherPlace";
import { evaluated } from "../support/scored";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Path = readonly (string | number)[];

const [money, openness, effect, main] = [
  "01-money.json",
  "02-openness.json",
  "03-effect.json",
  "edition.json",
];

/** The folder with one place in one file changed; undefined takes it away. */
function changed(file: string | undefined, path: Path, value: Json | undefined): readonly EditionFile[] {
  return otherFiles.map(({ name, text }) => {
    if (name !== file) return { name, text };
    const data = JSON.parse(text) as Json;
    const last = path.at(-1) ?? 0;
    const parent = path
      .slice(0, -1)
      .reduce<Json>((at, step) => (at as Record<string, Json>)[step] ?? null, data);
    if (value === undefined) Reflect.deleteProperty(parent as object, last);
    else (parent as Record<string, Json>)[last] = value;
    return { name, text: JSON.stringify(data) };
  });
}

function faults(files: readonly EditionFile[]): readonly string[] {
  const read = readEdition(files);
  return read.ok ? [] : (read.problem.details ?? []);
}

describe("从文件夹读评分标准", () => {
  it("产品自带的版本写成文件再读回，一字不差", () => {
    const { rows, ...whole } = guangzhou2023;
    // Where a row stands says its number and its part.
    const written = (from: number, to: number): string =>
      JSON.stringify(rows.slice(from - 1, to).map((row) => ({ ...row, number: undefined, part: undefined })));
    const read = readEdition([
      { name: "2.json", text: written(11, 99) },
      { name: "1.json", text: `\uFEFF${written(1, 10)}` },
      { name: "edition.json", text: JSON.stringify(whole) },
      { name: "说明.txt", text: "不是数据" },
    ]);
    expect(read).toMatchObject({ ok: true, value: guangzhou2023 });
  });

  it("按文件名的次序编号；别名、第几行、文字可以不写", () => {
    expect(otherEdition.rows.map(({ number, id }) => `${number} ${id}`)).toEqual([
      "1 pace",
      "2 openness",
      "3 convenience",
      "4 house",
    ]);
    expect(otherEdition.rows[2]).toMatchObject({ part: 1, aliases: [], words: [] });
  });

  it("例句都被自己的样式认出", () => {
    for (const { id, words } of otherEdition.rows) {
      for (const { key, example } of words) {
        const book = workbookOf([otherForm({ basis: { [id]: `${example}。` } })]);
        const fact = evaluated(book, { editions: [otherEdition] }).facts.get(`${id}.${key}`);
        expect([example, fact?.state]).toEqual([example, "extracted"]);
      }
    }
  });
});

const wrong: readonly (readonly [
  title: string,
  file: string | undefined,
  path: Path,
  value: Json | undefined,
  says: string,
])[] = [
  ["缺一项", money, [0, "clause"], undefined, "01-money.json 第1行“全年用款完成度”：clause 缺这一项。"],
  ["拼错的名称", money, [0, "wieght"], 15, "第1行“全年用款完成度”：wieght 没有这一项，请核对拼写。"],
  ["数写成文字", money, [0, "weight"], "15", "weight 应当是大于0的数，现为15。"],
  ["没有的形状", money, [0, "criterion", "kind"], "steps", "criterion.kind 应当是“bands”或"],
  ["一步为0", money, [0, "criterion", "step"], 0, "criterion.step 应当是大于0的数，现为0。"],
  [
    "界限在另一侧",
    money,
    [0, "criterion", "nothingBeyond"],
    1.2,
    "criterion.nothingBeyond 应在from的扣分一侧",
  ],
  [
    "没有问的数据项",
    money,
    [0, "criterion", "measure", "part"],
    "paid",
    "criterion.measure.part asks里没有数据项“paid”。",
  ],
  [
    "种类不对的数据项",
    openness,
    [0, "criterion", "then", "parts", 2, "criterion", "condition", "to"],
    "due",
    "criterion.then.parts[2].criterion.condition.to 数据项“due”的kind应当是date，现为count。",
  ],
  [
    "没有的口径",
    money,
    [0, "criterion", "rounding", "setting"],
    "half",
    "criterion.rounding.setting ambiguities里没有“half”。",
  ],
  [
    "口径的读法不同",
    money,
    [0, "criterion", "rounding", "options"],
    { whole: "floor" },
    "criterion.rounding.options 应与“startedStep”的各种读法相同：whole、begun。",
  ],
  [
    "里层的标准",
    openness,
    [0, "criterion", "then", "parts", 0, "criterion", "bands", 1, "then", "criterion", "clause"],
    3,
    "criterion.then.parts[0].criterion.bands[1].then.criterion.clause 应当是文字，4000字以内，现为3。",
  ],
  ["没有一部分", openness, [0, "criterion", "then", "parts"], [], "criterion.then.parts 至少要有一项。"],
  [
    "档次与可选的不同",
    effect,
    [0, "asks", 0, "choices"],
    ["好", "坏"],
    "criterion.levels 各档名称应与数据项“level”的choices相同：好、坏。",
  ],
  ["样式不是正则表达式", money, [0, "words", 0, "pattern"], "全年预算(", "words[0].pattern 不是正则表达式"],
  [
    "样式会查得没完没了",
    money,
    [0, "words", 0, "pattern"],
    "(?:全年预算+)+{amt}",
    "words[0].pattern 重复里又有重复",
  ],
  [
    "样式太长",
    money,
    [0, "words", 0, "pattern"],
    "预".repeat(301),
    "words[0].pattern 应当是样式，300个字符以内",
  ],
  [
    "没有括住数",
    money,
    [0, "words", 0, "pattern"],
    "全年预算",
    "words的“全年预算”没有fixed，样式里也没有括住那个数的一处括号。",
  ],
  [
    "编号不是英文",
    money,
    [0, "id"],
    "进度",
    "id 应当是英文字母开头的字母、数字、下划线，40个以内，现为进度。",
  ],
  ["编号是人人都有的", money, [0, "asks", 0, "key"], "constructor", "asks[0].key 应当是英文字母开头的字母"],
  ["编号重复", effect, [1, "id"], "pace", "有几行的id都是“pace”，每行应当不同。"],
  [
    "数据项重复",
    effect,
    [1, "asks", 2],
    { key: "rules", label: "规矩", kind: "answer", unit: "", source: "", question: "？" },
    "asks里有几项的key都是“rules”。",
  ],
  ["不同组里的同名，可以", effect, [1, "name"], "群众办事感受", ""],
  ["分值之和", effect, [1, "weight"], 6, "各行分值合计51分，不是总分50分，请核对weight和total。"],
  [
    "等级次序",
    main,
    ["grades", 1, "from"],
    46,
    "edition.json：grades应从高到低，各不相同，不超过总分，最后一个从0起。",
  ],
  ["最后一个等级", main, ["grades", 2, "from"], 1, "grades应从高到低"],
  ["等级里有符号", main, ["grades", 0, "grade"], "A+", "grades[0].grade 应当是1到6个字，现为A+。"],
  ["没有的行", main, ["topics", 0, "rows", 0], "speed", "edition.json：没有id是“speed”的行。"],
  [
    "口径与设置同名",
    main,
    ["ambiguities", "decimals"],
    { title: "甲", clause: "", options: { a: "一", b: "二" } },
    "ambiguities.decimals 与本工具自己的设置同名",
  ],
  [
    "读法像数",
    main,
    ["ambiguities", "startedStep", "options"],
    { 1: "一", 2: "二" },
    "ambiguities.startedStep.options.1 应当是英文字母开头",
  ],
  ["总分", main, ["total"], null, "edition.json：total 应当是大于0的数，现为null。"],
];

describe("写错了：说出哪个文件、哪一行、哪一项", () => {
  it.each(wrong)("%s", (_, file, path, value, says) => {
    const said = faults(changed(file, path, value));
    if (says === "") expect(said).toEqual([]);
    else expect(said.join("\n")).toContain(says);
  });

  it("同一组里同名的两行：紧接着的是第二行，隔开的说明", () => {
    const last = (JSON.parse(otherFiles[2]?.text ?? "[]") as readonly Record<string, Json>[])[1];
    const twins = JSON.stringify([{ ...last, id: "twin" }]);
    const saying = "有几行同名：内务／家底规矩（第1行）；至多两行，第二行紧接着写。";
    expect(faults([...otherFiles, { name: "04.json", text: twins }]).join()).not.toContain("同名");
    expect(faults([...otherFiles, { name: "00.json", text: twins }])).toContain(saying);
  });

  it("没有 edition.json、不是 JSON、不是一列：都说明，不出错", () => {
    expect(faults(otherFiles.filter(({ name }) => name !== main)).join()).toContain("没有 edition.json");
    expect(faults([...otherFiles, { name: "x.json", text: "[{" }]).join()).toContain("x.json：不是 JSON");
    expect(faults([...otherFiles, { name: "x.json", text: "\uFFFD" }])).toEqual([
      "x.json：不是 UTF-8 编码，请用记事本“另存为”，编码选 UTF-8。",
    ]);
    expect(faults([...otherFiles, { name: "x.json", text: "{}" }])).toEqual([
      "x.json：应当是用[ ]括起的一列，每项是一行指标。",
    ]);
    expect(faults([{ name: "edition.json", text: "[]" }])).toEqual([
      "edition.json：应当是用{ }括起的一组，现为[]。",
    ]);
    expect(faults([])).toHaveLength(1);
  });

  it("很多处：列出前20处和还有几处", () => {
    const said = faults(
      otherFiles.map(({ name, text }) => ({ name, text: name === main ? text : "[1,2,3,4,5,6,7,8,9]" })),
    );
    expect(said).toHaveLength(21);
    expect(said.at(-1)).toBe("……另有7处。");
  });

  it("套了几千层：拒绝，不出错", () => {
    const gate = '{"kind":"gate","gates":[{"exempt":"withheld","problem":""}],"then":';
    const deep = `${gate.repeat(3000)}1${"}".repeat(3000)}`;
    const files = changed(openness, [0, "criterion"], "deep").map(({ name, text }) => ({
      name,
      text: text.replace('"criterion":"deep"', `"criterion":${deep}`),
    }));
    expect(faults(files).join()).toContain("套得太深");
  });
});

type Fields = Record<string, Json>;

/** The faults of an edition of this one row. */
function faultsOfRow(criterion: Json, asks: readonly Json[], row: Fields = {}, whole: Fields = {}): string {
  const edition = { id: "one", title: "一", shortTitle: "一", total: 10, grades: [], ...whole };
  const named = { id: "row", level1: "甲", level2: "乙", name: "丙", weight: 10, clause: "" };
  const files = { "edition.json": edition, "row.json": [{ ...named, criterion, asks: [...asks], ...row }] };
  return faults(Object.entries(files).map(([name, data]) => ({ name, text: JSON.stringify(data) }))).join(
    "\n",
  );
}

function asked(key: string, kind: string, more: Fields = {}): Fields {
  return { key, label: key, kind, unit: "", source: "", question: "？", ...more };
}

const notApplicable = { notApplicable: true };
const said = { met: "", missed: "" };
const meet = (condition: Json): Fields => ({ kind: "meet", condition, clause: "" });
const byRatio = (measure: Json): Fields => ({ kind: "ratio", measure, clause: "" });
const plain = byRatio({ of: "fact", key: "rate" });
const level = (name: string, from: number, to: number): Fields => {
  return { name, from, to, toIncluded: true, clause: "" };
};
const byLevel = (...levels: readonly Fields[]): Fields => {
  return { kind: "levels", level: "level", share: "rate", levels: [...levels] };
};
const leveled = [asked("level", "tier", { choices: ["好", "差"] }), asked("rate", "rate")];

describe("条件里的字：只能是那个数据项填得出的", () => {
  const choices = { choices: ["甲", "乙"] };
  it.each([
    ["answer", {}, ["是", "否"], ["有", "不涉及"], "“是”或“否”"],
    ["answer", notApplicable, ["是", "否", "不涉及"], ["无"], "“是”或“否”或“不涉及”"],
    ["answerOrShare", {}, ["是", "否"], ["部分", "不涉及"], "“是”或“否”"],
    ["tier", choices, ["甲", "乙"], ["达成", "甲的"], "“甲”或“乙”"],
    ["tier", {}, ["部分达成"], ["甲"], "“达成”或“部分达成”或“未达成”"],
    ["date", {}, ["未公开"], ["否", "没有公开"], "“未公开”"],
    ["text", {}, ["随便什么"], [], ""],
  ] as const)("%s %o", (kind, more, held, strange, should) => {
    const saying = (word: string): string => {
      const says = { of: "says", key: "one", word, said: "" };
      const any = { of: "any", conditions: [says] };
      return faultsOfRow(meet(any), [asked("one", kind, more)]);
    };
    for (const word of held) expect([word, saying(word)]).toEqual([word, ""]);
    for (const word of strange)
      expect(saying(word)).toBe(
        `row.json 第1行“丙”：criterion.condition.conditions[0].word 应当是${should}，现为${word}。`,
      );
  });
});

describe("可以填“不涉及”的数据项：只用在有规则可依的地方", () => {
  const ratio = { of: "ratio", name: "率", part: "part", whole: ["whole"], zeroWhole: "ask" };
  const clauses = { mean: "", cap: "" };
  const mean = { of: "mean", name: "率", series: "series", first: "first", count: "count", cap: 1, clauses };
  const none = { of: "none", name: "无", counts: ["count"], ...said };
  const kinds = {
    ...{ level: "tier", rate: "rate", answer: "answer", points: "points", part: "amount", whole: "amount" },
    ...{ series: "months", first: "count", count: "count" },
  };
  const judgement: Fields = {
    kind: "judgement",
    questions: [{ key: "answer", missed: "" }],
    judged: "points",
    clauses: { full: "", judged: "" },
  };
  const sum: Fields = {
    kind: "sum",
    filed: "answer",
    filing: "目标",
    summary: "rate",
    summaryName: "率",
    clauses: { sum: "", notFiled: "" },
  };
  const tiers = byLevel(level("达成", 1, 1), level("部分达成", 0.5, 0.8), level("未达成", 0, 0));

  function faultsWith(criterion: Json, open: string): string {
    const written = JSON.stringify(criterion);
    const used = Object.entries(kinds).filter(([key]) => new RegExp(`[:[]"${key}"`, "u").test(written));
    const asks = used.map(([key, kind]) => asked(key, kind, key === open ? notApplicable : {}));
    return faultsOfRow(criterion, asks);
  }

  it.each<[at: string, key: string, criterion: Json]>([
    ["level", "level", tiers],
    ["share", "rate", tiers],
    ["questions[0].key", "answer", judgement],
    ["judged", "points", judgement],
    ["filed", "answer", sum],
    ["summary", "rate", sum],
    ["measure.standIn", "rate", byRatio({ ...ratio, standIn: "rate" })],
    ["measure.standIn", "rate", byRatio({ ...mean, standIn: "rate" })],
    ["condition.standIn", "answer", meet({ ...none, standIn: "answer" })],
    [
      "condition.standIn",
      "answer",
      meet({ of: "atMost", name: "不超", actual: "part", limit: "whole", standIn: "answer", ...said }),
    ],
  ])("%s %s", (at, key, criterion) => {
    expect(faultsWith(criterion, "")).toBe("");
    expect(faultsWith(criterion, key)).toBe(
      `row.json 第1行“丙”：criterion.${at} 数据项“${key}”可以填“不涉及”，用在这里没有规则可依，请去掉notApplicable或换一个数据项。`,
    );
  });

  it("别处可以", () => {
    expect(faultsWith(meet(none), "count")).toBe("");
    expect(faultsWith(byRatio(ratio), "whole")).toBe("");
    expect(faultsWith(plain, "rate")).toBe("");
  });
});

describe("档：不倒着写，不重叠", () => {
  it("档次的from不大于to，附表的也是", () => {
    expect(faultsOfRow(byLevel(level("好", 0.8, 1), level("差", 0.3, 0.3)), leveled)).toBe("");
    expect(faultsOfRow(byLevel(level("好", 0.8, 1), level("差", 0.4, 0.3)), leveled)).toBe(
      "row.json 第1行“丙”：criterion.levels[1] from大于to。",
    );
    expect(faultsOfRow(plain, [asked("rate", "rate")], { annex: annexOf(level("好", 0.8, 1)) })).toBe("");
    expect(faultsOfRow(plain, [asked("rate", "rate")], { annex: annexOf(level("好", 1, 0.8)) })).toBe(
      "row.json 第1行“丙”：annex.levels[0] from大于to。",
    );
  });

  type Ends = readonly [number | null, boolean, number | null, boolean];
  const overlapping = "criterion.bands[1] 与bands[0]重叠：同一个数只能在一档里。";
  it.each<[title: string, first: Ends, second: Ends, says: string]>([
    ["挨着", [0.8, true, null, false], [null, false, 0.8, false], ""],
    ["隔开", [0.9, true, null, false], [null, false, 0.8, false], ""],
    ["一点上隔开", [0.8, false, null, false], [null, false, 0.8, false], ""],
    ["一点上重叠", [0.8, true, null, false], [null, false, 0.8, true], overlapping],
    ["一段上重叠", [0.6, true, null, false], [null, false, 0.8, false], overlapping],
    ["一个数在另一段里", [0, true, 1, true], [0.5, true, 0.5, true], overlapping],
    ["倒着写", [0.8, true, 0.9, false], [0.7, true, 0.6, false], "criterion.bands[1] from大于to。"],
  ])("分档：%s", (_, first, second, says) => {
    const bands = [first, second].map(([from, fromIncluded, to, toIncluded]) => {
      return { from, fromIncluded, to, toIncluded, then: { points: 1 }, clause: "" };
    });
    const criterion = { kind: "bands", measure: { of: "fact", key: "rate" }, percent: true, bands };
    const found = faultsOfRow(criterion, [asked("rate", "rate")]);
    expect(found).toBe(says === "" ? "" : `row.json 第1行“丙”：${says}`);
  });
});

describe("数的绝对值、逐项回答、公式、没有写明的：读得进，写错的说得出", () => {
  const measure = { of: "fact", key: "rate" };
  const items = { of: "items", name: "符合", unit: "项", key: "count", items: ["answer"], counted: "是" };
  const ratio = { of: "ratio", name: "率", part: "amount", whole: ["amount"], zeroWhole: "ask" };
  const linear = (more: Fields): Fields => {
    return { kind: "linear", measure, offset: 2, slope: -1, of: "share", clause: "", ...more };
  };
  const stepped = (more: Fields): Fields => {
    const each = { points: 1 };
    const clauses = { kept: "", lost: "" };
    return {
      ...{ kind: "stepped", measure, direction: "both", from: 0.9, step: 0.01, each, clauses },
      ...{ rounding: "floor", ...more },
    };
  };
  const deduct = (item: Fields, ...others: readonly Fields[]): Fields => {
    return {
      kind: "deduct",
      items: [{ clause: "", ...item }, ...others],
      kept: { measured: "", clause: "" },
    };
  };
  const byTotal = {
    ...{ total: ["count"], name: "应做", unit: "项", limit: 3, none: "" },
    ...{ many: { points: 1, clause: "" }, few: { points: 2, clause: "" } },
  };
  const when = { of: "says", key: "answer", word: "否", said: "" };
  const gate = (gives: Json): Fields => {
    return { kind: "gate", gates: [{ when, gives, clause: "" }], then: linear({}) };
  };
  const yes = { of: "yes", name: "做到", answers: [{ key: "answer", ...said }] };
  const from100 = { from: 1, fromIncluded: true, to: null, toIncluded: false };
  const unmet = { key: "answer", said: "没做", clause: "", problem: "没有写明" };
  const judged = { kind: "judgement", questions: [], judged: "points", clauses: { full: "", judged: "" } };
  const kinds = {
    rate: "rate",
    count: "count",
    answer: "answer",
    amount: "amount",
    points: "points",
  };

  it.each<[title: string, criterion: Json, says: string]>([
    ["可以低于0的数", linear({ measure: { ...measure, signed: true } }), ""],
    ["绝对值", linear({ measure: { ...ratio, absolute: true } }), ""],
    [
      "绝对值写成false",
      linear({ measure: { ...measure, absolute: false } }),
      "measure.absolute 应当是true，",
    ],
    ["逐项回答的件数", linear({ measure: items }), ""],
    [
      "逐项回答的不是是否",
      linear({ measure: { ...items, items: ["count"] } }),
      "measure.items[0] 数据项“count”的kind",
    ],
    ["数别的字", linear({ measure: { ...items, counted: "有" } }), "measure.counted 应当是“是”或“否”，"],
    ["公式得的不是分", linear({ of: "percent" }), "of 应当是“points”或“share”，"],
    ["不是率的阶梯", stepped({ percent: false }), ""],
    ["率的阶梯不写percent", stepped({ percent: true }), "percent 应当是false，或者不写，"],
    ["一段之内不扣", stepped({ to: 1.1 }), ""],
    ["一段倒着写", stepped({ to: 0.8 }), "to 应不小于from；只扣一侧的不能写"],
    ["只扣一侧的没有一段", stepped({ to: 1.1, direction: "above" }), "to 应不小于from；只扣一侧的不能写"],
    ["每项扣权重的几成", deduct({ key: "count", items: ["answer"], each: { share: 0.25 } }), ""],
    ["扣的超过权重", deduct({ key: "count", each: { share: 25 } }), "items[0].each.share 应当是0到1的数，"],
    [
      "两项，一项扣几成",
      deduct({ key: "count", each: 1 }, { key: "answer", each: { share: 1 }, clause: "" }),
      "",
    ],
    [
      "是否没有逐项",
      deduct({ key: "answer", items: ["answer"], each: 1 }),
      "items[0].items 只能代替一个件数",
    ],
    [
      "按总数的没有逐项",
      deduct({ key: "count", items: ["answer"], each: byTotal }),
      "items[0].items 只能代替一个件数",
    ],
    ["由人评定的前提", gate({ judged: "points" }), ""],
    ["评定的不是分", gate({ judged: "rate" }), "gates[0].gives.judged 数据项“rate”的kind应当是points"],
    ["没有写明的前提", gate({ ask: "没有写明" }), ""],
    ["前提给的不认得", gate("full"), "gates[0].gives 应当是“nothing”，"],
    ["何时不得分", { ...meet(yes), unmet }, ""],
    [
      "何时不得分，没写问什么",
      { ...meet(yes), unmet: { ...unmet, key: "none" } },
      "unmet.key asks里没有数据项“none”",
    ],
    ["答是否代替数", meet({ of: "within", measure, interval: from100, standIn: "answer", ...said }), ""],
    ["总由人评定", judged, ""],
  ])("%s", (_, criterion, says) => {
    const written = JSON.stringify(criterion);
    const used = Object.entries(kinds).filter(([key]) => new RegExp(`[:[]"${key}"`, "u").test(written));
    const found = faultsOfRow(
      criterion,
      used.map(([key, kind]) => asked(key, kind)),
    );
    if (says === "") expect(found).toBe("");
    else expect(found).toContain(`row.json 第1行“丙”：criterion.${says}`);
  });
});

function annexOf(...levels: readonly Fields[]): Fields {
  const clauses = { failed: "", partly: "", full: "", over: "", linear: "" };
  return {
    ...{ kind: "department", title: "附表", groups: ["output"], counted: "产出指标", sum: "", mix: "equal" },
    ...{ scale: "branches", passLine: 0.6, atPassLine: "fails", over: 1.5, overShare: 0.5, clauses },
    ...{ atMostMissed: "zero", approximateTarget: "asNumber", levels: [...levels], levelsWritten: true },
  };
}

describe("例句：自己的样式认得出", () => {
  it.each([
    ["完成率为95%", ""],
    ["（一）完成率 为“95％”。另有一句", ""],
    ["毫不相干的句子", "words[0].example 自己的样式认不出这句例句。"],
    ["完成率为95%以上", "words[0].example 自己的样式认不出这句例句。"],
    ["", "words[0].example 自己的样式认不出这句例句。"],
  ])("%s", (example, says) => {
    const words = [{ key: "rate", wordClass: "figure", pattern: "完成率{is}{pct}", example }];
    const found = faultsOfRow(plain, [asked("rate", "rate")], { words });
    expect(found).toBe(says === "" ? "" : `row.json 第1行“丙”：${says}`);
  });
});

describe("写了没有用到的", () => {
  const rate = asked("rate", "rate");
  it.each<[title: string, kind: string, row: Fields, used: boolean]>([
    ["谁也不用", "amount", {}, false],
    [
      "只有文字填它",
      "amount",
      { words: [{ key: "one", wordClass: "figure", pattern: "支出{amt}", example: "支出5万元" }] },
      false,
    ],
    ["采购金额", "amount", { purchases: ["one"] }, true],
    ["下属单位", "count", { subordinates: "one" }, true],
    ["预算金额", "amount", { budgetAmount: { fact: "one", title: "支出" } }, true],
    ["通报", "count", { bulletin: { series: "months", first: "one", count: "one" } }, true],
  ])("数据项：%s", (_, kind, row, used) => {
    const months = "bulletin" in row ? [asked("months", "months")] : [];
    expect(faultsOfRow(plain, [rate, asked("one", kind), ...months], row)).toBe(
      used ? "" : "row.json 第1行“丙”：asks里的“one”计分等处都没有用到，请去掉或用上。",
    );
  });

  it("口径：计分和附表都可以用", () => {
    const options = { a: "甲", b: "乙" };
    const whole = { ambiguities: { open: { title: "口径", clause: "", options } } };
    const chosen = (a: string, b: string): Fields => ({ setting: "open", options: { a, b } });
    const annex = { ...annexOf(level("好", 0.8, 1)), mix: chosen("byAmount", "equal") };
    const ratio = { of: "ratio", name: "率", part: "rate", whole: ["rate"] };
    const counted = byRatio({ ...ratio, zeroWhole: chosen("ask", "notApplicable") });
    expect(faultsOfRow(counted, [rate], {}, whole)).toBe("");
    expect(faultsOfRow(plain, [rate], { annex }, whole)).toBe("");
    expect(faultsOfRow(plain, [rate], {}, whole)).toBe(
      "edition.json：ambiguities.open 没有一行用到，请去掉或用上。",
    );
  });
});

describe("随便改一处", () => {
  const places = otherFiles.flatMap(({ name, text }) =>
    placesIn(JSON.parse(text) as Json).map((path) => [name, path] as const),
  );
  const values = fc.oneof(
    fc.constantFrom<Json | undefined>(
      undefined,
      null,
      true,
      0,
      -1,
      0.5,
      1e9,
      "",
      "是",
      "withheld",
      "due",
      "spent",
      "level",
      [],
      {},
      "(a|b){0,4}",
    ),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  );

  it("读得就能评、能写、能查，读不得就说明：从不出错", () => {
    let readable = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), values, ([file, path], value) => {
        const read = readEdition(changed(file, path, value));
        if (!read.ok) {
          expect(read.problem.details?.length).toBeGreaterThan(0);
          return;
        }
        readable += 1;
        const formCase = evaluated(workbookOf([otherForm({ basis: otherBasis })]), {
          editions: [read.value],
          edition: read.value.id,
          given: new Map([
            ["openness.corrected", { value: 1 }],
            ["openness.approved", { value: 45889 }],
            ["openness.disclosed", { value: 45901 }],
            ["convenience.level", { value: "有所改善" }],
            ["convenience.share", { value: 0.7 }],
          ]),
        });
        planScoring(formCase);
        findFindings(formCase);
      }),
      { numRuns: 400 },
    );
    expect(readable).toBeGreaterThan(20);
  }, 120_000);
});

function placesIn(data: Json): readonly Path[] {
  if (typeof data !== "object" || data === null) return [];
  const entries = Array.isArray(data)
    ? data.map((one, index) => [index, one] as const)
    : Object.entries(data);
  return entries.flatMap(([name, inner]) => [[name], ...placesIn(inner).map((path) => [name, ...path])]);
}

describe("样式会不会查得没完没了", () => {
  it("产品自带的样式都不会", () => {
    const { rows, topics = [], slips = [] } = guangzhou2023;
    const patterns = [
      ...rows.flatMap(({ words, conditions = [] }) => [
        ...words.map(({ pattern }) => pattern),
        ...conditions.map((one) => one.words),
      ]),
      ...[...topics, ...slips].map(({ words }) => words),
    ];
    expect(patterns.filter((pattern) => patternDanger(pattern) !== null)).toEqual([]);
  });

  it.each([
    "(a+)+b",
    "(a|b)*c",
    "(?:[^x]{0,24}y){0,3}",
    "(a?){60}",
    "((a){2,}b)*",
    "([)]+)+x",
    ".*.*.*x",
    "(?:(?:a{0,9}){0,9}b){0,9}",
  ])("会：%s", (pattern) => {
    expect(patternDanger(pattern)).not.toBeNull();
  });

  it.each(["(?:(?!a|b)c){0,60}", "(?:ab){0,60}", "(?:甲|乙){0,4}", "[*+]{0,30}.*", "\\(+a", "a(?=b+)"])(
    "不会：%s",
    (pattern) => {
      expect(patternDanger(pattern)).toBeNull();
    },
  );
});
