import { sayPoints } from "../../scorecard/formatPoints";
import type { CellAddress } from "../../workbook/cell";
import { grouped } from "../../workbook/grouped";
import { inCell, type Check, type CheckedRow, type FindingContext, type Found } from "../finding";
import { headTitles } from "../headTitles";
import { excerpt, inReport, isNil } from "../passages";

/** Points lost, and nothing (or a dash) where the reason belongs. */
export const lossWithoutReason: Check = {
  id: "lossWithoutReason",
  title: "扣分的指标写明了未达标原因",
  severity: "待核实",
  find: (context) => {
    const { rows, form } = context;
    const found = rows.flatMap(({ card, lost, basis, score, atBasis }) => {
      if (!lost || basis === null || !isNil(basis)) return [];
      const points = sayPoints((card.weight ?? 0) - (score ?? 0));
      return {
        ...atBasis,
        essence: `${basis === "" ? "空白" : "写“-”"}扣${points}`,
        what: `“${card.indicator}”扣${points}分，没有写未达标原因。`,
        why: "扣分的指标须说明未达标原因和改进措施。",
        todo: "请在这一格写明原因和改进措施。",
      };
    });
    const { shortfall } = form.head;
    const missed = rows.find(({ lost, ruleRow }) => lost && ruleRow?.annex?.kind === "department");
    // A form without such a line asks for none.
    const at = shortfall?.at ?? headTitles(context).find(({ label }) => label === "shortfall")?.at;
    const said = (shortfall?.value ?? "").trim();
    const none = !isNil(said) || missed === undefined || at === undefined;
    return [...found, ...(none ? [] : [inHead(at, missed, said)]), ...inProblems(context)];
  },
};

function inHead(at: CellAddress, missed: CheckedRow, said: string): Found {
  return {
    at: inCell(at),
    other: inCell(missed.card.at),
    subject: "未能完成原因",
    essence: missed.card.indicator,
    what: `“${missed.card.indicator}”没有得满分，表头的“未能完成原因”${said === "" ? "空白" : `写“${said}”`}。`,
    why: "绩效目标没有全部完成的，须写明未能完成原因。",
    todo: "请写明哪些指标没有完成、为什么。",
  };
}

const problemSection = /(?:问题|不足|短板)(?!的?整改)/u;
/** Problems of one kind, which others found or which are of another year. */
const partSection = /审计|巡[视察]|检查|上一?年度?|其他/u;
/** 无, 不存在问题, 未发现明显问题: nothing else in the sentence. */
const noProblem =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[、.．)）])?(?:经?自[查评][，,]?)?(?:(?:我|本)[局委中心单位部门院校]{1,3}|本年度?|20\d\d年度?)?(?:(?:存在的?|主要|绩效|有关)*(?:问题|不足)(?:及原因(?:分析)?|和不足)?[:：])?(?:无|暂无|没有|不存在|未发现|没有发现|无明显|无重大)(?:存在|明显|突出|重大|主要|其他|任何|绩效管理方面)*(?:的?(?:问题|不足|短板))?[。.]?$/u;

/** The report has a section about problems that says there are none, beside points that were lost. */
function inProblems({ report, rows }: FindingContext): readonly Found[] {
  const lost = rows.filter((row) => row.lost);
  const [first] = lost;
  if (first === undefined) return [];
  // 无 alone says nothing of problems where its heading does not.
  const told = report.filter(
    ({ section, text }) =>
      !partSection.test(section) &&
      (problemSection.test(section) || (noProblem.test(text) && problemSection.test(text))),
  );
  // Problems that stand in any section are told: that there are none is of a part.
  if (!told.every(({ text }) => noProblem.test(text))) return [];
  const sections = grouped(told, ({ section }) => section);
  return Array.from(sections.values()).flatMap(([sentence, ...others]): readonly Found[] => {
    if (others.length > 0) return [];
    return [
      {
        at: inReport(sentence.line, sentence.text),
        other: inCell(first.card.at),
        subject: "自评报告存在的问题",
        essence: lost.map(({ card }) => card.indicator).join("、"),
        what: `自评报告存在的问题写“${excerpt(sentence.text)}”，自评表里“${first.card.indicator}”${lost.length > 1 ? `等${lost.length}项` : ""}没有得满分。`,
        why: "扣了分的，报告应写明存在的问题和原因。",
        todo: "请按扣分的指标写明问题、原因和改进措施。",
      },
    ];
  });
}
