import type { CriterionPart } from "../../criteria/criterion";
import { answeredPart, ask, lines, rowsUnder, standIn, statements } from "../describe";
import { checkedClean, disclosed, notSecret } from "./disclosureWords";

const late =
  "(?:(?:因[^,:;未没无不否]{1,12}?)?(?:延[后迟期误]|推迟|逾期|超期)(?:了)?(?:(?:\\d{1,3}|[一二两三四五六七八九十半]{1,2})(?:天|日|个工作日|个?月|周))(?:才|后)?公开|[^,:未没无不否]{0,4}?(?:晚于|迟于|超过)规定(?:的)?(?:时间|时限|期限)(?:\\d{1,3}(?:天|日|个工作日))?(?:才|后)?公开)";

/** On time, and without findings: of budget and final accounts alike. */
function published(name: string, key: "budget" | "final"): readonly CriterionPart[] {
  const found = `${name}公开检查发现问题`;
  return [
    {
      share: 1,
      criterion: {
        kind: "meet",
        condition: {
          of: "days",
          from: `${key}Approved`,
          to: `${key}Published`,
          standIn: `${key}InTime`,
          met: `${name}批复后20日内公开`,
          missed: `${name}批复后超过20日公开`,
          atMost: 20,
          said: `${name}批复后{days}日公开`,
          early: `${name}公开日早于批复日，请核对。`,
        },
        clause: "财政部门批复本部门预决算后，20日内向社会公开的得1分，未及时公开的得0分（预算、决算各占50%）",
      },
    },
    {
      share: 1,
      criterion: {
        kind: "meet",
        condition: {
          of: "none",
          name: found,
          counts: [`${key}Issues`],
          met: `${name}公开检查未发现问题`,
          missed: found,
          counted: found,
        },
        clause: "预决算公开专项检查中发现问题的得0分，没有发现问题的得1分（预算、决算各占50%）",
      },
    },
  ];
}

