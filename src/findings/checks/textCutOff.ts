import type { Check } from "../finding";
import { formPassages, shortened } from "../passages";

const ended = /[。！？!?；;…”"』」）)》】\]]\s*$/u;
/** Words that something has to follow. */
const dangling =
  /(?:[，,、：:（(《“—和与及或的为是在对将以从由把被向]|共|约|达|达到|完成率|成功率|满意率|结案率|比例|比率|其中|包括|以及|并且|同时|因为|由于|通过|根据|按照)\s*$/u;

/** A text of several sentences whose last one breaks off: what did not fit was lost when it was pasted. */
export const textCutOff: Check = {
  id: "textCutOff",
  title: "文字没有在句子中间断开",
  severity: "待核实",
  find: (context) =>
    formPassages(context).flatMap(({ at, label, text }) => {
      const words = text.trim();
      if (ended.test(words) || !dangling.test(words) || !/[。；;]/u.test(words)) return [];
      const tail = words.slice(Math.max(0, words.length - 20));
      return {
        at,
        subject: label,
        essence: tail,
        what: `${label}的文字在句子中间断开（……${shortened(tail)}）。`,
        why: "粘贴时后面的文字可能丢失了。",
        todo: "请对照原稿补全。",
      };
    }),
};
