import { countOf } from "./answered";
import { takenCondition, type ConditionWords } from "./condition";
import type { FactSpec } from "./fact";
import { blankWhen, cellOf, valueWhen, type Measure } from "./measure";
import { openReadings, readAnswer } from "./readFact";
import type { Step } from "./rule";

/** All questions answered 是. One 否 decides at once. */
export function yesCondition(
  name: string,
  facts: readonly FactSpec[],
  words: Readonly<Record<string, ConditionWords>>,
): Measure<boolean> {
  return {
    name,
    unit: "",
    facts,
    take: (given) => {
      const readings = facts.map((spec) => [spec, readAnswer(given, spec)] as const);
      const inputs = readings.flatMap(([, reading]) => (reading.state === "given" ? [reading.step] : []));
      const said = (key: string): ConditionWords => words[key] ?? { met: key, missed: key };
      const noes = readings.filter(([, reading]) => reading.state === "given" && !reading.value);
      const step = (value: string): Step => ({ label: name, value, unit: "", inputs });
      if (noes.length > 0)
        return takenCondition(false, noes.map(([spec]) => said(spec.key).missed).join("，"), step("否"));
      return (
        openReadings(readings) ??
        takenCondition(true, facts.map((spec) => said(spec.key).met).join("，"), step("是"))
      );
    },
    turns: (cells) => {
      const answers = facts.map((spec) => cellOf(cells, spec.key).value);
      const only = answers[0];
      if (answers.length === 1 && only !== undefined) {
        return [blankWhen(`${only}=""`), valueWhen(null, only, true)];
      }
      const yes = countOf(answers, "是");
      return [
        blankWhen(`AND(${countOf(answers, "否")}=0,${yes}<${answers.length})`),
        valueWhen(null, `${yes}=${answers.length}`),
      ];
    },
  };
}
