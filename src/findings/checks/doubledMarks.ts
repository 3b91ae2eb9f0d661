import type { Check } from "../finding";
import { formPassages, reportPassages } from "../passages";

const slips = /[，、；：][，、；：。]|。[，、；。]|人人数|的的|了了(?!解)|和和(?!谐)|对对/u;

/** Marks set twice and words typed twice: told once for the form and once for the report. */
export const doubledMarks: Check = {
  id: "doubledMarks",
  title: "没有重复的标点和字",
  severity: "提示",
  find: (context) =>
    [formPassages(context), reportPassages(context)].flatMap((passages) => {
      const hits = passages.flatMap((passage) => {
        const match = slips.exec(passage.text);
        return match === null ? [] : { passage, words: around(passage.text, match.index) };
      });
      const [first] = hits;
      if (first === undefined) return [];
      const said = hits
        .slice(0, 3)
        .map(({ words }) => `“${words}”`)
        .join("、");
      return {
        at: first.passage.at,
        subject: first.passage.from === "report" ? "自评报告" : "自评表",
        essence: said,
        what: `${first.passage.label}有重复的标点或字：${said}${hits.length > 3 ? `等${hits.length}处` : ""}。`,
        why: "录入时多打了一个。",
        todo: "请删去多余的一个。",
      };
    }),
};

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 4), at + 6).replace(/\s+/gu, "");
}
