/** A unit as it is compared: two words for the same thing share a name. */
export interface Unit {
  /** "人" for 人, 名 and 位; "" when none is written. */
  readonly name: string;
  /** As written: "名", "㎡". */
  readonly written: string;
  /** Power of ten to the named unit: 公里 → 米 is 3. */
  readonly power: number;
}

export const noUnit: Unit = { name: "", written: "", power: 0 };

/** Words that measure or count things, each a unit of its own. */
const own =
  "元 美元 人 人次 工作日 天 小时 学时 课时 分钟 秒 年 周 米 平方米 亩 立方米 千克 斤 升 千瓦 千瓦时 MB GB TB Mbps 倍 分 分贝 个 家 户 家次 户次 人天 件 宗 起 例 项 个次 项次 件次 份 篇 本 册 部 条 次 场 场次 期 批 批次 轮 届 台 套 台套 头 只 羽 株 棵 辆 艘 架 座 栋 幢 处 所 间 支 队 组 班 门 科 种 类 款 张 幅 块 片 面 封 笔 单 宗地 点 站 段 县 镇 乡 村 街道 社区 床 张床 席 盏 根 套房 班次 车次 架次 字 页 集 节 堂 对 双 箱 瓶 包 袋 盒 通".split(
    " ",
  );

/** Other words for a unit: the name that it is compared under, the power of ten to it, and the words. */
const known: readonly (readonly [name: string, power: number, words: string])[] = [
  ["%", -2, "%"],
  ["%", -3, "‰"],
  ["%", -4, "‱"],
  ["%", -1, "成"],
  ["百分点", -2, "个百分点 百分点"],
  ["元", 0, "元人民币"],
  ["人", 0, "名 位 人数"],
  ["人次", 0, "人·次"],
  ["人天", 0, "人·天"],
  ["月", 0, "个月"],
  ["工作日", 0, "个工作日"],
  ["天", 0, "个自然日 自然日 d"],
  ["小时", 0, "个小时 h hr"],
  ["分钟", 0, "min"],
  ["秒", 0, "s"],
  ["米", 0, "m"],
  ["米", -2, "厘米 cm"],
  ["米", -3, "毫米 mm"],
  ["米", 3, "公里 千米 km"],
  ["平方米", 0, "平方 平米 ㎡ m2 m²"],
  ["平方米", 4, "公顷"],
  ["平方米", 6, "平方公里 平方千米 km2 km²"],
  ["立方米", 0, "方 立方 m3 m³"],
  ["立方米", 9, "立方千米 立方公里"],
  ["升", 0, "L"],
  ["升", -3, "毫升 mL ml"],
  ["千克", -9, "微克 μg ug"],
  ["千克", -6, "毫克 mg"],
  ["千克", -3, "克 g"],
  ["千克", 0, "公斤 kg"],
  ["千克", 3, "吨 t"],
  ["千瓦", 0, "kW"],
  ["千瓦", 3, "兆瓦 MW"],
  ["千瓦", 6, "吉瓦 GW"],
  ["千瓦时", 0, "度 kWh"],
  ["千瓦时", 3, "兆瓦时 MWh"],
];

/** Units of one quantity that are no power of ten apart: what one of each is in the first of its line. */
const convertible: readonly Readonly<Record<string, number>>[] = [
  { 秒: 1, 分钟: 60, 小时: 3600, 天: 86_400, 周: 604_800 },
  { 月: 1, 年: 12 },
  { 平方米: 1, 亩: 2000 / 3 },
  { 千克: 1, 斤: 0.5 },
  { "%": 1, 倍: 1 },
];

/** How many of `to` one of `from` is: 小时 in 分钟 is 60. 1 where they are the same, or nobody can say. */
export function unitFactor(from: Unit, to: Unit): number {
  const line = convertible.find((one) => from.name in one && to.name in one);
  return line === undefined ? 1 : (line[from.name] ?? 1) / (line[to.name] ?? 1);
}

