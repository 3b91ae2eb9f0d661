import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import type { Finding } from "../../src/findings/finding";
import { runChecks } from "../../src/findings/findFindings";
import { examplesOf } from "./checkExamples";
import type { ExampleBook, ExampleRow } from "./exampleBook";
import { exampleContext } from "./exampleContext";

/** Books that draw findings of every check. */
const books = checks
  .flatMap(({ id }) => examplesOf(id))
  .filter(({ finds, book }) => finds > 0 && (book.rows?.length ?? 0) > 0)
  .map(({ book }) => book);

const found = (book: ExampleBook): readonly Finding[] => runChecks(exampleContext(book), checks);

/** A row that nothing else speaks of. */
const stranger = (evidence: string): ExampleRow => ({
  name: "垃圾分类宣传栏更新",
  weight: 0,
  score: 0,
  basis: "",
  evidence,
});

/** A finding tells another thing under the key of one that was marked: it would stay hidden. */
const told = ({ check, what }: Finding): string => (check === "decimalsMixed" ? check : what);

describe("已核对，无需修改", () => {
  it("改一处不相干的格，标过的都还在", () => {
    fc.assert(
      fc.property(fc.constantFrom(...books), ({ rows = [], ...book }) => {
        const one = found({ ...book, rows: [...rows, stranger("照片甲")] });
        const other = found({ ...book, rows: [...rows, stranger("照片乙")] });
        expect(other.map(({ key }) => key)).toEqual(one.map(({ key }) => key));
      }),
      { numRuns: 25 },
    );
  });

  it("自己那一格改成另一个问题，键也是另一个", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...books),
        fc.constantFrom(
          "有1份合同超期备案。",
          "有2份合同超期备案。",
          "已建立制度",
          "已制定制度",
          "、、",
          "，，",
          "-",
          "无",
        ),
        fc.constantFrom("有3份合同超期备案。", "已有制度", "。。", "情况良好", ""),
        fc.constantFrom<keyof ExampleRow>("basis", "evidence"),
        ({ rows = [], ...book }, before, after, field) => {
          const [first, ...rest] = rows;
          const one = found({ ...book, rows: [{ ...first, [field]: before }, ...rest] });
          const other = found({ ...book, rows: [{ ...first, [field]: after }, ...rest] });
          const known = new Map(one.map((finding) => [finding.key, told(finding)]));
          const same = other.filter(({ key }) => known.has(key));
          expect(same.map(told)).toEqual(same.map(({ key }) => known.get(key)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("得分、分值、总分、报告改成另一个数，键也是另一个；没有改的还在", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...books),
        fc.constantFrom(1, 1.5, 2),
        fc.constantFrom(0.5, 1.25),
        fc.constantFrom("score", "weight", "total", "report"),
        ({ rows = [], ...book }, before, after, field) => {
          const [first, ...rest] = rows;
          const say = (points: number): string => `${book.report ?? ""}\n部门整体支出自评得分${points}分。`;
          const given = (points: number): ExampleBook =>
            field === "report"
              ? { ...book, rows, report: say(points) }
              : field === "total"
                ? { ...book, rows, total: points }
                : { ...book, rows: [{ ...first, [field]: points }, ...rest] };
          const known = new Map(found(given(before)).map((finding) => [finding.key, told(finding)]));
          expect(found(given(before)).map(({ key }) => key)).toEqual([...known.keys()]);
          const same = found(given(after)).filter(({ key }) => known.has(key));
          expect(same.map(told)).toEqual(same.map(({ key }) => known.get(key)));
        },
      ),
      { numRuns: 40 },
    );
  });

  /** By what they tell: single scores, amounts and rates, problems, all of it, whose form it is. */
  const reported = [
    ["资产盘点情况得0.5分。", "资产盘点情况得0.8分。"],
    ["公用经费支出217.9万元。", "公用经费支出227.9万元。"],
    ["结转结余率为6.31%。", "结转结余率为7.31%。"],
    ["三、存在的主要问题\n资产管理不规范。", "三、存在的主要问题\n资产管理不到位。"],
    ["三、存在的主要问题\n公用经费超支。", "三、存在的主要问题\n公用经费控制不严，存在超预算。"],
    ["各月支出进度低于序时进度。", "上半年支出率达不到序时进度的要求。"],
  ] as const;

  it("报告里的一句改成另一句，键也是另一个；加一句不相干的，标过的都还在", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...books),
        fc.constantFrom(...reported),
        ({ rows = [], ...book }, [before, after]) => {
          const more: readonly ExampleRow[] = [
            { id: "assetInventory", basis: "2023年11月盘点，账实相符。" },
            { id: "overhead", basis: "公用经费预算安排286.4万元，实际支出271.9万元。" },
            { id: "carryover", basis: "结余结转率为3.61%。" },
          ].filter(({ id }) => rows.every((row) => row.id !== id));
          const given = (words: string): ExampleBook => ({
            ...book,
            rows: [...rows, ...more],
            report: `${book.report ?? ""}\n${words}`,
          });
          const one = found(given(before));
          const known = new Map(one.map((finding) => [finding.key, told(finding)]));
          const same = found(given(after)).filter(({ key }) => known.has(key));
          expect(same.map(told)).toEqual(same.map(({ key }) => known.get(key)));
          const longer = found(given(`${before}\n天气晴好。`));
          expect(longer.map(({ key }) => key)).toEqual(one.map(({ key }) => key));
        },
      ),
      { numRuns: 40 },
    );
  });
});
