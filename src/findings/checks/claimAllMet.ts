import type { AnnexBinding } from "../../editions/edition";
import { percentWords } from "../../criteria/words";
import { tidy } from "../../quantity/tidy";
import { grouped } from "../../workbook/grouped";
import { inCell, type Check, type FindingContext, type Found, type Place } from "../finding";
import { goalsOf } from "../goals";
import { allPassages, excerpt, type Passage, sentencesOf } from "../passages";

const claim =
  /(?:指标|目标|任务)[^。；]{0,24}?(?:(?<!平)均|都|全部|全面)(?:已|超额)?(?:经)?(?:实现|完成|达成|达到|超额完成)|(?:(?<!平)均|都|全部)已?(?:实现|完成|达成|超额完成)[^。；]{0,8}(?:目标|指标|任务)|绩效目标已完成|(?:目标|指标|任务)圆满完成|完成率(?:(?<!平)均|都|全部)(?:为|达到?|在|超过)?\s*100[%％]/u;
const softened = /基本|大部分|绝大|除|未(?:全部|能)|部分(?!门)/u;
/** Not all of them; or what is wanted, before it is done: "确保各项指标全部完成" (but 确保了…). */
const unclaimed =
  /(?:未|没有?|不|并非)(?:能够?|是|曾)?(?:均|都|全部|全面)|(?:力争|争取|力求|确保|保证|保障|要求|计划|预期)(?!了)[^，。；]{0,24}(?:均|都|全部|全面)/u;

/** The word of the claim that is said to be met: 任务 of “任务均已完成”, 完成率 of “完成率均为100%”. */
const head = /指标|目标|任务|完成率/u;
/** Words in front of it that name nothing of their own: 年初设定的各项绩效. */
const anything = new RegExp(
  `(?:${[
    "的 了 各项 各类 各个 各 所有 全部 全体 其余 其他 其中 上述 以上 该 共 等 及 和 与 年度 年初 全年 当年 本年度? 今年 20\\d\\d年度?",
    "(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})[个项] 绩效 整体 总体 产出 效益 数量 质量 时效 成本 社会 经济 生态 可持续影响 满意度 [一二三]级",
    "部门 单位 [我本][局委厅办院校中心单位部门市区县]{1,4} [省市区县]?[委政]府? 政府 上级 专项 资金 项目 支出 预算 财政 重点 主要 核心 关键 既定",
    "预期 预定 预计 设定 设置 制定 确定 规定 下达 交办 申报 批复 计划 工作 业务 职能 履职 目标 任务 指标 考核 自评 评价 民生实事",
  ]
    .join(" ")
    .split(" ")
    .join("|")})$`,
  "u",
);
/** How it was done, in front of 各项: 经过努力各项任务…, 确保了各项指标…. */
const manner = /[经通]过|努力|确保|保障|推[进动]|落实|克服|围绕|按照?|圆满|顺利|较好|[是为使将把]$/u;

