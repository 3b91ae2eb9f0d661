import type { Check } from "../finding";
import { endsOpen } from "../particles";
import { formPassages, shortened } from "../passages";

const ended = /[。！？!?；;…”"』」）)》】\]]\s*$/u;
/** A mark, or words of several signs, that something has to follow. 审议通过 has its object before it. */
const dangling =
  /(?:[，,、：:（(《“—]|达到|其中|[形造组构达]成了|包括|以及|同时|因为|(?<![议收审决核查考测试])通过|(?<!有)根据|按照)$/u;
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
  if (dangling.test(text) || endsOpen(text)) return "句末的词后面还应有内容";
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

/** A text of several sentences whose last one breaks off: what did not fit was lost when it was pasted. */
export const textCutOff: Check = {
  id: "textCutOff",
  title: "文字没有在句子中间断开",
  severity: "待核实",
  find: (context) =>
    formPassages(context).flatMap(({ at, label, text }) => {
      const words = text.trim();
      const broken = ended.test(words) ? unclosed(words) : hasSentences(words) ? brokenBy(words) : null;
      if (broken === null) return [];
      const tail = words.slice(Math.max(0, words.length - 20));
      return {
        at,
        subject: label,
        essence: tail,
        what: `${label}的文字在句子中间断开（……${shortened(tail)}）：${broken}。`,
        why: "粘贴时后面的文字可能丢失了。",
        todo: "请对照原稿补全。",
      };
    }),
};
