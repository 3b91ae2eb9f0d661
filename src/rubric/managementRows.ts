import { checklistRule } from "../rules/checklist";
import { example, type ExampleValues } from "./example";
import { factSpecs } from "./factSpecs";
import { lines } from "./lines";
import type { RubricRow } from "./rubric";

/** 绩效管理: rules made, results used, rules carried out. */

const executed: ExampleValues = {
  returned: 0,
  monitored: "是",
  monitoringOnTime: "是",
  evaluated: "是",
  subordinates: "是",
  evaluationOnTime: "是",
};

export const managementRows: readonly Omit<RubricRow, "number">[] = [
  {
    id: "systemBuilding",
    level1: "管理效率",
    level2: "绩效管理",
    name: "绩效管理制度建设",
    aliases: ["绩效制度建设"],
    part: 1,
    weight: 5,
    clause: lines(
      "1.部门出台对本级使用资金管理制度明确绩效要求的，得满分，否则不得分。绩效要求应包含绩效目标管理、绩效运行监控、绩效评价管理和评价结果应用等方面。",
      "2.部门主管专项资金印发管理办法，并体现绩效管理要求的，得满分，否则不得分。",
      "3.部门出台制度明确机关各处室、机关与下属单位的绩效职责分工要求的，得满分，否则不得分。",
      "4.制度形式可以为专门规定，也可以是综合制度。内容有缺漏的，酌情扣分。以上三项得分分别占30%、30%和40%，计算出本指标的综合得分。",
    ),
    rule: checklistRule(
      factSpecs.systemBuilding,
      [
        {
          key: "ownFunds",
          share: 30,
          clause: "部门出台对本级使用资金管理制度明确绩效要求的，得满分，否则不得分；内容有缺漏的，酌情扣分",
          missed: "本级资金管理制度的绩效要求不完整",
        },
        {
          key: "specialFunds",
          share: 30,
          clause:
            "部门主管专项资金印发管理办法，并体现绩效管理要求的，得满分，否则不得分；内容有缺漏的，酌情扣分",
          missed: "专项资金管理办法的绩效管理要求不完整",
        },
        {
          key: "duties",
          share: 40,
          clause: "部门出台制度明确绩效职责分工要求的，得满分，否则不得分；内容有缺漏的，酌情扣分",
          missed: "绩效职责分工不明确",
        },
      ],
      { measured: "三项制度齐全", clause: "三项得分分别占30%、30%和40%" },
      [
        example("三项齐全", 5, 5, { ownFunds: "是", specialFunds: "是", duties: "是" }),
        example("没有职责分工制度", 5, 3, { ownFunds: "是", specialFunds: "是", duties: "否" }),
        example("没有专项资金，有理由", 5, 5, { ownFunds: "是", specialFunds: "不涉及", duties: "是" }),
        example("本级制度完整度80%", 5, 4.7, { ownFunds: 0.8, specialFunds: "是", duties: "是" }),
        example("有一项没答", 5, "missing", { ownFunds: "是", duties: "是" }),
        {
          title: "不涉及没有理由",
          facts: {
            ownFunds: { value: "是" },
            specialFunds: { value: "不涉及" },
            duties: { value: "是" },
          },
          weight: 5,
          expect: "missing",
        },
      ],
    ),
  },
  {
    id: "resultUse",
    level1: "管理效率",
    level2: "绩效管理",
    name: "绩效结果应用",
    aliases: ["绩效评价结果应用"],
    part: 1,
    weight: 3,
    clause: lines(
      "1.及时反馈处理监控预警提醒信息的，得满分，发现一次未及时处理，扣1分，扣完为止。",
      "2.及时将重点评价整改情况反馈市财政局的，得满分，未及时反馈的不得分；",
      "3.建立评价结果与预算编制挂钩机制，将评价结果与所属预算单位预算安排相结合的，得满分，否则不得分。",
      "4.以上三项得分分别占30%、30%和40%，算出本指标综合得分。",
    ),
    rule: checklistRule(
      factSpecs.resultUse,
      [
        {
          key: "lateWarnings",
          share: 30,
          each: 1,
          clause: "发现一次未及时处理，扣1分，扣完为止",
          missed: "监控预警未及时处理",
        },
        {
          key: "lateFeedback",
          share: 30,
          clause: "及时将重点评价整改情况反馈市财政局的，得满分，未及时反馈的不得分",
          missed: "重点评价整改情况未及时反馈",
        },
        {
          key: "linked",
          share: 40,
          clause:
            "建立评价结果与预算编制挂钩机制，将评价结果与所属预算单位预算安排相结合的，得满分，否则不得分",
          missed: "未建立评价结果与预算编制挂钩机制",
        },
      ],
      { measured: "预警处理、整改反馈及时，已建立挂钩机制", clause: "三项得分分别占30%、30%和40%" },
      [
        example("全部做到", 3, 3, { lateWarnings: 0, lateFeedback: 0, linked: "是" }),
        example("一次预警未及时处理", 3, 2.7, { lateWarnings: 1, lateFeedback: 0, linked: "是" }),
        example("五次预警未及时处理，扣完为止", 3, 2.1, { lateWarnings: 5, lateFeedback: 0, linked: "是" }),
        {
          ...example("从本项分值里扣，一次就扣完", 3, 2.1, {
            lateWarnings: 1,
            lateFeedback: 0,
            linked: "是",
          }),
          settings: { lateWarning: "ofPart" },
        },
        example("一个重点评价未及时反馈", 3, 2.1, { lateWarnings: 0, lateFeedback: 1, linked: "是" }),
        example("没有预警和重点评价，也没有挂钩机制", 3, 1.8, {
          lateWarnings: "不涉及",
          lateFeedback: "不涉及",
          linked: "否",
        }),
        example("挂钩机制没答", 3, "missing", { lateWarnings: 0, lateFeedback: 0 }),
      ],
    ),
  },
  {
    id: "systemExecution",
    level1: "管理效率",
    level2: "绩效管理",
    name: "绩效管理制度执行",
    aliases: ["绩效制度执行", "绩效管理制度执行情况"],
    part: 1,
    weight: 7,
    clause: lines(
      "本指标得分=部门绩效目标管理得分+部门绩效监控得分+部门绩效自评得分",
      "1.绩效目标管理得分（2分）：根据评价部门整体预算绩效目标编报质量评分，部门预算编审阶段，部门整体预算绩效目标未被财政部门回退得满分：被财政部门回退1次及以上不得分。",
      "2.绩效监控得分（2分）",
      "（1）部门按要求开展部门整体支出绩效监控的，得1分，否则不得分。",
      "（2）部门及时报送相关部门整体支出绩效监控材料（自评表、自评报告、相关佐证材料），得1分，否则不得分。",
      "3.绩效自评得分（3分）",
      "（1）部门按要求开展部门整体支出绩效自评，得1分，否则不得分。",
      "（2）部门按要求组织下属单位开展单位整体支出绩效自评，得1分，否则不得分。",
      "（3）部门及时报送相关部门整体支出绩效自评材料（自评表、自评报告、相关佐证材料），得1分，否则不得分。",
    ),
    rule: checklistRule(
      factSpecs.systemExecution,
      [
        {
          key: "returned",
          share: 2,
          clause: "部门整体预算绩效目标被财政部门回退1次及以上不得分",
          missed: "部门整体预算绩效目标被财政部门回退",
        },
        {
          key: "monitored",
          share: 1,
          clause: "部门按要求开展部门整体支出绩效监控的，得1分，否则不得分",
          missed: "未按要求开展部门整体支出绩效监控",
        },
        {
          key: "monitoringOnTime",
          share: 1,
          clause: "部门及时报送相关部门整体支出绩效监控材料，得1分，否则不得分",
          missed: "未及时报送绩效监控材料",
        },
        {
          key: "evaluated",
          share: 1,
          clause: "部门按要求开展部门整体支出绩效自评，得1分，否则不得分",
          missed: "未按要求开展部门整体支出绩效自评",
        },
        {
          key: "subordinates",
          share: 1,
          clause: "部门按要求组织下属单位开展单位整体支出绩效自评，得1分，否则不得分",
          missed: "未按要求组织下属单位开展绩效自评",
        },
        {
          key: "evaluationOnTime",
          share: 1,
          clause: "部门及时报送相关部门整体支出绩效自评材料，得1分，否则不得分",
          missed: "未及时报送绩效自评材料",
        },
      ],
      {
        measured: "目标未被回退，监控、自评均按要求开展",
        clause: "本指标得分=部门绩效目标管理得分+部门绩效监控得分+部门绩效自评得分",
      },
      [
        example("全部做到", 7, 7, executed),
        example("目标被回退一次", 7, 5, { ...executed, returned: 1 }),
        example("目标被回退三次", 7, 5, { ...executed, returned: 3 }),
        example("监控材料报送不及时", 7, 6, { ...executed, monitoringOnTime: "否" }),
        example("没有下属单位，有理由", 7, 7, { ...executed, subordinates: "不涉及" }),
        example("全部没做到", 7, 0, {
          returned: 1,
          monitored: "否",
          monitoringOnTime: "否",
          evaluated: "否",
          subordinates: "否",
          evaluationOnTime: "否",
        }),
        example("只答了回退", 7, "missing", { returned: 0 }),
      ],
    ),
  },
];
