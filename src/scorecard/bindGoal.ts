import type { Ambiguity, ChosenOptions } from "../criteria/choices";
import type { CriterionLevel } from "../criteria/criterion";
import { tierLevels } from "../criteria/kinds/levels";
import type { AnnexBinding } from "../editions/edition";
import type { AnnexRow } from "../form/annex";
import type { Form, Fund, Goal, Indicator } from "../form/form";
import { completionRate, type CompletionRate } from "../criteria/completionRate";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { annexRowSpecs } from "./annexSpecs";
import { ownGoalPrefix, type BoundAnnex } from "./bindAnnex";
import { baseWords } from "./fundDoubts";
import { goalReading, namedIn, openDoubts, withDoubts, withOwnSign } from "./goalReading";
import { rulesElsewhere } from "./rulesElsewhere";
import { readScoringNote, tiers } from "./scoringNote";
import { factDoubt } from "./factDoubt";
import { saidDoubts } from "./saidDoubts";
import { statedDoubt } from "./statedDoubt";
import { tidy } from "../quantity/tidy";

/** Where the rule for targets against actuals is printed; words: quoted as the clause of every row. */
export interface GoalRule {
  readonly of: "clause" | "note" | "practice";
  readonly words: string;
  readonly levels: readonly CriterionLevel[];
}

/** What the national practice leaves open; the first option is the default. */
export const practiceSettings = {
  goalLevels: {
    title: "定性指标三档的分界",
    clause: "表中没有印三档各按多少计分，按通行做法。",
    options: { sixty: "100%-80%、80%-60%、60%-0%", fifty: "100%-80%、80%-50%、50%-0%" },
  },
  goalFar: {
    title: "完成率高于多少要说明原因",
    clause: "表中没有印超额完成怎样计分，按通行做法得满分，远超目标的要说明原因。",
    options: { over130: "130%", over150: "150%", over120: "120%", never: "不提示" },
  },
} as const satisfies Readonly<Record<string, Ambiguity>>;

const practiceWords = "表中没有印评分标准，按通行做法：达到目标得满分，没有达到的得分=完成率×分值";

const noteWords = "按表后备注：达到目标得满分，没有达到的得分=完成率×分值";

/** The rule of the rows that print none: that of the notes, else the national practice. */
export function ruleOfNotes({ notes }: Pick<Form, "notes">, options: ChosenOptions): GoalRule {
  const practice = practiceLevels(options);
  const read = notes.map(({ value }) => readScoringNote(value));
  const printed = read.flatMap((note) => {
    const said = note.state === "ratio" ? note : note.state === "unread" ? note.besides : undefined;
    return said === undefined ? [] : [said.levels];
  });
  const beside = read.flatMap((note) =>
    note.state === "unread" && note.levels !== null ? [note.levels] : [],
  );
  const levels = [...printed, ...beside].find((one) => one !== null) ?? practice;
  return printed.length > 0
    ? { of: "note", words: noteWords, levels }
    : { of: "practice", words: practiceWords, levels };
}

/** The rule of each row that has a target and no 评分标准 of another kind; null: it has its own, or no target. */
export function goalRules(
  form: Pick<Form, "indicators">,
  ofNotes: GoalRule,
  options: ChosenOptions,
): (indicator: Indicator) => GoalRule | null {
  let above: GoalRule | null = null;
  const rules = new Map(
    form.indicators.map((indicator) => {
      const printed = indicator.standard?.value.trim() ?? "";
      const own =
        printed === "" ? null : /^同上[。；]?$/u.test(printed) ? above : ruleOfClause(printed, options);
      if (printed !== "") above = own;
      const usual = printed === "" && indicator.standard?.unreadable === undefined ? ofNotes : null;
      const isAlone = indicator.goal !== null && rulesElsewhere(indicator).length === 0;
      return [indicator, isAlone ? ((isOfEither(indicator, printed) ? null : own) ?? usual) : null] as const;
    }),
  );
  return (indicator) => rules.get(indicator) ?? null;
}

/** A 评分标准 that only says that the row is scored by its rate; null: it says something else. */
function ruleOfClause(printed: string, options: ChosenOptions): GoalRule | null {
  const note = readScoringNote(printed);
  if (note.state !== "ratio") return null;
  return {
    of: "clause",
    words: printed.replace(/\s+/gu, ""),
    levels: note.levels ?? practiceLevels(options),
  };
}

