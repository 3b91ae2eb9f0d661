import type { Clause, ReadCell } from "../words/readCell";
import { isPartOfYear } from "../words/tokenKinds";
import { stakeOf, type Around, type Hit } from "./findHits";

/** 各镇, 财务科, 学校: others than the department, or a part of it, at the beginning of a clause. */
const somebodyElse =
  /^(?:20\d\d年度?|本年度?|今年|全年)?(?:(?:[本我全]?[市区县])?各(?:镇街?|街道?|区县?|县区?|村|社区|校|学校|医院)|某|本科室?|(?:财务|资产|业务|采购|人事|综合|后勤|总务|信息)(?:管理)?(?:科室?|股|处(?![置理])|部(?!门)|室)|办公室|学校|医院|幼儿园|(?:机关)?食堂|(?:采购)?代理机构|供应商|第三方|(?:项目|建设|使用|代管)单位)(?!面积|用房|设备|家具|[及和与、:])/u;
/** Said by somebody, hoped for, asked for: no report. */
const noFact =
  /^[^,《]{0,6}(?:据(?:说|称|反映|介绍|了解|悉|传)|[听据]说|希望|但愿|难说|难讲|未必|认为|努力|力求|[声号自]称|有(?:人|单位|群众|关方面)[^,]{0,2}反映)|^(?:建议|[有可]望|推测|假定|只要|是否|传闻)|^(?:《[^》]{1,40}》|文件|办法|制度|上级|主管部门|财政(?:局|部门)?|[市区县]财政局?)?(?:明确)?(?:规定|要求)(?![时的期内数])|^(?:我局|本部门)?计划(?![数内外完安投支采])/u;
/** 区教育局, 市卫生健康委员会: an office by its name, that of whose form it is or another. Who looks at others is none. */
const office =
  /^(?:20\d\d年度?|本年度?|今年|全年)?(?:[\p{Script=Han}]{0,6}?[省市区县镇])([\p{Script=Han}]{2,9}?(?:局|厅|委员会|委))(?![员会托内])/u;
const inspector = /财政|审计|纪|巡[视察]|监[察委]/u;
/** "依据办法规定，": a rule, unless what follows reports. */
const byRule = /^(?:依据|根据|按照?)?[^,]{0,16}规定$/u;
const asAsked =
  /^(?:《[^》]{1,40}》|文件|办法|制度|通知|上级|主管部门|财政(?:局|部门)?|[市区县]财政局?)(?:明确)?要求$/u;
const reports = /[已了我]|本年|全部|均|年度|实际|率/u;
/** Behind the name of a document also 均 may be the rule's. */
const byDocument = /办法|条例|细则|[文件法]|制度|《/u;
const reportsOwn = /[已了我]|本年|年度|实际|率/u;
const early = /^(?:20\d\d年)?(?:年初|年中|[上下]半年)$/u;
const before12 = /12月(?:(?!31)\d{1,2}日)?(?:之前|以前|前)/u;

/** What begins the clause of a hit says that it is no report, of somebody else, or of some months. */
export function leadsAway(
  cell: ReadCell,
  hit: Hit,
  { department }: Pick<Around, "department">,
  from: number,
): boolean {
  // Some patterns begin with the comma before the clause.
  const words = cell.text.slice(from, hit.to).replace(/^[,:、]/u, "");
  if (noFact.test(words)) return true;
  if (stakeOf(hit) !== "loss" && (somebodyElse.test(words) || isOtherOffice(words, department))) return true;
  return isDenial(hit) && (isOfMonths(cell, hit, from) || before12.test(words));
}

/** "区教育局已建立…" in the form of another department, or of nobody knows whom. */
function isOtherOffice(words: string, department: string | null): boolean {
  const name = office.exec(words)?.[1];
  return name !== undefined && !inspector.test(name) && department?.includes(name) !== true;
}

function isDenial({ value }: Hit): boolean {
  return value === 0 || value === "不涉及";
}

/** The clause before that of a hit which makes a rule of it, or says it of another time. */
export function otherLead(cell: ReadCell, hit: Hit, from: number, year: number | null): Clause | null {
  const leads = hit.clauses.filter((clause) => !clause.remark && clause.to <= from);
  const wordsOf = (clause: Clause): string => cell.text.slice(clause.from, clause.to);
  const time = leads.find((clause) => early.test(wordsOf(clause)));
  if (time !== undefined && (isDenial(hit) || stakeOf(hit) === "measure")) return time;
  const last = leads.at(-1);
  if (last === undefined) return null;
  const said = cell.text.slice(from, hit.to);
  const isRule =
    (byRule.test(wordsOf(last)) || asAsked.test(wordsOf(last))) &&
    !(byDocument.test(wordsOf(last)) ? reportsOwn : reports).test(said);
  if (from - last.to <= 1 && isRule) return last;
  const start = Number(/^[从自]?(20\d\d)年度?起/u.exec(wordsOf(last))?.[1] ?? 0);
  return year !== null && start > year ? last : null;
}

/** "1至6月没有投诉": nothing is said of the other months. */
function isOfMonths(cell: ReadCell, hit: Hit, from: number): boolean {
  return hit.clauses.some((clause) => clause.from <= from && beginsWithMonths(cell, hit, clause));
}

function beginsWithMonths(cell: ReadCell, hit: Hit, clause: Clause): boolean {
  return (
    !clause.remark &&
    clause.tokens.some(
      (token) =>
        token.from - clause.from < 8 &&
        token.from < hit.to &&
        token.is !== "word" &&
        isPartOfYear(cell.text, token),
    )
  );
}

/** "截至9月底，": the clause before that of a hit, of whose months alone it speaks: it is what has to be quoted. */
export function monthsBefore(cell: ReadCell, hit: Hit, from: number): Clause | null {
  return hit.clauses.find((clause) => clause.to <= from && beginsWithMonths(cell, hit, clause)) ?? null;
}
