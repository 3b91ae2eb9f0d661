import { tidy } from "../quantity/tidy";
import { anyNoNumber } from "./answered";
import type { FactSet, FactSpec } from "./fact";
import { allOf, choose, operand, ours } from "./formulaText";
import { cellOf } from "./measure";
import { missing, notApplicable, scored } from "./measuredRule";
import { openReadings, readAnswer, readDay, readNumber, specOf } from "./readFact";
import type { Loss, Rule, RuleExample, Step } from "./rule";
import { plainDigits, shortNumber } from "./words";

/** One thing that is published: on time counts one part, without findings another. */
export interface Publication {
  /** 部门预算 */
  readonly name: string;
  /** Keys: two days and a count. */
  readonly approved: string;
  readonly published: string;
  readonly issues: string;
}

export interface GateThenParts {
  readonly facts: readonly FactSpec[];
  /** Key of the answer that exempts (涉密部门): 不涉及, with its reason. */
  readonly exempt: string;
  readonly publications: readonly Publication[];
  /** Days from approval within which publishing is on time. */
  readonly days: number;
  readonly clauses: {
    readonly gate: string;
    readonly timely: string;
    readonly clean: string;
    readonly kept: string;
  };
  readonly examples: readonly RuleExample[];
}

/** 先过门槛再分项计分: anything unpublished gives 0; else on time and clean, each an equal part of the weight. */
export function gateThenPartsRule(shape: GateThenParts): Rule {
  const { facts, clauses, publications } = shape;
  const spec = (key: string): FactSpec => specOf(facts, key);
  const exemptSpec = spec(shape.exempt);
  return {
    title: "先过门槛再分项计分",
    facts,
    score: (given, { weight }) => {
      const exempt = readAnswer(given, exemptSpec);
      if (exempt.state === "unusable") return missing([shape.exempt], exempt.problem);
      if (exempt.state === "given" && exempt.value) {
        const because = exempt.fact.reason.trim();
        return because === ""
          ? missing([shape.exempt], "涉密部门不公开预决算，视为不涉及，请在口径说明里写明理由。")
          : notApplicable(because, exempt.step);
      }
      const read = publications.map((publication) => readPublication(publication, facts, given));
      const all = read.flatMap((one) => one.readings);
      const inputs = [...("step" in exempt ? [exempt.step] : []), ...all.flatMap(stepsOf)];
      const unpublished = read.filter(
        (one) => one.published.state === "given" && one.published.value === null,
      );
      if (exempt.state === "given" && unpublished.length > 0) {
        const measured = unpublished.map((one) => `${one.name}未公开`).join("，");
        const losses = [{ measured, clause: clauses.gate, points: weight }];
        return scored({ points: 0, measured, clause: clauses.gate, losses, remarks: [] }, inputs);
      }
      const open = openReadings([[exemptSpec, exempt], ...all]);
      if (open !== null) return missing(open.needs, open.problem);
      const parts = read.flatMap((one) => partsOf(one, shape));
      const each = weight / parts.length;
      const losses = parts.flatMap((part): readonly Loss[] =>
        part.met ? [] : [{ measured: part.measured, clause: part.clause, points: each }],
      );
      return scored(
        {
          points: (weight * parts.filter((part) => part.met).length) / parts.length,
          measured:
            losses.length === 0
              ? parts.map((part) => part.measured).join("，")
              : losses.map((loss) => loss.measured).join("，"),
          clause:
            losses.length === 0 ? clauses.kept : [...new Set(losses.map((loss) => loss.clause))].join("；"),
          losses,
          remarks: read.flatMap((one) => (delay(one) < 0 ? [`${one.name}公开日早于批复日，请核对。`] : [])),
        },
        inputs,
      );
    },
    formula: (cells, { dialect, weight }) => {
      const value = (key: string): string => cellOf(cells, key).value;
      const exempt = cellOf(cells, shape.exempt);
      const asked = publications.flatMap(({ approved, published, issues }) => [approved, published, issues]);
      const tests = publications.flatMap(({ approved, published, issues }) => [
        `INT(${value(published)})-INT(${value(approved)})<=${shape.days}`,
        `${value(issues)}=0`,
      ]);
      const part = `${operand(weight)}/${tests.length}`;
      return choose(
        [
          [`${exempt.value}="是"`, `IF(${exempt.reason}="","",${weight})`],
          [`${exempt.value}<>"否"`, '""'],
          [
            allOf(
              "OR",
              publications.map(({ published }) => `${value(published)}="未公开"`),
            ),
            "0",
          ],
          [anyNoNumber(asked.map(value)), '""'],
        ],
        dialect === "addin"
          ? tests.map((test) => ours("MEETSCORE", test, part)).join("+")
          : `${operand(weight)}*(${tests.map((test) => `(${test})`).join("+")})/${tests.length}`,
      );
    },
    examples: shape.examples,
  };
}

interface ReadPublication {
  readonly name: string;
  readonly published: ReturnType<typeof readDay>;
  readonly approved: ReturnType<typeof readDay>;
  readonly issues: ReturnType<typeof readNumber>;
  readonly readings: readonly (readonly [
    FactSpec,
    ReturnType<typeof readDay> | ReturnType<typeof readNumber>,
  ])[];
}

function readPublication(
  publication: Publication,
  facts: readonly FactSpec[],
  given: FactSet,
): ReadPublication {
  const [approvedSpec, publishedSpec, issuesSpec] = [
    specOf(facts, publication.approved),
    specOf(facts, publication.published),
    specOf(facts, publication.issues),
  ];
  const approved = approvalDay(readDay(given, approvedSpec), approvedSpec);
  const published = readDay(given, publishedSpec);
  const issues = readNumber(given, issuesSpec);
  return {
    name: publication.name,
    published,
    approved,
    issues,
    readings: [
      [approvedSpec, approved],
      [publishedSpec, published],
      [issuesSpec, issues],
    ],
  };
}

function approvalDay(reading: ReturnType<typeof readDay>, spec: FactSpec): ReturnType<typeof readDay> {
  return reading.state === "given" && reading.value === null
    ? { state: "unusable", problem: `“${spec.label}”应填日期。` }
    : reading;
}

function stepsOf([, reading]: ReadPublication["readings"][number]): readonly Step[] {
  return "step" in reading ? [reading.step] : [];
}

/** Days from approval to publishing. */
function delay({ approved, published }: ReadPublication): number {
  const [from, to] = [approved, published].map((day) => (day.state === "given" ? (day.value ?? 0) : 0));
  return tidy((to ?? 0) - (from ?? 0));
}

function partsOf(
  one: ReadPublication,
  shape: GateThenParts,
): readonly { readonly met: boolean; readonly measured: string; readonly clause: string }[] {
  const days = delay(one);
  const issues = one.issues.state === "given" ? one.issues.value : 0;
  return [
    {
      met: days <= shape.days,
      measured: `${one.name}批复后${plainDigits(days)}日公开`,
      clause: shape.clauses.timely,
    },
    {
      met: issues === 0,
      measured:
        issues === 0
          ? `${one.name}公开检查未发现问题`
          : `${one.name}公开检查发现问题${shortNumber(issues)}个`,
      clause: shape.clauses.clean,
    },
  ];
}
