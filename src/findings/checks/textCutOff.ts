import type { Check } from "../finding";
import { endsOpen } from "../particles";
import { formPassages, shortened } from "../passages";

const ended = /[。！？!?；;…”"』」）)》】\]]\s*$/u;
/** A mark, or words of several signs, that something has to follow. 审议通过 has its object before it. */
const dangling =
  /(?:[，,、：:（(《“—]|达到|其中|[形造组构达]成了|包括|以及|同时|因为|(?<![议收审决核查考测试])通过|(?<!有)根据|按照)$/u;
/** A verb whose object always stands behind it; 得到充分体现 and 均未超过 have it in front. */
const wantsObject =
  /(?<!得到|充分|有所|均|都|集中|具体|全面)体现$|(?:没有|未|不|已)?超过$|(?:具|拥|含|占|附)有$|(?:导致|造成|引起|促使|围绕|涵盖|旨在|致力于)$/u;
/** What is planned, with nothing in front of its verb but when and how: “改进措施：2024年进一步加强”. What is done may stand alone. */
const planned =
  /(?:^|[，,；;：:。、])(?:20\d\d年度?|下一?年度?|今后|[将拟要应须]|计划|进一步|继续|切实|及时|认真|积极|不断|尽快|提前|错峰|持续|逐步|大力|着力|加快|严格|统筹|定期|同步){1,4}(?:加强|提高|提升|完善|推进|开展|做好|建立|制定|强化|健全|规范|促进|确保|保障|落实|安排|优化|加大|深化|修订|编制|组织|实施|办理|核对|细化)$/u;
/** A figure without its unit; 附件1, 第3 and a year are names. */
const unmeasured = /(?<![第\d,.件表料图号证])\d[\d,.]{0,15}[万亿]?$/u;
/** The name of a measure… */
const measure = /(?:[率比占]|比例|比重|金额|总额)$/u;
/** …which ends a sentence where something is done to it: 提高了办事效率. */
const object =
  /[了对以]|提[高升]|降|增|减|改善|优化|保[障证]|确保|促进|完善|节[约省]|核对|统计|明确|公开|控制/u;
const opening = /[（(《“【[]/gu;
const closing = /[）)》”】\]]/gu;
/** Where one of a list ends and the next begins. */
const items =
  /(?:^|(?<=[。；;\n]))[ \u3000]{0,8}(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]{1,2}[是、])/u;
/** What a sentence says of its subject: 已完成, 有所提高, 没有发生. */
const said = /[已均未了]|没有|不再|有[所力效序]|得到|进一步|完成$|提[高升]$|落实$|到位$|正常$/u;

/** A text of sentences or clauses; one of a few words is a note. */
function hasSentences(words: string): boolean {
  return /[。；;]/u.test(words) || (/[，,、]/u.test(words) && words.length >= 12);
}

/** “（示例体〔2019〕12号；各类…”: a bracket of a paper's number that the sentence leaves open. */
function unclosed(words: string): string | null {
  return /[（(][^（()）。；;]{0,20}[〔[【][^〔\]〕】]{4}[〕\]】]\d{1,4}号[。；;]/u.test(words)
    ? "括号没有写完"
    : null;
}

/** Why the end of a text is none; null where it may be one. */
function brokenBy(text: string): string | null {
  const [opened, closed] = [opening, closing].map((sign) => text.match(sign)?.length ?? 0);
  if ((opened ?? 0) > (closed ?? 0)) return "括号、引号没有写完";
  if ([dangling, wantsObject, planned].some((open) => open.test(text)) || endsOpen(text))
    return "句末的词后面还应有内容";
  if (unmeasured.test(text) || isMeasureAlone(text)) return "句末的数没有写完";
  const list = text.split(items).filter((item) => item.trim() !== "");
  const last = list.pop() ?? "";
  const alike = list.length >= 2 && list.every((item) => /\d/u.test(item) && ended.test(item.trim()));
  return alike && !/\d/u.test(last) && !said.test(last) ? "前面各条都写了数，最后一条没有" : null;
}

/** “结案率99.87%、调解成功率”: beside others that have their figure, a measure stands without one. */
function isMeasureAlone(text: string): boolean {
  if (!measure.test(text)) return false;
  const sentence = text.slice(Math.max(...["。", "；", ";", "\n"].map((end) => text.lastIndexOf(end))) + 1);
  const [last = "", ...before] = sentence.split(/[，,、]/u).reverse();
  return !object.test(last) && (before.length === 0 || before.some((clause) => /\d/u.test(clause)));
}

/** So many texts have to end with a mark, and this share of all, before one without stands out. */
const fewest = 10;
const usual = 0.9;

/** A text of several sentences whose last one breaks off: what did not fit was lost when it was pasted. */
export const textCutOff: Check = {
  id: "textCutOff",
  title: "文字没有在句子中间断开",
  severity: "待核实",
  find: (context) => {
    const texts = formPassages(context)
      .map((passage) => ({ ...passage, words: passage.text.trim() }))
      .filter(({ words }) => ended.test(words) || hasSentences(words));
    const whole = texts.filter(({ words }) => ended.test(words)).length;
    const allEnd = whole >= fewest && whole >= texts.length * usual;
    return texts.flatMap(({ at, label, words }) => {
      const isEnded = ended.test(words);
      const broken = isEnded ? unclosed(words) : brokenBy(words);
      const tail = words.slice(Math.max(0, words.length - 20));
      if (broken !== null)
        return {
          at,
          subject: label,
          essence: tail,
          what: `${label}的文字在句子中间断开（……${shortened(tail)}）：${broken}。`,
          why: "粘贴时后面的文字可能丢失了。",
          todo: "请对照原稿补全。",
        };
      return isEnded || !allEnd
        ? []
        : {
            at,
            subject: label,
            essence: tail,
            severity: "提示",
            what: `${label}的文字末尾没有句号（……${shortened(tail)}），其他各格都有。`,
            why: "可能没有写完，或粘贴时后面的文字丢失了。",
            todo: "请对照原稿核对；写完了的，补上句号。",
          };
    });
  },
};
