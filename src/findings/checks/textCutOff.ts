import type { Check } from "../finding";
import { formPassages, shortened } from "../passages";

const ended = /[。！？!?；;…”"』」）)》】\]]\s*$/u;
/** Words that something has to follow; 行为, 涉及, 存在, 核对 and their like are words of their own. */
const dangling = new RegExp(
  "(?:[，,、：:（(《“—]|" +
    "(?<![不未所涉])及|(?<!参)与|(?<![行作人有无成])为|(?<![存所内现])在|(?<![核应校比])对|(?<![理事自])由|(?<![方意导])向|" +
    "(?<![占同环评])比|(?<![合])并|(?<![归偿退返])还|(?<![平人])均|(?<![服])从|(?<![求])是|(?<![比相])较|" +
    "[和或的将以把被于且其该各每第不未再也已都仅约达共]|达到|其中|包括|以及|同时|因为|通过|根据|按照)$",
  "u",
);
/** The name of a measure without its figure, or a figure without its unit. */
const unmeasured = /(?:[率比占]|比例|比重|金额|总额|(?<![第\d,.件表料图号证])\d[\d,.]{0,15}[万亿]?)$/u;
const opening = /[（(《“【[]/gu;
const closing = /[）)》”】\]]/gu;
/** Where one of a list ends and the next begins. */
const items =
  /(?:^|(?<=[。；;\n]))[ \u3000]{0,8}(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]{1,2}[是、])/u;
/** What a sentence says of its subject: 已完成, 有所提高, 没有发生. */
const said = /[已均未了]|没有|不再|有[所力效序]|得到|进一步|完成$|提[高升]$|落实$|到位$|正常$/u;

/** Why the end of a text is none; null where it may be one. */
function brokenBy(text: string): string | null {
  const [opened, closed] = [opening, closing].map((sign) => text.match(sign)?.length ?? 0);
  if ((opened ?? 0) > (closed ?? 0)) return "括号、引号没有写完";
  if (dangling.test(text)) return "句末的词后面还应有内容";
  if (unmeasured.test(text)) return "句末的数没有写完";
  const list = text.split(items).filter((item) => item.trim() !== "");
  const last = list.pop() ?? "";
  const alike = list.length >= 2 && list.every((item) => /\d/u.test(item) && ended.test(item.trim()));
  return alike && !/\d/u.test(last) && !said.test(last) ? "前面各条都写了数，最后一条没有" : null;
}

/** A text of several sentences whose last one breaks off: what did not fit was lost when it was pasted. */
export const textCutOff: Check = {
  id: "textCutOff",
  title: "文字没有在句子中间断开",
  severity: "待核实",
  find: (context) =>
    formPassages(context).flatMap(({ at, label, text }) => {
      const words = text.trim();
      const broken = ended.test(words) || !/[。；;]/u.test(words) ? null : brokenBy(words);
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
