import { snapshotCell } from "../../workbook/snapshot";
import type { Check, FindingContext, Found } from "../finding";
import { formPassages, reportPassages, type Passage } from "../passages";

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
        ...(first.passage.from === "report" ? {} : withoutSecond(context, hits)),
      };
    }),
};

/** The very same mark typed twice is one too many; of two different ones, or of words, nobody knows which was meant. */
const sameMark = /([，、；：。])\1/gu;

function withoutSecond(
  { snapshot }: FindingContext,
  hits: readonly { readonly passage: Passage }[],
): Pick<Found, "fix"> {
  const fix = hits.flatMap(({ passage: { at: place } }) => {
    const text = place.kind === "cell" ? snapshotCell(snapshot, place.at)?.value : null;
    if (place.kind !== "cell" || typeof text !== "string") return [];
    const after = text.replace(sameMark, "$1");
    return slips.test(after) ? [] : { at: place.at, after, label: "去掉重复的标点" };
  });
  return fix.length === hits.length ? { fix } : {};
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 4), at + 6).replace(/\s+/gu, "");
}
