import { inCell, type Check } from "../finding";

/** Papers, and what still holds from an earlier year, may well be older. */
const older =
  /《[^》]{0,200}》|[〔【[(（]\s*(?:19|20)\d{2}\s*[〕】\])）]\s*\d{0,4}号?|(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?=[^，。；]{0,6}(?:《|印发|出台|制定|修订|建立|颁布|发布|起))/gu;

/** Last year as what this one is held against, audits of an earlier budget, and what is done now with its results. */
const compared =
  /(?:比|较|相比|相较于?|对比|同比)(?:于)?20\d{2}\s*年度?[^，。；]{0,30}|20\d{2}\s*年度?(?:[^，。；]{0,12}(?:预算执行|决算|财政收支)[^，。；]{0,8}审计|[^，。；]{0,12}相比|[^，。；]{0,12}(?:评价|审计|监控|检查|巡察|自评)[^，。；]{0,6}(?:意见|结果|问题|建议)[^，。；]{0,12}(?:反馈|整改|挂钩|应用|落实|运用))/gu;

/** Evidence that only speaks of another year than the form's. */
export const wrongYear: Check = {
  id: "wrongYear",
  title: "评分依据说的是本年度",
  severity: "待核实",
  find: ({ rows, form }) => {
    const year = form.head.year?.value;
    if (year === undefined) return [];
    return rows.flatMap(({ card, indicator, basis }) => {
      if (basis === null || indicator.basis === null) return [];
      const text = basis.normalize("NFKC").slice(0, 4000).replace(older, "").replace(compared, "");
      const years = [...new Set((text.match(/(?<!\d)20\d{2}(?=\s*年)/gu) ?? []).map(Number))];
      const [other] = years;
      // Data of the year may be published or reported in the next.
      if (other === undefined || years.includes(year) || /本年|当年|全年|年度内/u.test(text)) return [];
      if (years.every((one) => one === year + 1)) return [];
      return {
        at: inCell(indicator.basis.at),
        subject: card.indicator,
        essence: years.join("、"),
        what: `“${card.indicator}”的评分依据写的是${years.join("、")}年，本表为${year}年度。`,
        why: "依据的年度与自评年度不同，可能沿用了以前的文字。",
        todo: `请核对，改写为${year}年的情况。`,
      };
    });
  },
};
