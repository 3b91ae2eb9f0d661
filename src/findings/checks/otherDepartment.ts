import { pairsOf } from "../../criteria/likeness";
import { normalizeName } from "../../form/normalizeName";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { allPassages, formPassages, inReport, reportPassages, sentencesOf } from "../passages";
import { titleOf } from "../readReport";

/** Names of public bodies: the places that they are of, then what they do, then what they are. */
const place = String.raw`(?:\p{Script=Han}{2,7}?(?:省|市|区|县|旗|镇|街道))`;
const bureau = "局|委员会|厅|办公室|管委会|街道办事处";
const institution =
  "馆|院|所|中心|学校|大学|学院|中学|小学|幼儿园|站|总?队|宫|团|社|协会|联合会|基金会|办事处|管理处|服务处";
const named = `(${place}{1,4})(\\p{Script=Han}{0,16}?(?:${bureau}|${institution}))`;
const isBureau = new RegExp(`(?:${bureau})$`, "u");
/** The one that acts, at the start of a sentence: behind it an adverb, a preposition, a time or what was done. */
const acting = new RegExp(
  String.raw`^(?:\d{1,2}[.、]|[一二三四五六七八九十]是)?(?:20\d{2}年(?:度)?)?(?:\d{1,2}月(?:\d{1,2}日)?)?[,，]?(?!支持|指导|推动|帮助|协助|会同|联合|配合|委托|服务|保障|扶持)${named}(?=[已按均未共对于在将把为以据由从向\d]|没有|严[格控]|认真|积极|及时|全[年面]|每年|定期|依[据法]|根据|通过|组织|开展|完成|建立|健全|制定|印发|出台|修订|整体|部门|完善|推[进动]|加强|承[办担]|举办|提[升高]|落实|做好|负责|实施|强化|接待|服务|办理|受理|招收|培训|救治|["“]?三公|公用经费|部门预算|固定资产|国有资产)`,
  "u",
);
/** The one that a report begins with, behind its list mark and year: what it is, what it has and what it is for. */
const presented = new RegExp(
  String.raw`^(?:\d{1,2}[.、]|[一二三四五六七八九十]是)?(?:20\d{2}年(?:度)?[,，]?)?${named}(?=\([^()]{1,30}\)|(?:\(以下简称[^()]{0,20}\))?(?:是|为|系|作为|共有|现有|设有|下设|下属|下辖|内设|有|包括|由|主要|负责|承担|履行|成立|组建|隶属|属于|编制|核定|机构|部门|单位|纳入|贯彻|坚持|紧紧|围绕|深入))`,
  "u",
);
/** It is said to be one of the department's own. */
const ofOwn = /(?:下属|所属|直属|管理|下设|归口)[^。；，,]{0,12}(?:单位|机构|部门)/u;
/** The other acts on this one, as a superior or a partner: nothing was copied. */
const onUs =
  /[对向给为与由][我本]|[我本](?:局|委|办|院|馆|所|中心|校|站|队|厅|部门|单位|区|市|县|镇|街)|下达|批复|拨付|通报|核定|抽[查检]|安排/u;
/** 各县区, 开发区 and 园区 name no place of their own; 增城区 and 南山区 do, 中心城区 and 偏远山区 do not. */
const noPlace =
  /^(?:[全各本我该每某外其]|(?!.*[省市县])(?:\p{Script=Han}{0,4}[园社校景片辖库郊地灾发]|(?:[主老新旧县内外]|中心|核心|建成)?城|(?:贫困|偏远|边远|石|\p{Script=Han}[东西南北])?山)区$)/u;
const lowerPlace = /^\p{Script=Han}{1,6}?[区县镇旗]/u;
/** A paper that the department says it has made itself. */
const issued = new RegExp(
  String.raw`(?<!根据|按照|依据|转发|贯彻|落实)(?:印发|制定|制订|出台|修订|建立|编制)了?[《〈]${named}(?=\p{Script=Han}{2,40}[》〉])`,
  "u",
);
/** Likewise, the paper first: 《示例区文化馆…规程》已印发. */
const paperIssued = new RegExp(
  String.raw`^[《〈]${named}\p{Script=Han}{2,40}[》〉](?:\([^()]{1,30}\)){0,2}已?(?:经)?(?:印发|制定|制订|出台|修订|建立|编制)`,
  "u",
);
/** Bureaus that rightly act in another department's form. */
const thirdParty = /财政|审计|税务|统计|纪委|监委|巡察|机关事务|政务服务|公共资源|国有资产/u;

