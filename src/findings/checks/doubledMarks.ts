import { snapshotCell } from "../../workbook/snapshot";
import type { Check, FindingContext, Found } from "../finding";
import { isDoubledParticle } from "../particles";
import { allPassages, formPassages, reportPassages, type Passage } from "../passages";

const marks =
  /[，、；：][，、；：。]|。[，、；。]|,,|;;|(?<![.\d])\d+\.\.\d|《《[^《》]{1,60}》(?:》|(?![^《》。]*》))|(?<!》[^《》。]{0,60})》》/u;
const sameSign = /(\p{Script=Han})\1/gu;
/** Verbs that need their object, adverbs, units and function words: neither ends one word and begins the next, as 博士博士后, 党组织组织. */
const samePair =
  /(进行|开展|予以|给予|加以|作出|加强|推进|实现|提[高升]|具有|属于|通过|根据|按照|以及|关于|对于|由于|为了|并且|或者|因为|我们|其中|及时|按[时期]|按规定|按要求|已经|均已|全部|全面|各项|切实|积极|严格|尽快|逐步|继续|制定|印发|建立|落实|达到|超过|举办|召开|签订|取得|提供|确保|采取|做好|发生|符合|[万亿]元|平方米)\1/u;
/** 资产资产管理, 24份合同合同均, 已公开公开: at the beginning of a clause, behind a number, a preposition or an adverb nothing
 * stands before it that the first could belong to. 一项一项, 研究研究后 are meant. */
const openingPair =
  /(?<=^|[，。；、：:,;（(\s的了按已均未将应须]|\d[份个项家名条件次处起场]?)(?![一逐])(\p{Script=Han})(?!\1)(\p{Script=Han})\1\2(?=\p{Script=Han}{2}|\d)(?!再|后|一下|看)/u;
/** 审计局局开展: the last sign of a body's name, where it does not begin the next word (局长, 委员, 馆藏). */
const sameEnding =
  /(?<=\p{Script=Han}{2})(?:局局(?![长级内属面部域机办])|委委(?![员托派内属机办])|厅厅(?![长级局内属堂机])|院院(?![长内校士属区办级])|馆馆(?![长员内藏舍校际])|站站(?![长点内台]))/u;
/** 资产账资产账核对: three signs and more are no word of their own that ends where the next begins; 一个月一个月 is meant. */
const longAgain = /(?![一逐每])(\p{Script=Han})(?!\1\1)(?=(\p{Script=Han}{2,11})\1\2)/u;
/** 年报数据数据完整: the same two signs again, of no verb, which may govern the noun of the same writing (党组织组织, 公共服务服务于). */
const pairAgain =
  /(?!组织|服务|管理|培训|指导|监督|评价|研究|学习|教育|保障|建设|检查|规划|设计|计划|支持|帮助|影响|代表|领导|编辑|翻译|工作|生活|活动|宣传|教学|使用|需要|决定|要求|规定|报告|通知|申请|投资|消费|生产|经营)(?=(\p{Script=Han})(\p{Script=Han})\1\2)(?!(\p{Script=Han})\3)/gu;
/** 完成率率100%: the last sign of a name, in front of its figure. */
const beforeFigure = /(?<=\p{Script=Han})([率度数额量值费款])\1(?=[\d为达是约：:]|$|[，。；、])/u;
/** A text of nothing but slips need not be read to its end. */
const mostLooked = 50;
const mostTold = 30;

/** Marks set twice and words typed twice: each cell and each sentence of the report by itself. */
export const doubledMarks: Check = {
  id: "doubledMarks",
  title: "没有重复的标点和字",
  severity: "提示",
  find: (context) => {
    const all = corpusOf(context);
    return [formPassages(context), reportPassages(context)].flatMap((passages) =>
      passages
        .flatMap((passage): readonly Found[] => {
          const at = slipIn(passage.text, all);
          if (at === null) return [];
          const words = around(passage.text, at);
          return [
            {
              at: passage.at,
              subject: passage.label,
              essence: words,
              what: `${passage.label}有重复的标点或字：“${words}”。`,
              why: "录入时多打了一个。",
              todo: "请删去多余的一个。",
              ...withoutSecond(context, passage),
            },
          ];
        })
        .slice(0, mostTold),
    );
  },
};

/** The very same mark typed twice is one too many; of two different ones, of three, or of words, nobody knows which was meant. */
const sameMark = /(?<![，、；：。])([，、；：。])\1(?![，、；：。])/gu;

function withoutSecond({ snapshot }: FindingContext, { at: place }: Passage): Pick<Found, "fix"> {
  const text = place.kind === "cell" ? snapshotCell(snapshot, place.at)?.value : null;
  if (place.kind !== "cell" || typeof text !== "string") return {};
  const after = text.replace(sameMark, "$1");
  return after === text ? {} : { fix: [{ at: place.at, after, label: "去掉重复的标点" }] };
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
  const words = [samePair, openingPair, sameEnding, beforeFigure, longAgain].map(
    (pattern) => pattern.exec(text)?.index,
  );
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
