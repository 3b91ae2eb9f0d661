import type { Choice } from "../../criteria/choices";
import type { Ambiguity } from "../../criteria/choices";

/** What the clauses of the edition leave open. */
export const ambiguities: Readonly<Record<string, Ambiguity>> = {
  passLine: {
    title: "完成率正好60%",
    clause: "“完成率60%以下为不及格”与“60%-100%”相接，60%归哪一档未写明。",
    options: { scores: "按比例得分", fails: "不得分" },
  },
  atMostMissed: {
    title: "“不高于”类指标未达标时的完成率",
    clause: "评分标准未写明越低越好的指标怎样计算完成率。",
    options: { inverse: "目标值÷实际值", zero: "不得分" },
  },
  approximateTarget: {
    title: "“约”字目标",
    clause: "“约20人”的允许偏差未写明。",
    options: { asNumber: "按该数计算并提示", tenPercent: "上下10%以内视为完成" },
  },
  overheadRounding: {
    title: "公用经费控制率不足5%的部分",
    clause: "“每增加5%（含）扣减0.5分”未写明不足5%是否计扣。",
    options: { floor: "满5%才扣", ceiling: "不足5%按5%扣" },
  },
  lateWarning: {
    title: "监控预警未及时处理扣1分的基数",
    clause: "“扣1分”从满分3分里扣再折30%，还是从本项0.9分里扣，未写明。",
    options: { ofFull: "从满分里扣，再折30%", ofPart: "从本项分值里扣" },
  },
  zeroDenominator: {
    title: "分母为0的比率",
    clause: "没有采购、没有预留金额时评分标准未写明。",
    options: { notApplicable: "视为不涉及，须说明理由", missing: "列为待补充" },
  },
  specialFundBranches: {
    title: "专项资金绩效是否适用完成率分档",
    clause: "“综合得分=产出指标自评分数+效益指标自评分数”未重复60%、150%的分档。",
    options: { branches: "与产出、效益指标相同", linear: "按完成率比例，100%封顶" },
  },
  specialFundMix: {
    title: "多个专项资金怎样合并",
    clause: "评分标准未写明多个专项之间的权重。",
    options: { byAmount: "有金额的按金额加权", equal: "各专项平均" },
  },
};

/** Several rows divide by what may be 0. */
export const zeroWhole: Choice<"notApplicable" | "ask"> = {
  setting: "zeroDenominator",
  options: { notApplicable: "notApplicable", missing: "ask" },
};
