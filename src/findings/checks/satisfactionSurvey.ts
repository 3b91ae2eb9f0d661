import { inCell, type Check, type CheckedAnnexRow } from "../finding";

/** People were asked: 回访、走访、访谈、受访 – but not 信访、来访, who came by themselves. */
const survey =
  /问卷|调查|回收|样本|份|(?<![信来上])访|抽样|测评|评议|评价器|好差评|满意\d|接受调查|[\d.]人\/[\d.]+人/u;
const count = String.raw`(?:调查|满意度)?(?:问卷|表)?(?:共计?|合计|为|约|[:：])*(\d[\d,]*)\s*[份张]`;
const sentOut = new RegExp(`(?:发放|发出|派发|投放)(?:了)?${count}`, "u");
const cameBack = new RegExp(`(?:回收|收回|收到|有效)(?:了|的)?(?:有效)?${count}`, "u");
const complaint = /投诉|信访|举报/u;

/** Satisfaction without the size of a survey, or with more sheets back than went out; complaints in the place of satisfaction. */
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
      const more = moreBack(wordsOf(checked));
      if (more !== null) {
        return {
          at,
          subject: name,
          essence: `${more.sent}<${more.back}`,
          what: `“${name}”发放${more.sent}份，收回${more.back}份，收回的比发放的多。`,
          why: "收回和有效的份数不会超过发放的份数。",
          todo: "请对照问卷汇总核对，改正写错的一个数。",
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

/** Sheets that were handed out and fewer than came back; null where the words give no two such figures. */
function moreBack(words: string): { readonly sent: number; readonly back: number } | null {
  const of = (pattern: RegExp): number | null => {
    const digits = pattern.exec(words)?.[1]?.replaceAll(",", "");
    return digits === undefined ? null : Number(digits);
  };
  const sent = of(sentOut);
  const back = of(cameBack);
  return sent !== null && back !== null && sent < back ? { sent, back } : null;
}

function wordsOf({ row }: CheckedAnnexRow): string {
  return `${String(row.actual.content ?? "")}${row.shortfall?.value ?? ""}`.normalize("NFKC");
}