/** What makes a unit the head of another word: 方案, 方面, 成立, 成果. */
const wordsOfUnits: Readonly<Record<string, RegExp>> = {
  方: /^[案面式法针位向可便能言]/u,
  成: /^[立果员效本功为就长人品份不熟活]/u,
  斤: /^斤/u,
  d: /^[视打建动影模效]/u,
  s: /^[级管店]/u,
};

const names: ReadonlyMap<string, readonly [name: string, power: number]> = new Map([
  ...own.map((word) => [word, [word, 0]] as const),
  ...known.flatMap(([name, power, words]) => words.split(" ").map((word) => [word, [name, power]] as const)),
]);
const longest = Math.max(...Array.from(names.keys(), (word) => word.length));

/** The longest known unit at this place, with a divisor where one follows ("元/月", "次/年"). */
export function unitAt(text: string, at: number): Unit | null {
  const plain = simpleUnitAt(text, at);
  if (plain === null) return null;
  const slash = at + plain.written.length;
  if (text.charAt(slash) !== "/") return plain;
  const many = /^(?:百万|十万|万|千)?/u.exec(text.slice(slash + 1, slash + 3))?.[0] ?? "";
  const one = slash + 1 + many.length;
  const period = /^(?:月|季度?|半年)/u.exec(text.slice(one, one + 2))?.[0];
  const under = period ?? simpleUnitAt(text, one)?.written;
  const divisor = under === undefined ? undefined : many + under;
  if (divisor === undefined) return plain;
  return { name: `${plain.name}/${divisor}`, written: `${plain.written}/${divisor}`, power: plain.power };
}

function simpleUnitAt(text: string, at: number): Unit | null {
  for (let length = longest; length > 0; length -= 1) {
    const written = text.slice(at, at + length);
    const found = written.length === length ? names.get(written) : undefined;
    if (found === undefined) continue;
    if (wordsOfUnits[written]?.test(text.charAt(at + length)) === true) continue;
    // "5mm" and "5G网" are no metres: a Latin unit ends where its letters end.
    if (/[A-Za-z]$/u.test(written) && /[A-Za-z0-9]/u.test(text.charAt(at + length))) continue;
    return { name: found[0], written, power: found[1] };
  }
  return null;
}

/** Count units that may stand for one another, with a remark. 人 and 人次 are different units. */
const families = [
  ["人", "人次"],
  ["家", "户", "家次", "户次"],
  ["家", "个", "所", "间"],
  ["户", "个"],
  ["场", "次", "期", "批", "轮", "场次", "批次", "届", "班次"],
  ["件", "宗", "起", "例", "项", "个", "笔", "单", "项次", "件次", "种", "类"],
  ["份", "篇", "本", "册", "条", "个", "部"],
  ["台", "套", "台套", "个", "辆", "件"],
  ["座", "栋", "幢", "处", "个", "所"],
] as const;

type UnitComparison = "same" | "open" | "differs" | "unlike";

/** same; open: one side has none; differs: related, worth a remark; unlike: never divided by one another. */
export function compareUnits(one: Unit, other: Unit): UnitComparison {
  if (one.name === other.name) return "same";
  if (convertible.some((line) => one.name in line && other.name in line)) return "same";
  if (one.name === "" || other.name === "") return "open";
  const base = (unit: Unit): string => unit.name.split("/", 1)[0] ?? "";
  if (base(one) === base(other)) return "differs";
  const related = families.some((family: readonly string[]) => {
    return family.includes(one.name) && family.includes(other.name);
  });
  return related ? "differs" : "unlike";
}

/** A number with its magnitude and unit, before the words of its side are looked for. */
export interface WrittenNumber {
  readonly digits: string;
  readonly value: number;
  readonly magnitude: number;
  readonly unit: Unit;
  readonly to: number;
  readonly doubt: string | null;
}

/** A sticky pattern tried at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
