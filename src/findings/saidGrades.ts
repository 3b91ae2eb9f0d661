import { gradeOf, gradePattern } from "../criteria/grade";
import { plainText } from "../quantity/plainText";
import { tidy } from "../quantity/tidy";
import { sayPoints } from "../scorecard/formatPoints";
import { inCell, type FindingContext, type Found } from "./finding";
import { namedFigures, type NamedFigure } from "./namedFigures";
import type { Passage } from "./passages";
import { isOfAnother, scoreOf } from "./scoredThings";

/** 自评结果为优, 等级：良; 综合评定为中, 按得分评定为良等次. */
const called = "(?:自评结果|评价等级|自评等级|等级)[为是:]?";
const judged = "(?<![被获])(?:评定|评级|评价|自评|综评)(?:等[级次]|结果)?(?:为|是|属于?)";
/** What else is judged: 年度考核评定为优. */
const elsewhere = /考核|考评|党建|信用|测评|表彰|荣誉|称号|星级|职称|验收/u;
const ofThis = /得分|评分|总分|自评|综合|绩效评价|整体支出/u;

/** Grades of the whole as the sentences of the report say them, against the sum of the scores. */
export function saidGrades(
  { form, rows, scorecard, edition }: FindingContext,
  passages: readonly Passage[],
  own: string,
  isOfOther: (figure: NamedFigure) => boolean,
): readonly Found[] {
  const here = scoreOf(rows);
  const right = gradeOf(here, edition.grades);
  const cell = form.total?.score.at;
  if (cell === undefined || right === null || tidy(scorecard.weight) !== edition.total) return [];
  const grades = gradePattern(edition.grades);
  const pattern = new RegExp(
    `${called}(?<called>${grades})|${judged}(?<judged>${grades})[秀好]?(?:等[级次]?|[级次])?(?=[,，。；;、)]|$)`,
    "u",
  );
  return passages.flatMap((passage): readonly Found[] => {
    // Most sentences speak of no grade.
    if (!/[级果评]/u.test(passage.text)) return [];
    const { text } = plainText(passage.text);
    const hit = pattern.exec(text);
    const said = hit?.groups?.["called"] ?? hit?.groups?.["judged"];
    if (hit === null || said === undefined || said === right) return [];
    const front = text.slice(Math.max(0, hit.index - 80), hit.index);
    if (hit.groups?.["called"] === undefined && (elsewhere.test(front) || !ofThis.test(front + hit[0])))
      return [];
    const named =
      front
        .split(/[，,。；;]/u)
        .filter((words) => words !== "")
        .at(-1) ?? "";
    const name = named.replace(/(?:整体支出)?(?:绩效)?(?:自评|评价)?(?:的|得分)?$/u, "");
    if (isOfAnother(name, named, own)) return [];
    const year = form.head.year?.value ?? null;
    const last = namedFigures([passage], year)
      .filter(({ from, kind, unit }) => from < hit.index && kind === "score" && unit === "分")
      .at(-1);
    // The sentence goes on with what has the last score: 区体育场自评得分89分，等级为良.
    if (last !== undefined && (last.apart || isOfOther(last))) return [];
    if (year !== null && (front.match(/20\d\d(?=年)/gu) ?? []).some((one) => Number(one) !== year)) return [];
    return [
      {
        at: passage.at,
        other: inCell(cell),
        subject: "评价等级",
        essence: `${said}≠${right}（${sayPoints(here)}）`,
        what: `自评报告写自评结果为“${said}”，自评表各项得分合计${sayPoints(here)}分，对应“${right}”。`,
        why: "报告与表的等级应当一致。",
        todo: "请核对总分，改正其中一处。",
        right,
      },
    ];
  });
}
