import type { ChosenOptions } from "../criteria/choices";
import type { Ambiguity } from "../criteria/choices";
import type { Edition } from "./edition";

function wish<const T extends Ambiguity>(spec: T): T {
  return spec;
}

/** What a person may wish whatever the edition; the first option is the default. */
const wishSpecs = {
  gradeBasis: wish({
    title: "评价等级的依据",
    clause: "评分标准未写明按四舍五入前还是后的总分定等级；财政部门看到的是表上印的总分。",
    options: { shown: "显示的总分", unrounded: "未四舍五入的总分" },
  }),
  rowDecimals: wish({
    title: "项目支出绩效自评表每行得分四舍五入到",
    clause: "表中没有写明得分保留几位小数。",
    options: { two: "两位小数", one: "一位小数", three: "三位小数", none: "不四舍五入" },
  }),
  decimals: wish({
    title: "得分显示的小数位",
    clause: "",
    options: {
      auto: "两位，会掩盖扣分时增至四位",
      one: "一位",
      two: "两位",
      three: "三位",
      four: "四位",
    },
  }),
  reasonsIn: wish({
    title: "扣分说明写在哪里",
    clause: "",
    options: { column: "表格右侧的“扣分说明”列", basis: "空白的“评分依据”单元格，其余写在右侧" },
  }),
  liveReasons: wish({
    title:
      "在Excel里改动数据后自动重写扣分说明（较旧的Excel即ExcelApi 1.20以下，每次写入都会清空Ctrl+Z的撤销记录）",
    clause: "",
    options: { off: "不自动重写，标为待更新", on: "自动重写" },
  }),
  overwriteTyped: wish({
    title: "手工填写的得分",
    clause: "",
    options: { keep: "保留", overwrite: "以计算得分覆盖" },
  }),
} as const;

type Wishes = {
  readonly [Name in keyof typeof wishSpecs]: keyof (typeof wishSpecs)[Name]["options"] & string;
};

/** A person's choices: the wishes, and by name what the clauses of the edition leave open. */
export type Settings = Wishes & ChosenOptions;

/** Name of a wish, or of an ambiguity of the edition. */
export type SettingName = string;

/** Everything that can be set for a form that is scored by an edition, in the order in which it is shown. */
export function settingSpecs(
  edition: Pick<Edition, "ambiguities"> | null,
): Readonly<Record<SettingName, Ambiguity>> {
  return { ...edition?.ambiguities, ...wishSpecs };
}

/** As a sentence names it, with the row whose own it is. */
export function settingTitle(edition: Pick<Edition, "ambiguities"> | null, name: SettingName): string {
  const spec = settingSpecs(edition)[name];
  if (spec === undefined) return name;
  return spec.row === undefined ? spec.title : `${spec.title}（${spec.row}）`;
}

export function defaultSettings(edition: Pick<Edition, "ambiguities"> | null): Settings {
  return readSettings({}, edition);
}

/** Settings from what was kept in a workbook or a file: unknown names and values fall back to the default. */
export function readSettings(kept: unknown, edition: Pick<Edition, "ambiguities"> | null): Settings {
  const record: Readonly<Record<string, unknown>> =
    typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  const chosen = Object.entries(settingSpecs(edition)).map(
    ([name, { options }]): readonly [string, string] => {
      const value = record[name];
      const known =
        typeof value === "string" && Object.hasOwn(options, value) ? value : Object.keys(options)[0];
      return [name, known ?? ""];
    },
  );
  return Object.fromEntries(chosen) as unknown as Settings;
}
