import { readBaseSentence } from "../form/fundBase";
import { aboutWords, goesOn, isGradeScale, isHarmless, levelName, unreadNote } from "./noteSentences";
import { bare, plainNote } from "./scoringNote";
import { understood } from "./usualPractice";

/** A sentence of a note that may change what a row gets. */
export interface RuleSentence {
  readonly text: string;
  /** Levels that it is about; none: it names none. */
  readonly levels: readonly string[];
  /** It is about 定量指标. */
  readonly ofFigures: boolean;
}

const ofRows = new RegExp(
  `^(?:(?:对于?|若为|若)?(?:(定[量])|(${levelName}(?:指标)?(?:[、和及与]${levelName}(?:指标)?)*))(?:类|性)?(?:绩效)?指标(?:的)?(?:(?:得分|计分|评分|打分)(?:标准|方法|原则|办法|规则)?)?(?:按照?以下方法评定)?[:,]?|(?:得分|计分|评分)(?:标准|方法|原则|办法|规则)[:,])`,
  "u",
);

/** Of one note, without those that are about 定性指标 or the money, or that change nothing. */
export function ruleSentences(printed: string, of: "goals" | "fund" | null): readonly RuleSentence[] {
  const found: RuleSentence[] = [];
  let ofFigures = false;
  for (const whole of plainNote(printed).split(/[。\n\r]/u)) {
    let [levels, isOfWords]: [readonly string[], boolean] = [[], false];
    for (const part of whole.split(";")) {
      const sentence = bare(part);
      isOfWords = aboutWords(sentence) || (isOfWords && goesOn.test(sentence));
      if (isOfWords) ofFigures = false;
      const named = ofRows.exec(sentence);
      if (named?.[1] !== undefined) [ofFigures, levels] = [true, []];
      if (named?.[2] !== undefined)
        [ofFigures, levels] = [false, named[2].split(/[、和及与]/u).map((one) => one.replace(/指标$/u, ""))];
      const text = bare(sentence.slice(named?.[0].length ?? 0));
      if (isOfWords || text === "" || !isRule(text, of)) continue;
      found.push({ text, levels, ofFigures });
    }
  }
  return found;
}

function isRule(sentence: string, of: "goals" | "fund" | null): boolean {
  if (isGradeScale(sentence) || readBaseSentence(sentence) !== null || isHarmless(sentence)) return false;
  if (of === null && unreadNote(sentence).of === "fund") return false;
  const rest = understood.reduce(
    (left, { words, isIdle = false }) => (isIdle ? left.replace(words, "\n") : left),
    sentence,
  );
  if (rest === sentence) return true;
  return !rest.split("\n").every((part) => bare(part) === "" || isHarmless(bare(part), true));
}
