/** One ambiguity of the rubric, or one wish of the user, as a named choice. The first option is the default. */
interface SettingSpec {
  /** Chinese. */
  readonly title: string;
  /** Which clause is ambiguous, and why. Empty for wishes. */
  readonly clause: string;
  /** value → Chinese label; the first one is the default (no value may look like a number: those would sort first). */
  readonly options: Readonly<Record<string, string>>;
}

function setting<const T extends SettingSpec>(spec: T): T {
  return spec;
}

export const settingSpecs = {
  passLine: setting({
    title: "完成率正好60%",
    clause: "“完成率60%以下为不及格”与“60%-100%”相接，60%归哪一档未写明。",
    options: { scores: "按比例得分", fails: "不得分" },
  }),
  atMostMissed: setting({
    title: "“不高于”类指标未达标时的完成率",
    clause: "评分标准未写明越低越好的指标怎样计算完成率。",
    options: { inverse: "目标值÷实际值", zero: "不得分" },
  }),
  approximateTarget: setting({
    title: "“约”字目标",
    clause: "“约20人”的允许偏差未写明。",
    options: { asNumber: "按该数计算并提示", tenPercent: "上下10%以内视为完成" },
  }),
  ratioCap: setting({
    title: "比例计分是否封顶",
    clause: "“评分=数值×分值”未写明超过100%时封顶。",
    options: { capped: "以分值封顶" },
  }),
  overheadRounding: setting({
    title: "公用经费控制率不足5%的部分",
    clause: "“每增加5%（含）扣减0.5分”未写明不足5%是否计扣。",
    options: { floor: "满5%才扣", ceiling: "不足5%按5%扣" },
  }),
  lateWarning: setting({
    title: "监控预警未及时处理扣1分的基数",
    clause: "“扣1分”从满分3分里扣再折30%，还是从本项0.9分里扣，未写明。",
    options: { ofFull: "从满分里扣，再折30%", ofPart: "从本项分值里扣" },
  }),
  zeroDenominator: setting({
    title: "分母为0的比率",
    clause: "没有采购、没有预留金额时评分标准未写明。",
    options: { notApplicable: "视为不涉及，须说明理由", missing: "列为待补充" },
  }),
  specialFundBranches: setting({
    title: "专项资金绩效是否适用完成率分档",
    clause: "“综合得分=产出指标自评分数+效益指标自评分数”未重复60%、150%的分档。",
    options: { branches: "与产出、效益指标相同", linear: "按完成率比例，100%封顶" },
  }),
  specialFundMix: setting({
    title: "多个专项资金怎样合并",
    clause: "评分标准未写明多个专项之间的权重。",
    options: { byAmount: "有金额的按金额加权", equal: "各专项平均" },
  }),
  annexWeights: setting({
    title: "附表没有分值列时各行的权重",
    clause: "附表未公布各行分值。",
    options: { equal: "各行平均" },
  }),
  gradeBasis: setting({
    title: "评价等级的依据",
    clause: "评分标准未写明按四舍五入前还是后的总分定等级。",
    options: { unrounded: "未四舍五入的总分", shown: "显示的总分" },
  }),
  decimals: setting({
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
  reasonsIn: setting({
    title: "扣分说明写在哪里",
    clause: "",
    options: { column: "表格右侧的“扣分说明”列", basis: "空白的“评分依据”单元格，其余写在右侧" },
  }),
  liveReasons: setting({
    title:
      "在Excel里改动数据后自动重写扣分说明（较旧的Excel即ExcelApi 1.20以下，每次写入都会清空Ctrl+Z的撤销记录）",
    clause: "",
    options: { off: "不自动重写，标为待更新", on: "自动重写" },
  }),
  overwriteTyped: setting({
    title: "手工填写的得分",
    clause: "",
    options: { keep: "保留", overwrite: "以计算得分覆盖" },
  }),
} as const;

export type SettingName = keyof typeof settingSpecs;

/** The user's choices; a missing one is the default. */
export type Settings = {
  readonly [Name in SettingName]: keyof (typeof settingSpecs)[Name]["options"] & string;
};

export const settingNames = Object.keys(settingSpecs) as readonly SettingName[];

export const defaultSettings: Settings = Object.fromEntries(
  settingNames.map((name) => [name, Object.keys(settingSpecs[name].options)[0]]),
) as unknown as Settings;

/** Settings from what was kept in a workbook or a file: unknown names and values fall back to the default. */
export function readSettings(kept: unknown): Settings {
  const record: Readonly<Record<string, unknown>> =
    typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  const chosen = settingNames.map((name): readonly [SettingName, string] => {
    const value = record[name];
    const known = typeof value === "string" && Object.hasOwn(settingSpecs[name].options, value);
    return [name, known ? value : defaultSettings[name]];
  });
  return Object.fromEntries(chosen) as unknown as Settings;
}
