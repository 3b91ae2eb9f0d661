import { tidy } from "../quantity/tidy";
import { countOf } from "./answered";
import type { FactSpec } from "./fact";
import { choose, ours, quoted } from "./formulaText";
import { cellOf } from "./measure";
import { missing, scored } from "./measuredRule";
import { openReadings, readAnswer, readNumber, specOf } from "./readFact";
import type { Rule, RuleExample } from "./rule";
import { shortNumber } from "./words";

export interface JudgementParts {
  readonly facts: readonly FactSpec[];
  /** Keys of the questions that all have to be 是 for full marks. */
  readonly questions: readonly string[];
  /** Key of the points that a person gives otherwise, with a reason. */
  readonly judged: string;
  readonly clauses: { readonly full: string; readonly judged: string };
  /** What 否 to each question means. */
  readonly missed: Readonly<Record<string, string>>;
  readonly examples: readonly RuleExample[];
}

/** 酌情扣分: full marks by rule when everything is 是, else the points and the reason of a person. */
export function judgementRule(shape: JudgementParts): Rule {
  const { facts, questions } = shape;
  const judgedSpec = specOf(facts, shape.judged);
  return {
    title: "酌情评定",
    facts,
    score: (given, { weight }) => {
      const readings = questions.map(
        (key) => [specOf(facts, key), readAnswer(given, specOf(facts, key))] as const,
      );
      const inputs = readings.flatMap(([, reading]) => ("step" in reading ? [reading.step] : []));
      const noes = readings.filter(([, reading]) => reading.state === "given" && !reading.value);
      const open = openReadings(readings);
      const judged = readNumber(given, judgedSpec);
      if (open === null && noes.length === 0) {
        const unused = judged.state === "given" && tidy(judged.value) !== tidy(weight);
        return scored(
          {
            points: weight,
            measured: `${questions.length}项条件均满足`,
            clause: shape.clauses.full,
            losses: [],
            remarks: unused ? ["各项均为“是”，按标准得满分，未采用评定分。"] : [],
          },
          inputs,
        );
      }
      if (judged.state === "unusable") return missing([shape.judged], judged.problem);
      if (judged.state === "given") {
        const reason = judged.fact.reason.trim();
        if (reason === "") {
          return { outcome: "judgement", needs: [shape.judged], why: "已填评定分，请在口径说明里写明理由。" };
        }
        const points = Math.min(judged.value, weight);
        const said = noes.map(([spec]) => shape.missed[spec.key] ?? spec.label).join("，");
        const measured = `${said === "" ? "" : `${said}，`}评定${shortNumber(points)}分（${reason}）`;
        const lost = tidy(points) < tidy(weight);
        return scored(
          {
            points,
            measured,
            clause: shape.clauses.judged,
            losses: lost ? [{ measured, clause: shape.clauses.judged, points: weight - points }] : [],
            remarks:
              tidy(judged.value) > tidy(weight)
                ? [`评定分${shortNumber(judged.value)}分高于分值，按${shortNumber(weight)}分计。`]
                : [],
          },
          [...inputs, judged.step],
        );
      }
      if (noes.length > 0) {
        const why = `${noes.map(([spec]) => shape.missed[spec.key] ?? spec.label).join("，")}，${shape.clauses.judged}：请评定得分，并写明理由。`;
        return { outcome: "judgement", needs: [shape.judged], why };
      }
      return missing(open?.needs ?? [], open?.problem);
    },
    formula: (cells, { dialect, weight }) => {
      const answers = questions.map((key) => cellOf(cells, key).value);
      const judged = cellOf(cells, shape.judged);
      return choose(
        [
          [
            `${countOf(answers, "是")}=${answers.length}`,
            dialect === "addin" ? ours("MEETSCORE", quoted("是"), weight) : weight,
          ],
          [`OR(COUNT(${judged.value})=0,${judged.reason}="")`, '""'],
        ],
        `MAX(0,MIN(${weight},${judged.value}))`,
      );
    },
    examples: shape.examples,
  };
}