/** The body in a title: behind the year, in front of what is reported on. */
const titled = new RegExp(
  String.raw`^(?:关于)?(?:20\d{2}年(?:度)?)?(\p{Script=Han}{2,24}?(?:${bureau}|${institution}))(?:关于)?(?:20\d{2}年(?:度)?)?(?:部门|单位|整体|财政|预算|支出|项目|绩效|自评)`,
  "u",
);

/** A sentence copied from another department's form. */
export const otherDepartment: Check = {
  id: "otherDepartment",
  title: "文字里说的是本部门，不是别的部门",
  severity: "待核实",
  find: (context) => {
    const own = normalizeName(context.form.head.department?.value ?? "");
    if (own === "") return [];
    const opening = inOpening(context, own);
    return [
      ...inTitle(context, own),
      ...[...opening, ...sameKind(context, own), ...otherInstitution(context, own)].slice(0, 1),
      ...inForm(context, own),
      ...calledOtherwise(context, own),
    ];
  },
};

function inForm(context: FindingContext, own: string): readonly Found[] {
  return formPassages(context).flatMap(({ at, label, text }) => {
    const other = sentencesOf(text)
      .map((sentence) => nameIn(sentence, own))
      .find((name) => name !== null);
    return other == null ? [] : [told(at, label, other, context)];
  });
}

/** 我校, 本院, as words of their own: not in 自我校核, 基本局面, 版本馆藏. */
const ownCall =
  /(?:(?<!自)我|(?<![\p{Script=Han}])本|(?<=[对由为是在经以与和及将])本)([局校院馆厅园站委])(?![面藏托点级别长员址核])/gu;
/** What else a body may be called by that sign. */
const alsoCalled: Readonly<Record<string, RegExp>> = {
  校: /[学小中]校|中学|小学|大学|学院|幼儿园|党校|校/u,
  院: /院/u,
  园: /园/u,
};

