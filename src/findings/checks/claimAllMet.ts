import type { AnnexBinding } from "../../editions/edition";
import { percentWords } from "../../criteria/words";
import { tidy } from "../../quantity/tidy";
import { grouped } from "../../workbook/grouped";
import { inCell, type Check, type FindingContext, type Found, type Place } from "../finding";
import { goalsOf } from "../goals";
import { allPassages, sentencesOf, shortened, type Passage } from "../passages";

const claim =
  /(?:指标|目标|任务)[^。；]{0,24}(?:(?<!平)均|都|全部|全面)(?:已|超额)?(?:经)?(?:实现|完成|达成|达到|超额完成)|(?:(?<!平)均|都|全部)已?(?:实现|完成|达成|超额完成)[^。；]{0,8}(?:目标|指标|任务)|绩效目标已完成|(?:目标|指标|任务)圆满完成|完成率(?:(?<!平)均|都|全部)(?:为|达到?|在|超过)?\s*100[%％]/u;
const softened = /基本|大部分|绝大|除|未(?:全部|能)|部分(?!门)/u;
/** Not all of them; or what is wanted, before it is done: "确保各项指标全部完成" (but 确保了…). */
const unclaimed =
  /(?:未|没有?|不|并非)(?:能够?|是|曾)?(?:均|都|全部|全面)|(?:力争|争取|力求|确保|保证|保障|要求|计划|预期)(?!了)[^，。；]{0,24}(?:均|都|全部|全面)/u;

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
  readonly sentence: string;
  readonly first: Missed;
  readonly count: number;
}

/** The claim of a passage that an indicator of the same kind (产出, 效益, 专项) contradicts. */
function claimIn(passage: Passage, missed: readonly Missed[]): Claim | [] {
  const sentence = sentencesOf(passage.text)
    .map((one) => one.slice(0, 600))
    .find((one) => claim.test(one) && !softened.test(one) && !unclaimed.test(one));
  if (sentence === undefined) return [];
  const special = /专项/u.test(sentence);
  const output = /产出/u.test(sentence);
  const benefit = /效益/u.test(sentence);
  const fits = missed.filter(
    ({ kind, groups }) =>
      (special ? kind === "specialFund" : passage.from !== "basis" || kind !== "specialFund") &&
      (output === benefit ||
        special ||
        (kind === "department" && groups.includes(output ? "output" : "benefit"))),
  );
  const [first] = fits;
  return first === undefined ? [] : { passage, sentence, first, count: fits.length };
}

function told({ passage, sentence, first, count }: Claim, times: number): Found {
  const { at, label } = passage;
  const words = claim.exec(sentence)?.[0] ?? sentence;
  return {
    at,
    other: first.at,
    subject: label,
    essence: `${first.name}${first.said}`,
    what: `${label}写“${shortened(words)}”${times > 1 ? `（共${times}处）` : ""}，“${first.name}”${first.said}${count > 1 ? `，低于100%的共${count}项` : ""}。`,
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
