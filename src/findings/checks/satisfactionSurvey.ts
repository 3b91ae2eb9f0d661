import { inCell, type Check, type CheckedAnnexRow } from "../finding";

/** People were asked: 回访、走访、访谈、受访 – but not 信访、来访, who came by themselves. */
const survey =
  /问卷|调查|回收|样本|份|(?<![信来上])访|抽样|测评|评议|评价器|好差评|满意\d|接受调查|[\d.]人\/[\d.]+人/u;
const complaint = /投诉|信访|举报/u;

/** Satisfaction without the size of a survey; complaints in the place of satisfaction. */
export const satisfactionSurvey: Check = {
  id: "satisfactionSurvey",
  title: "满意度有问卷调查的份数，不是用投诉数代替",
  severity: "待核实",
  find: ({ annexRows }) =>
    annexRows.flatMap((checked) => {
      const { row, name } = checked;
      const satisfied = /满意/u.test(`${row.level2}${name}`);
      if (!satisfied || row.actual.content === null) return [];
      const at = inCell(row.actual.at);
      if (complaint.test(name) && !/满意/u.test(name)) {
        return {
          at,
          subject: name,
          essence: "投诉",
          what: `“${name}”列在满意度下，用投诉数代替满意度。`,
          why: "没有投诉不等于满意，复核时可按没有调查处理。",
          todo: "请补充满意度调查；批复如此的，可标为已核实。",
        };
      }
      if (survey.test(wordsOf(checked))) return [];
      return {
        at,
        subject: name,
        essence: "没有份数",
        what: `“${name}”只有结果，没有写调查方式和有效问卷份数。`,
        why: "没有调查的满意度，复核时可按0分计。",
        todo: "请写明调查时间、发放和回收份数，并附问卷汇总。",
      };
    }),
};

function wordsOf({ row }: CheckedAnnexRow): string {
  return `${String(row.actual.content ?? "")}${row.shortfall?.value ?? ""}`.normalize("NFKC");
}