/** 任务完成率 of a target of 90%, 按完成率计分: the figure itself, or how much of the target? */
export function isOfEither({ name, goal }: Indicator, printed: string): boolean {
  const target = String(goal?.target.content ?? "");
  return (
    /完成率|完成比/u.test(printed) &&
    /(?:完成率|完成比[例率])$/u.test(name.value.trim()) &&
    !/^\D{0,2}(?:100(?:\.0+)?[%％]|1)$/u.test(target.trim()) &&
    /[%％]|^\D{0,2}0?\.\d/u.test(target)
  );
}

function practiceLevels({ goalLevels }: ChosenOptions): readonly CriterionLevel[] {
  return goalLevels === "fifty" ? tiers(0.8, 0.5) : tierLevels;
}

export interface GoalPlace {
  readonly key: string;
  /** As 评分底稿 names it. */
  readonly title: string;
  /** It is the row of the fund block. */
  readonly fund: Fund | null;
  readonly head: Form["head"];
  /** The columns of the table that print 完成率. */
  readonly rateColumns: readonly number[];
  /** What a person wrote beside the score. */
  readonly beside: string;
  /** Another rule is printed for missed targets: points only as long as the target is reached. */
  readonly onlyMet?: boolean;
}

/** A row of the form as the one row of an annex: its target and actual stand in the form itself. */
export function bindGoal(
  snapshot: Snapshot,
  indicator: Indicator,
  printed: Goal,
  { words: usual, levels }: GoalRule,
  { key, title, fund, head, rateColumns, beside, onlyMet = false }: GoalPlace,
): BoundAnnex {
  const words = fund === null ? usual : `${baseWords(fund)}，得分=执行率×分值，超过100%的按100%计`;
  const { name, level1, level2, weight, selfScore, basis, row } = indicator;
  const goal = withOwnSign(printed, { name: name.value, level2 });
  const held = snapshotCell(snapshot, weight.at)?.value;
  const isNumber = typeof held === "number" && held === weight.value;
  const own: AnnexRow = {
    ...goal,
    ...{ row, level1, level2, name, group: null, rateAt: null, score: selfScore, shortfall: basis },
    weight: { of: "own", points: weight, isNumber, sharedBy: 1 },
  };
  const figures = {
    name: name.value,
    target: goal.target.content,
    actual: goal.actual.content,
    qualitative: goal.qualitative,
  };
  const named = { ...namedIn(head, indicator), prose: head.goalResult?.value ?? "" };
  const byFigures = (target: string | number | null, actual: string | number | null): CompletionRate =>
    fund === null
      ? goalReading(goal, named, { target, actual })
      : withDoubts(
          fundReading(completionRate(target ?? figures.target, actual ?? figures.actual), fund),
          openDoubts(goal, target, actual),
        );
  const read = (target: string | number | null, actual: string | number | null): CompletionRate => {
    const reading = byFigures(target, actual);
    if (actual !== null || reading.outcome !== "rate") return reading;
    const { value } = weight;
    const points = value === null ? null : tidy(value * Math.min(reading.rate, 1));
    const doubts = [
      statedDoubt(beside, value, points),
      factDoubt(beside, reading),
      ...(fund === null ? saidDoubts(snapshot, indicator, rateColumns, reading, points) : []),
    ];
    return withDoubts(
      reading,
      doubts.filter((doubt) => doubt !== null),
    );
  };
  const id = `${ownGoalPrefix}${key.replaceAll(".", "·")}`;
  const wish = { id, title, specs: annexRowSpecs(own, levels, "表中"), basis: null };
  return {
    binding: bindingOf(words, levels),
    rows: [
      {
        id,
        title,
        row: own,
        figures: { ...figures, read, printed: read(null, null) },
        wish,
        sheet: selfScore.at.sheet,
        fund: 0,
      },
    ],
    funds: [{ id, label: "", title: "" }],
    own: true,
    ...(onlyMet ? { onlyMet: true as const } : {}),
  };
}

/** The whole of the money is scored, not one of its sources. */
function fundReading(reading: CompletionRate, { isTotal }: Fund): CompletionRate {
  if (isTotal || reading.outcome !== "rate") return reading;
  const question = "请确认：资金块有几行，没有“年度资金总额”一行，预算数、执行数合计各是多少？";
  return { ...reading, certainty: "unsure", question };
}

function bindingOf(words: string, levels: readonly CriterionLevel[]): AnnexBinding {
  return {
    ...{ kind: "department", title: "", groups: [], counted: "", sum: words, mix: "equal" },
    ...{ scale: "linear", passLine: 0, atPassLine: "scores", over: 1, overShare: 1 },
    ...{ atMostMissed: "inverse", approximateTarget: "asNumber", levels, levelsWritten: true },
    clauses: { failed: words, partly: words, full: words, over: words, linear: words },
  };
}
