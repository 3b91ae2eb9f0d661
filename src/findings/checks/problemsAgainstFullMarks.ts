import { inCell, type Check, type CheckedRow, type Found } from "../finding";
import { excerpt, inReport } from "../passages";
import { essenceOfWords } from "../reviewed";
import { toldLosses, undenied } from "../toldLoss";
import { isMonthly, rowsOf, topicsOf } from "../topics";

const lag =
  /(?:支出率|支出进度|执行率|序时进度|执行进度)[^。；]{0,30}(?:达不到|滞后|难以满足|较难满足|未达到|低于|落后|偏慢|缓慢)|(?:达不到|难以满足|较难满足|未达到|落后于)[^。；]{0,12}(?:序时进度|支出进度)/u;
const problem =
  /存在|不足|不够|未(?:开展|建立|制定|落实|完成)|不高|(?:结转|结余|挂账|闲置)[^，。；]{0,6}较多|有待|无法|困难|未能|滞后|薄弱|不完善|不健全|不规范|不及时|偏低|较低|需要进一步|超期|逾期/u;
/** Of an earlier year, and mended since. */
const settled = /(?:上一?年度?|往年|以前年度|历年)[^。；]*已[^，。；]{0,8}(?:整改|解决|纠正|完善)/u;
/** What the words behind 但 begin with where they carry on with what was named before it. */
const carriedOn = /^(?:[仍也还尚存有未不较]|个别|部分|少数)/u;
/** Those that the department watches over. */
const ofOthers = /督促|督办|指导|监管|检查|查处|企业|机构|商户|经营|店|用人单位|辖区|村|社区|学生|患者|居民/u;
const problemSection = /问题|不足|困难/u;

/** What the report itself calls a problem, while the row that measures it has full marks. */
export const problemsAgainstFullMarks: Check = {
  id: "problemsAgainstFullMarks",
  title: "报告里写的问题与有关指标的满分不矛盾",
  severity: "待核实",
  find: ({ report, rows, edition, form }) => {
    const year = form.head.year?.value ?? null;
    const seen = new Set<string>();
    return report.flatMap(({ text, line, section }): readonly Found[] => {
      const written = text.slice(0, 1000);
      const sentence = problemIn(undenied(written, year));
      const late = lag.test(sentence);
      const isLoss = !ofOthers.test(sentence) && toldLosses(sentence, year).length > 0;
      const isProblem = problemSection.test(section) && problem.test(sentence);
      if (!late && !isLoss && !isProblem) return [];
      return topicsOf(sentence, edition).flatMap((topic) => {
        const touched = rowsOf(topic, rows);
        const [first] = touched;
        if (first === undefined || !touched.every(({ full }) => full) || seen.has(topic.title)) return [];
        const monthly = edition.rows.some((row) => topic.rows.includes(row.id) && isMonthly(row));
        if (monthly !== late) return [];
        seen.add(topic.title);
        const said = late ? (lag.exec(sentence)?.[0] ?? sentence) : sentence;
        return {
          at: inCell(first.card.at),
          other: inReport(line, text),
          subject: first.card.indicator,
          essence: `${topic.title}|${essenceOfWords(said)}`,
          severity: late ? "待核实" : "提示",
          what: `自评报告写“${excerpt(said)}”，${late ? `“${first.card.indicator}”` : namesOf(touched)}却是满分。`,
          why: late
            ? "年度平均执行率按月计算，只有每个通报月都达到序时进度才得满分。"
            : "报告写明存在问题，有关指标没有扣分，审核时会要求说明。",
          todo: late
            ? "请在评分底稿填写各月通报的执行率，核对得分。"
            : "请核对是否应当扣分，或说明问题不影响这些指标。",
        };
      });
    });
  },
};

/** Of "合同签订及时，但档案整理存在短板" the second half; nothing of what is settled. */
function problemIn(sentence: string): string {
  if (settled.test(sentence)) return "";
  const behind = sentence.split(/[，,](?:但是?|然而|不过)/u).at(-1) ?? sentence;
  return carriedOn.test(behind) ? sentence : behind;
}

function namesOf(rows: readonly CheckedRow[]): string {
  const names = rows.slice(0, 3).map(({ card }) => `“${card.indicator}”`);
  return names.join("、") + (rows.length > 3 ? "等" : "");
}