/** The thing of its own that a claim is made of: 党建 of “党建任务全部完成”; "" where it is of all that was wanted. */
function thingClaimed(sentence: string, hit: RegExpExecArray): string {
  const [words] = hit;
  const at = hit.index + (head.exec(words)?.index ?? 0);
  const clause =
    sentence
      .slice(Math.max(0, at - 60), at)
      .split(/[，,：:；;（(）)]|(?:均|都|全部)已?(?:实现|完成|达成)/u)
      .at(-1) ?? "";
  let thing = clause.replace(/[\s“”"、]+/gu, "");
  while (anything.test(thing)) thing = thing.replace(anything, "");
  return manner.test(thing) ? "" : thing;
}

/** "均已完成" against an indicator below 100 %: each passage once, with the first one that was missed. */
export const claimAllMet: Check = {
  id: "claimAllMet",
  title: "写“均已完成”时，没有完成率低于100%的指标",
  severity: "待核实",
  find: (context) => {
    const missed = firstMissed(context);
    if (missed.length === 0) return [];
    const claims = allPassages(context).flatMap((passage) => claimIn(passage, missed));
    // A report says it over and over: told once per indicator that was missed.
    const groups = grouped(claims, ({ passage, first }) => `${passage.label}|${first.name}|${first.said}`);
    return Array.from(groups.values(), (alike) => told(alike[0], alike.length));
  },
};

interface Claim {
  readonly passage: Passage;
  readonly words: string;
  readonly first: Missed;
  readonly count: number;
}

/** The claim of a passage that an indicator of the same kind (产出, 效益, 专项) contradicts. */
function claimIn(passage: Passage, missed: readonly Missed[]): Claim | [] {
  return sentencesOf(passage.text).reduce<Claim | []>((found, one) => {
    const sentence = one.slice(0, 600);
    const isClaim = claim.test(sentence) && !softened.test(sentence) && !unclaimed.test(sentence);
    return isClaim && Array.isArray(found) ? contradicted(passage, sentence, missed) : found;
  }, []);
}

function contradicted(passage: Passage, sentence: string, missed: readonly Missed[]): Claim | [] {
  const claims = Array.from(sentence.matchAll(new RegExp(claim, "gu")), (hit) => ({
    words: hit[0],
    thing: thingClaimed(sentence, hit),
  }));
  const special = /专项/u.test(sentence);
  const output = /产出/u.test(sentence);
  const benefit = /效益/u.test(sentence);
  const fits = missed.filter(
    ({ kind, groups, name }) =>
      claims.some(({ thing }) => name.includes(thing)) &&
      (special ? kind === "specialFund" : passage.from !== "basis" || kind !== "specialFund") &&
      (output === benefit ||
        special ||
        (kind === "department" && groups.includes(output ? "output" : "benefit"))),
  );
  const [first] = fits;
  const said = claims.find(({ thing }) => first?.name.includes(thing));
  return first === undefined || said === undefined
    ? []
    : { passage, words: said.words, first, count: fits.length };
}

function told({ passage, words, first, count }: Claim, times: number): Found {
  const { at, label } = passage;
  return {
    at,
    other: first.at,
    subject: label,
    essence: `${first.name}${first.said}`,
    what: `${label}写“${excerpt(words)}”${times > 1 ? `（共${times}处）` : ""}，“${first.name}”${first.said}${count > 1 ? `，低于100%的共${count}项` : ""}。`,
    why: "有指标没有完成，不能写全部完成。",
    todo: "请改写这句话，说明没有完成的指标和原因；或核对目标值和实际完成值。",
  };
}

interface Missed extends Pick<AnnexBinding, "kind" | "groups"> {
  readonly name: string;
  readonly said: string;
  readonly at: Place;
}

/** Rows of the annexes below their target; without an annex, the rows of the form that lost points. */
function firstMissed({ annexes, annexRows, rows, form }: FindingContext): readonly Missed[] {
  const inAnnex = annexRows.flatMap(({ annex, row, name, completion }): Missed | [] => {
    if (completion.outcome !== "rate" || completion.met || completion.rate >= 1) return [];
    return {
      kind: annex.kind,
      groups: [row.group ?? "output"],
      name,
      said: `完成率${percentWords(completion.rate)}`,
      at: inCell(row.actual.at),
    };
  });
  const covered = new Set(annexes.map(({ kind }) => kind));
  const inForm = rows.flatMap(({ card, ruleRow, lost, score }): Missed | [] => {
    const annex = ruleRow?.annex;
    if (annex === undefined || covered.has(annex.kind) || !lost || score === null) return [];
    const { kind, groups } = annex;
    const said = `得${tidy(score)}分，没有得满分`;
    return { kind, groups, name: card.indicator, said, at: inCell(card.at) };
  });
  const inGoals = goalsOf({ rows, form }).flatMap(({ name, missed: said, goal, row }): Missed | [] => {
    if (typeof said !== "string") return [];
    const level = `${row.indicator.level1}${row.indicator.level2}`;
    const group = /效益|满意/u.test(level) ? "benefit" : "output";
    return { kind: "department", groups: [group], name, said, at: inCell(goal.actual.at) };
  });
  return [...inAnnex, ...inForm, ...inGoals];
}