/** 信息公开: budget, final accounts, goals and self-evaluations published in time. */
export const disclosureRows = rowsUnder("管理效率", "信息公开", [
  {
    id: "budgetDisclosure",
    name: "预决算公开合规性",
    aliases: ["预决算公开", "预决算信息公开合规性"],
    weight: 2,
    clause:
      "预算、决算公开合规性各占50%,对未公开预算或决算的非涉密部门，得0分。已公开部门预决算的,分别从及时性、规范性2个方面考核：一是非涉密部门在财政部门批复本部门预决算后,20日内向社会公开的得1分,未及时公开的得0分。二是根据公开规范性检查指标计算得分，财政部门或上级财政部门开展预决算公开专项检查中发现问题的得0分，没有发现问题的得1分。",
    criterion: {
      kind: "gate",
      gates: [
        { exempt: "secret", problem: "涉密部门不公开预决算，视为不涉及，请在口径说明里写明理由。" },
        {
          when: {
            of: "any",
            conditions: [
              { of: "says", key: "budgetPublished", word: "未公开", said: "部门预算未公开" },
              { of: "says", key: "finalPublished", word: "未公开", said: "部门决算未公开" },
            ],
          },
          gives: "nothing",
          clause: "对未公开预算或决算的非涉密部门，得0分",
        },
      ],
      then: {
        kind: "parts",
        parts: [...published("部门预算", "budget"), ...published("部门决算", "final")],
        sharesQuoted: true,
        kept: { clause: "20日内向社会公开的得1分，没有发现问题的得1分（预算、决算各占50%）" },
      },
    },
    audited: true,
    conditions: [
      { name: "预算", words: "预算|预决算(?!公开专项|公开规范性|公开检查)" },
      { name: "决算", words: "(?<!预)决算|预决算(?!公开专项|公开规范性|公开检查)" },
    ],
    asks: [
      ask("answer", "secret", "是否涉密部门", "保密部门认定", "本部门是否涉密部门？"),
      ask("date", "budgetApproved", "部门预算批复日", "财政批复", "财政部门哪天批复部门预算？"),
      ask(
        "date",
        "budgetPublished",
        "部门预算公开日",
        "部门网站",
        "部门预算哪天公开？没有公开的填“未公开”。",
      ),
      ask(
        { count: "个" },
        "budgetIssues",
        "预算公开检查发现问题",
        "检查通报",
        "预算公开专项检查发现几个问题？",
      ),
      ask("date", "finalApproved", "部门决算批复日", "财政批复", "财政部门哪天批复部门决算？"),
      ask("date", "finalPublished", "部门决算公开日", "部门网站", "部门决算哪天公开？没有公开的填“未公开”。"),
      ask(
        { count: "个" },
        "finalIssues",
        "决算公开检查发现问题",
        "检查通报",
        "决算公开专项检查发现几个问题？",
      ),
      ask("answer", "budgetInTime", "部门预算是否在批复后20日内公开", "部门网站", null, standIn),
      ask("answer", "finalInTime", "部门决算是否在批复后20日内公开", "部门网站", null, standIn),
    ],
    words: [
      statements("secret", "是", {
        本部门为涉密部门: "(?:我局|本部门|本单位|我单位)(?:为|属于?|是)涉密(?:部门|单位)",
      }),
      statements("secret", "否", {
        本部门为非涉密部门: "(?:我局|本部门|本单位|我单位)(?:为|属于?|是)非涉密(?:部门|单位)",
      }),
      notSecret,
      disclosed("budget"),
      disclosed("final"),
      checkedClean("budgetIssues", "预(?:算|决算|算[、和及]决算)"),
      checkedClean("finalIssues", "(?:预?决算|预算[、和及]决算)"),
    ],
  },
  {
    id: "performanceDisclosure",
    name: "绩效信息公开情况",
    aliases: ["绩效信息公开"],
    weight: 2,
    clause: lines(
      "指绩效目标、绩效自评资料按规定在单位网站公开情况。",
      "1.绩效目标在规定时间公开的，得满分，否则不得分；",
      "2.绩效自评资料在规定时间公开的，得满分，否则不得分。",
      "3.目标公开情况和自评资料公开情况得分各占50%，计算出本指标的综合得分。",
    ),
    criterion: {
      kind: "parts",
      parts: [
        answeredPart(
          50,
          "goals",
          "绩效目标是否在规定时间公开",
          ["绩效目标在规定时间公开", "绩效目标未在规定时间公开"],
          "绩效目标在规定时间公开的，得满分，否则不得分",
        ),
        answeredPart(
          50,
          "selfEvaluation",
          "绩效自评资料是否在规定时间公开",
          ["绩效自评资料在规定时间公开", "绩效自评资料未在规定时间公开"],
          "绩效自评资料在规定时间公开的，得满分，否则不得分",
        ),
      ],
      kept: {
        measured: "绩效目标、绩效自评资料均在规定时间公开",
        clause: "目标公开情况和自评资料公开情况得分各占50%",
      },
    },
    conditions: [
      { name: "绩效目标", words: "目标" },
      { name: "绩效自评资料", words: "自评|自我评价" },
    ],
    clauseKeys: { 绩效目标在规定时间公开: "goals", 绩效自评资料在规定时间公开: "selfEvaluation" },
    asks: [
      ask("answer", "goals", "绩效目标是否在规定时间公开", "网站；公开通知"),
      ask("answer", "selfEvaluation", "绩效自评资料是否在规定时间公开", "网站；公开通知"),
    ],
    words: [
      statements("goals", "是", {
        绩效目标设置情况已随部门预算按时公开:
          "绩效目标(?:(?!自评|评价)[^,:未没无不否]){0,20}?(?:[、和及与](?:20\\d\\d年度?)?(?:绩效)?自评(?:资料|情况|报告|材料|结果)?[^,:未没无不否]{0,10}?)?{time}~公开",
        已按规定时间公开绩效目标和绩效自评资料: "{time}公开(?:了)?(?:部门|整体|项目|预算){0,3}绩效目标",
      }),
      statements("goals", "是", {
        绩效目标随2023年部门预算公开:
          "绩效目标(?:(?!自评|评价)[^,:未没无不否]){0,20}?随(?:同)?(?:20\\d\\d年度?)?(?:部门)?预算(?:一并|同步|一同|一起)?[^,:未没无不否]{0,12}?公开",
        绩效目标与部门预算同时公开:
          "绩效目标(?:(?!自评|评价)[^,:未没无不否]){0,12}?与(?:20\\d\\d年度?)?(?:部门)?预算(?:一并|同步|一同|一起|同时)(?:向社会)?公开",
        随预算公开绩效目标:
          "随(?:同)?(?:20\\d\\d年度?)?(?:部门)?预算(?:一并|同步|一同|一起)?公开(?:了)?(?:部门|整体|项目|预算){0,3}绩效目标",
      }),
      statements("selfEvaluation", "是", {
        绩效自评资料随2022年部门决算公开:
          "自评(?:资料|情况|报告|材料|结果|表)?[^,:未没无不否]{0,12}?随(?:同)?(?:20\\d\\d年度?)?(?:部门)?决算(?:一并|同步|一同|一起)?[^,:未没无不否]{0,12}?公开",
        绩效自评与部门决算同时公开:
          "自评(?:资料|情况|报告|材料|结果|表)?与(?:20\\d\\d年度?)?(?:部门)?决算(?:一并|同步|一同|一起|同时)(?:向社会)?公开",
        随决算公开项目绩效自评表:
          "随(?:同)?(?:20\\d\\d年度?)?(?:部门)?决算(?:一并|同步|一同|一起)?公开(?:了)?(?:部门|整体|支出|项目|绩效){0,4}自评",
        绩效自评情况已随决算按时公开: "自评(?:资料|情况|报告|材料|结果|表)?~{time}~公开",
        已按规定时间公开绩效目标和绩效自评资料:
          "{time}公开(?:了)?(?:(?:部门|整体|项目|预算){0,3}绩效目标(?:情况|表)?[、和及与])?(?:部门|整体|支出|绩效){0,3}自评",
      }),
      statements("goals", "否", {
        绩效目标未按时公开:
          "绩效目标(?:(?!自评|评价)[^,:未没无不否]){0,12}?(?:未|没有)(?:能)?(?:在|按|及时|规定|时间|时限|内|时){0,5}公开",
        绩效目标晚于规定时间公开: `绩效目标(?:表)?${late}`,
      }),
      statements("selfEvaluation", "否", {
        绩效自评资料未按时公开:
          "自评(?:资料|情况|报告|材料|结果|表)?[^,:未没无不否]{0,8}?(?:未|没有)(?:能)?(?:在|按|及时|规定|时间|时限|内|时){0,5}公开",
        绩效自评资料晚于规定时间公开: `自评(?:资料|情况|报告|材料|结果|表)?${late}`,
      }),
    ],
  },
]);
