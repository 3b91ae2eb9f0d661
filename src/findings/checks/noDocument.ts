import type { Check } from "../finding";
import { isNil } from "../passages";
import { essenceOfWords } from "../reviewed";

const named = /《[^》]{2,200}》|〈[^〉]{2,200}〉|[〔【[(（]\s*(?:19|20)\d{2}\s*[〕】\])）]\s*\d{1,4}\s*号/u;
/** A title in quotation marks is longer than what such papers are called at large: “采购内控制度” names none. */
const quoted =
  /[“"「『][^“”"「」『』]{8,200}(?:办法|制度|规定|规程|规范|规则|细则|方案|通知|意见|指引|手册)(?:[（(][^（()）]{1,6}[)）])?[”"」』]/u;

/** Words that there is none, or not yet. */
const absent =
  /(?:未|没有)(?:能|曾)?(?:建立|制定|出台|印发|制订|形成)|(?:正在|拟|计划|准备)(?:研究|抓紧|着手)?(?:建立|制定|制订|起草|编制|修订)|(?:(?<![有毫])无|没有)[^，。；、]{0,12}(?:制度|办法|规程)/u;

/** Whether that may be said is for others to ask. */
const notApplicable = /^[\s“"]*(?:不涉及|不适用|无此项|无该项)/u;
/** Words of any such paper: “已完成。” says nothing of one. */
const paperWords = /制度|办法|规程|规定|规范|规则|细则|方案|内控|文件|手册|指引/u;

/** Rows that ask for a paper of the department's own, without its title or number. */
export const noDocument: Check = {
  id: "noDocument",
  title: "说有制度的，写明了文件名称或文号",
  severity: "待核实",
  find: ({ rows, form }) =>
    rows.flatMap(({ card, basis, evidence, score, ruleRow, atBasis }) => {
      const paper = ruleRow?.document;
      if (paper === undefined || basis === null || score === null || score <= 0) return [];
      const said = `${basis}\n${evidence ?? ""}`;
      const later = laterIn(basis, form.head.year?.value ?? null);
      if (isNil(basis) || notApplicable.test(basis)) return [];
      if (later === null && (named.test(said) || quoted.test(said))) return [];
      const speaks = paperWords.test(said) || said.includes(paper.slice(-2));
      const none = later ?? absent.exec(basis)?.[0];
      return {
        ...atBasis,
        essence: essenceOfWords(said),
        what:
          none === undefined
            ? `“${card.indicator}”${speaks ? `说有${paper}，没有写` : `得了分，评分依据没有写${paper}的`}文件名称或文号。`
            : `“${card.indicator}”写“${none}”，没有${paper}，却得了分。`,
        why: "没有文件无法核实制度是否存在、要素是否齐全。",
        todo:
          none === undefined
            ? "请写明文件名称和文号。"
            : "请核对得分；已有制度的，改写这句话，写明文件名称和文号。",
      };
    }),
};

const planned =
  /(?:拟|计划|预计|将)(?:于|在)?(20\d\d)年[^，。；;]{0,8}?(?:印发|出台|发布|施行|实施|制定|建立)/u;

/** 拟于2024年印发: where no other words name a paper, the only one is yet to come. */
function laterIn(basis: string, year: number | null): string | null {
  const hit = planned.exec(basis);
  if (hit === null || year === null || Number(hit[1]) <= year) return null;
  const others = basis.split(/[，,。；;\n]/u).filter((clause) => !planned.test(clause));
  return others.some((clause) => named.test(clause) || quoted.test(clause)) ? null : hit[0];
}
