import { snapshotCell } from "../../workbook/snapshot";
import type { Check, FindingContext, Found } from "../finding";
import { isDoubledParticle } from "../particles";
import { allPassages, formPassages, reportPassages, type Passage } from "../passages";

const marks =
  /[，、；：][，、；：。]|。[，、；。]|,,|;;|(?<![.\d])\d+\.\.\d|《《[^《》]{1,60}》(?:》|(?![^《》。]*》))|(?<!》[^《》。]{0,60})》》/u;
const sameSign = /(\p{Script=Han})\1/gu;
/** Verbs that need their object, adverbs and function words: neither ends one word and begins the next, as 博士博士后, 党组织组织. */
const samePair =
  /(进行|开展|予以|给予|加以|作出|加强|推进|实现|提[高升]|具有|属于|通过|根据|按照|以及|关于|对于|由于|为了|并且|或者|因为|我们|其中|及时|按[时期]|按规定|按要求|已经|均已|全部|全面|各项|切实|积极|严格|尽快|逐步|继续|制定|印发|建立|落实|达到|超过)\1/u;
/** 资产资产管理 at the beginning of a clause, where nothing stands before it that the first could belong to. 一项一项, 研究研究后 are meant. */
const openingPair =
  /(?<=^|[，。；、：:,;（(\s])(?![一逐])(\p{Script=Han})(?!\1)(\p{Script=Han})\1\2(?=\p{Script=Han}{2})(?!再|后|一下|看)/u;
/** 资产账资产账核对: three signs and more are no word of their own that ends where the next begins; 一个月一个月 is meant. */
const longAgain = /(?![一逐每])(\p{Script=Han})(?!\1\1)(?=(\p{Script=Han}{2,11})\1\2)/u;
/** 年报数据数据完整: the same two signs again, of no verb, which may govern the noun of the same writing (党组织组织, 公共服务服务于). */
const pairAgain =
  /(?!组织|服务|管理|培训|指导|监督|评价|研究|学习|教育|保障|建设|检查|规划|设计|计划|支持|帮助|影响|代表|领导|编辑|翻译|工作|生活|活动|宣传|教学|使用|需要|决定|要求|规定|报告|通知|申请|投资|消费|生产|经营)(?=(\p{Script=Han})(\p{Script=Han})\1\2)(?!(\p{Script=Han})\3)/gu;
/** 完成率率100%: the last sign of a name, in front of its figure. */
const beforeFigure = /(?<=\p{Script=Han})([率度数额量值费款])\1(?=[\d为达是约：:]|$|[，。；、])/u;
/** A text of nothing but slips need not be read to its end. */
const mostLooked = 50;
const mostTold = 3;

/** Marks set twice and words typed twice: told once for the form and once for the report. */
export const doubledMarks: Check = {
  id: "doubledMarks",
  title: "没有重复的标点和字",
  severity: "提示",
  find: (context) => {
    const all = corpusOf(context);
    return [formPassages(context), reportPassages(context)].flatMap((passages) => {
      const hits = passages.flatMap((passage) => {
        const at = slipIn(passage.text, all);
        return at === null ? [] : { passage, words: around(passage.text, at) };
      });
      const [first] = hits;
      if (first === undefined) return [];
      const said = hits
        .slice(0, mostTold)
        .map(({ words }) => `“${words}”`)
        .join("、");
      return {
        at: first.passage.at,
        subject: first.passage.from === "report" ? "自评报告" : "自评表",
        essence: hits.map(({ words }) => words).join("、"),
        what: `${first.passage.label}有重复的标点或字：${said}${hits.length > mostTold ? `等${hits.length}处` : ""}。`,
        why: "录入时多打了一个。",
        todo: "请删去多余的一个。",
        ...(first.passage.from === "report" ? {} : withoutSecond(context, hits)),
      };
    });
  },
};

/** The very same mark typed twice is one too many; of two different ones, of three, or of words, nobody knows which was meant. */
const sameMark = /(?<![，、；：。])([，、；：。])\1(?![，、；：。])/gu;

function withoutSecond(
  { snapshot }: FindingContext,
  hits: readonly { readonly passage: Passage }[],
): Pick<Found, "fix"> {
  const fix = hits.flatMap(({ passage: { at: place } }) => {
    const text = place.kind === "cell" ? snapshotCell(snapshot, place.at)?.value : null;
    if (place.kind !== "cell" || typeof text !== "string") return [];
    const after = text.replace(sameMark, "$1");
    return after === text ? [] : { at: place.at, after, label: "去掉重复的标点" };
  });
  return fix.length > 0 ? { fix } : {};
}

/** So many times the text itself is searched; who asks more often gets a list of all that stands in it. */
const mostSearched = 20;

/** Everything that form, annexes and report say: how words are written there tells a slip from two words that meet. */
function corpusOf(context: FindingContext): Corpus {
  const { form, annexRows } = context;
  const all = [
    ...allPassages(context).map(({ text }) => text),
    ...form.indicators.flatMap(({ name, standard }) => [name.value, standard?.value ?? ""]),
    ...annexRows.map(({ name }) => name),
  ].join("\n");
  let searched = 0;
  let known: ReadonlySet<string> | null = null;
  return (words) => {
    searched += 1;
    if (searched <= mostSearched) return all.includes(words);
    known ??= fours(all);
    return known.has(words);
  };
}

/** Whether these four signs stand anywhere. */
type Corpus = (words: string) => boolean;

function fours(all: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 4 <= all.length; at += 1) found.add(all.slice(at, at + 4));
  return found;
}

/** Where something stands twice; null where nothing does. */
function slipIn(text: string, all: Corpus): number | null {
  const mark = marks.exec(text)?.index ?? null;
  const sign = Array.from(text.matchAll(sameSign))
    .slice(0, mostLooked)
    .find(({ index }) => isDoubledParticle(text, index) || isWrittenOnce(text, index, all));
  const again = Array.from(text.matchAll(pairAgain))
    .slice(0, mostLooked)
    .find(({ index }) => isPairWrittenOnce(text, index, all));
  const words = [samePair, openingPair, beforeFigure, longAgain].map((pattern) => pattern.exec(text)?.index);
  const found = [mark, sign?.index, again?.index, ...words].filter((at) => typeof at === "number");
  return found.length === 0 ? null : Math.min(...found);
}

/** 资助人人数 is a slip where 资助人数 is written, too; 法人人数 and 人人享有 are not. */
function isWrittenOnce(text: string, at: number, all: Corpus): boolean {
  const before = /\p{Script=Han}{2}$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0];
  const behind = /^\p{Script=Han}/u.exec(text.slice(at + 2, at + 4))?.[0];
  if (behind === undefined) return false;
  // 走访慰问户户数: behind a verb 户数 is a word of its own.
  if (
    before !== undefined &&
    text.charAt(at) === "户" &&
    behind === "数" &&
    !/[农住用客商贫困牧渔]$/u.test(before)
  )
    return true;
  // Nothing in front that the first of the two could belong to: “1.户户数”.
  if (before === undefined) return /[数次均]/u.test(behind) && !/\p{Script=Han}$/u.test(text.slice(0, at));
  return all(before + text.charAt(at) + behind);
}

/** 数据 with a sign before it and one behind it (报数据完) is written elsewhere, too. */
function isPairWrittenOnce(text: string, at: number, all: Corpus): boolean {
  const words = `${text.charAt(at - 1)}${text.slice(at + 2, at + 5)}`;
  return /^\p{Script=Han}{4}$/u.test(words) && all(words);
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 4), at + 6).replace(/\s+/gu, "");
}