/** A department whose name has no such sign calls itself otherwise, and nothing in the text is called so. */
function calledOtherwise(context: FindingContext, own: string): readonly Found[] {
  const seen = new Set<string>();
  return allPassages(context).flatMap(({ at, label, text }): readonly Found[] => {
    if (!/[我本]/u.test(text)) return [];
    const plain = text.slice(0, 2000);
    const call = Array.from(plain.matchAll(ownCall)).find(
      ({ index, 1: sign = "" }) =>
        !(alsoCalled[sign] ?? new RegExp(sign, "u")).test(own) &&
        !new RegExp(`\\p{Script=Han}{2}${sign}`, "u").test(plain.slice(0, index)) &&
        !/[（(]$/u.test(plain.slice(0, index)) &&
        !new RegExp(`^${sign}[（(]`, "u").test(plain.slice(index + 1)),
    );
    if (call === undefined || seen.has(call[0] + label)) return [];
    seen.add(call[0] + label);
    return [told(at, label, call[0], context)];
  });
}

/** The report is named for another body: "2023年度广州市荔湾区体育局部门整体支出绩效自评报告". */
function inTitle(context: FindingContext, own: string): readonly Found[] {
  const title = titleOf(context.report);
  if (title === null) return [];
  const [, name = ""] = titled.exec(normalizeName(title.text)) ?? [];
  const isOther = name !== "" && !own.includes(name) && !name.includes(own) && !shares(name, own);
  return isOther ? [told(inReport(title.line, title.text), "自评报告的标题", name, context)] : [];
}

/** The report begins with who another body is: "广州市荔湾区图书馆共有3个单位", "…是区人民政府工作部门". */
function inOpening(context: FindingContext, own: string): readonly Found[] {
  const title = titleOf(context.report)?.text;
  const first = reportPassages(context).find(({ text }) => text !== title);
  const [said, where = "", what = ""] =
    presented.exec(normalizeName((first?.text ?? "").slice(0, 120))) ?? [];
  if (first === undefined || said === undefined || isOwn(where, what, own) || noPlace.test(where)) return [];
  const isBelow = ofOwn.test(first.text) || thirdParty.test(what) || onUs.test(first.text.slice(said.length));
  const name = where + what;
  return isBelow || shares(name, own) || shares(own, name)
    ? []
    : [told(first.at, first.label, name, context)];
}

/** What only the one that reports tells of. */
const ownMatter = /预算|绩效|自评|资产|采购|财务|支出|“三公”|内控|整改|制度/u;

/** Another institution acts in the report of an institution, which has none of its own but in its field. */
function otherInstitution(context: FindingContext, own: string): readonly Found[] {
  if (isBureau.test(own)) return [];
  const title = titleOf(context.report)?.text;
  return reportPassages(context).flatMap(({ at, text, label }) => {
    const name = text === title ? null : nameIn(text, own);
    const isOwnMatter = name !== null && ownMatter.test(text);
    return !isOwnMatter || isBureau.test(name) ? [] : [told(at, label, name, context)];
  });
}

/** A body of the very kind of the own one, but of another place, acts in the report. */
function sameKind(context: FindingContext, own: string): readonly Found[] {
  const title = titleOf(context.report)?.text;
  const [first] = reportPassages(context).flatMap(({ at, text, label }) => {
    if (text === title) return [];
    const [, where = "", what = ""] = acting.exec(normalizeName(text.slice(0, 80))) ?? [];
    const place = own.endsWith(what) ? own.slice(0, -what.length) : "";
    const isOther =
      what.length >= 2 &&
      place !== "" &&
      where !== place &&
      !place.endsWith(where) &&
      !where.endsWith(place) &&
      !where.startsWith(place);
    return isOther && !noPlace.test(where) ? [told(at, label, where + what, context)] : [];
  });
  return first === undefined ? [] : [first];
}

/** 市体育局 is a short name of 广州市体育局: the same kind, and every sign of it in the same order. */
function shares(name: string, own: string): boolean {
  let at = 0;
  for (const sign of own) if (sign === name.charAt(at)) at += 1;
  return at === name.length;
}

function nameIn(sentence: string, own: string): string | null {
  const plain = normalizeName(sentence.slice(0, 400));
  const match = issued.exec(plain) ?? paperIssued.exec(plain) ?? acting.exec(plain.slice(0, 80));
  const [, where = "", what = ""] = match ?? [];
  const name = where + what;
  if (match === null || isOwn(where, what, own) || noPlace.test(where)) return null;
  const isPaper = /[《〈]$/u.test(plain.slice(0, plain.indexOf(name, match.index)));
  if (!isPaper && (thirdParty.test(what) || onUs.test(plain.slice(match.index + match[0].length))))
    return null;
  // A museum of the same place may be one of a bureau's own, not of another institution; one of the city acts in its districts.
  if (isBureau.test(what) || !own.includes(where)) return name;
  if (!isBureau.test(own) && !ofOwn.test(plain) && !isOfOneField(what, own)) return name;
  // The rules of a hospital of the city are none of a body of one of its districts.
  return isPaper && lowerPlace.test(own.slice(own.indexOf(where) + where.length)) ? name : null;
}

/** 体育馆 may be one of a 体育发展中心: a word of what it does stands in both names. */
function isOfOneField(what: string, own: string): boolean {
  const field = what.replace(new RegExp(`(?:服务|发展|管理|人民)?(?:${institution})$`, "u"), "");
  return pairsOf(field).some((pair) => own.includes(pair));
}

/** The short name of a bureau is its own, too; the same kind of bureau of another place is not. */
function isOwn(where: string, what: string, own: string): boolean {
  const name = where + what;
  return own.includes(name) || name.includes(own) || (own.endsWith(what) && own.includes(where));
}

function told(at: Found["at"], label: string, other: string, { form }: FindingContext): Found {
  return {
    at,
    ...(form.head.department === null ? {} : { other: inCell(form.head.department.at) }),
    subject: label,
    essence: other,
    what: `${label}写的是“${other}”，本表的部门是“${form.head.department?.value ?? ""}”。`,
    why: "可能是从别的部门的材料里复制来的。",
    todo: "请核对，改写为本部门的情况。",
  };
}
