import type { Condition } from "../criteria/condition";
import type { Criterion, DeductItem } from "../criteria/criterion";
import type { Step } from "../criteria/rule";
import type { GatheredFact } from "../facts/gatheredFact";
import { factStatement, measureStatement } from "./measureStatement";
import {
  dateWords,
  figureWords,
  filledIn,
  labelOf,
  numberOf,
  reasonOf,
  type Answers,
  type Statement,
} from "./statement";

type Statements = readonly Statement[];

/**
 * What a criterion measures, put into words from the answers, kind by kind; what was not answered is not said. step: how
 * the row was scored, where there is more to say than the answers.
 */
export function criterionStatements(criterion: Criterion, answers: Answers, step: Step | null): Statements {
  switch (criterion.kind) {
    case "bands": {
      const inner = criterion.bands.flatMap(({ then }) =>
        "criterion" in then ? criterionStatements(then.criterion, answers, step) : [],
      );
      return [...one(measureStatement(criterion.measure, answers, step)), ...inner];
    }
    case "stepped":
    case "ratio":
    case "linear":
    case "completion":
      return one(measureStatement(criterion.measure, answers, step));
    case "deduct":
      return [
        ...criterion.items.flatMap((item) => itemStatements(item, answers)),
        ...(criterion.veto === undefined ? [] : conditionStatements(criterion.veto.when, answers, step)),
      ];
    case "parts":
      return criterion.parts.flatMap((part) => criterionStatements(part.criterion, answers, step));
    case "meet":
      return conditionStatements(criterion.condition, answers, step);
    case "gate":
      return [
        ...criterion.gates.flatMap((gate) =>
          "when" in gate ? conditionStatements(gate.when, answers, step) : [],
        ),
        ...criterionStatements(criterion.then, answers, step),
      ];
    case "levels":
      return [criterion.level, criterion.share].flatMap((key) =>
        key === undefined ? [] : one(factStatement(answers.of(key))),
      );
    case "sum": {
      const filed = answers.of(criterion.filed);
      if (filed?.value === "否") return [{ words: `未申报${criterion.filing}`, from: [filed] }];
      const rate = answers.of(criterion.summary);
      const value = numberOf(rate);
      const name = labelOf({ label: criterion.summaryName });
      return rate === null || value === null
        ? []
        : [{ words: `${name}${figureWords(rate, value)}`, from: [rate] }];
    }
    case "judgement":
      return [
        ...criterion.questions.flatMap(({ key, missed }) => one(factStatement(answers.of(key), missed))),
        ...one(judgedStatement(answers.of(criterion.judged))),
      ];
  }
}

function one(statement: Statement | null): Statements {
  return statement === null ? [] : [statement];
}

/** The points of a person, with the reason that he gave. */
function judgedStatement(fact: GatheredFact | null): Statement | null {
  const reason = fact === null ? "" : reasonOf(fact);
  const value = numberOf(fact);
  if (fact === null || value === null || reason === "") return null;
  return { words: `评定${figureWords(fact, value)}（${reason}）`, from: [fact] };
}

function itemStatements({ key, items = [], each, missed }: DeductItem, answers: Answers): Statements {
  const total = typeof each === "object" && "total" in each ? each : null;
  const parts = (total?.total ?? []).flatMap((part) => one(countStatement(answers.of(part))));
  const sum = total?.standIn === undefined ? null : countStatement(answers.of(total.standIn));
  const count = answers.of(key);
  const counted =
    count === null
      ? items.flatMap((item) => one(factStatement(answers.of(item))))
      : one(numberOf(count) === null ? factStatement(count, missed) : countStatement(count));
  return [...(parts.length > 0 ? parts : one(sum)), ...counted];
}

/** How many there are: 认定成立的采购人责任投诉0例. */
function countStatement(fact: GatheredFact | null): Statement | null {
  const value = numberOf(fact);
  if (fact === null || value === null) return factStatement(fact);
  const { says } = fact.spec;
  if (says === undefined) return factStatement(fact);
  return { words: filledIn(says.some, fact, value), from: [fact] };
}

/** What holds or does not; nothing where it was not answered. */
function conditionStatements(condition: Condition, answers: Answers, step: Step | null): Statements {
  switch (condition.of) {
    case "yes":
      return condition.answers.flatMap(({ key, met, missed }) => {
        const fact = answers.of(key);
        return fact?.value === "是" ? [{ words: met, from: [fact] }] : one(factStatement(fact, missed));
      });
    case "none":
      return noneStatements(condition, answers);
    case "atMost": {
      const [actual, limit] = [answers.of(condition.actual), answers.of(condition.limit)];
      const [spent, planned] = [numberOf(actual), numberOf(limit)];
      if (actual === null || limit === null || spent === null || planned === null)
        return verdict(condition.standIn, condition, answers);
      const figures = [actual, limit].flatMap((fact) => one(factStatement(fact)));
      const words = [
        ...figures.map((figure) => figure.words),
        spent <= planned ? condition.met : condition.missed,
      ];
      return [{ words: words.join("，"), from: [actual, limit] }];
    }
    case "within": {
      const measured = one(measureStatement(condition.measure, answers, step));
      const { met = "", missed = "", standIn } = condition;
      return measured.length > 0 || standIn === undefined
        ? measured
        : verdict(standIn, { met, missed }, answers);
    }
    case "days": {
      const [from, to] = [answers.of(condition.from), answers.of(condition.to)];
      const [start, end] = [numberOf(from), numberOf(to)];
      const { met = "", missed = "", standIn } = condition;
      if (from === null || to === null || start === null || end === null)
        return standIn === undefined ? [] : verdict(standIn, { met, missed }, answers);
      const dates = [from, to].map((fact) => `${labelOf(fact.spec)}${dateWords(numberOf(fact) ?? 0)}`);
      const said = condition.said.replace("{days}", String(end - start));
      return [{ words: [...dates, said].join("，"), from: [from, to] }];
    }
    case "says": {
      const fact = answers.of(condition.key);
      return fact?.value === condition.word ? [{ words: condition.said, from: [fact] }] : [];
    }
    case "any":
    case "all":
      return condition.conditions.flatMap((inner) => conditionStatements(inner, answers, step));
  }
}

/** An answer given instead of the figures. */
function verdict(
  key: string,
  { met, missed }: { readonly met: string; readonly missed: string },
  answers: Answers,
): Statements {
  const fact = answers.of(key);
  const words = fact?.value === "是" ? met : fact?.value === "否" ? missed : "";
  return fact === null || words === "" ? [] : [{ words, from: [fact] }];
}

/** Of so many things none, or how many. */
function noneStatements(
  { counts, whole, standIn, met, missed }: Extract<Condition, { of: "none" }>,
  answers: Answers,
): Statements {
  const given = counts.flatMap((key) => answers.of(key) ?? []);
  if (given.length < counts.length)
    return standIn === undefined ? [] : verdict(standIn, { met, missed }, answers);
  const all = whole === undefined ? null : answers.of(whole);
  const before = one(countStatement(all));
  const noted = given.filter((fact) => numberOf(fact) === null).flatMap((fact) => one(factStatement(fact)));
  const figures = given.filter((fact) => numberOf(fact) !== null);
  const some = figures.filter((fact) => numberOf(fact) !== 0);
  if (some.length > 0) return [...before, ...some.flatMap((fact) => one(countStatement(fact))), ...noted];
  return [...before, ...(figures.length === 0 ? [] : [{ words: met, from: figures }]), ...noted];
}
