import { figures, statements } from "../describe";
import type { WordPattern } from "../edition";

/** 部门预算、部门决算 and 预决算 name both. */
const begins =
  "(?<=^|[,、:;和及与并对预]|年度?|[我本][局委办院校镇]|本单位|本部门)(?:本?部门|本?单位)?(?:20\\d\\d年度?)?(?:部门)?";
const names = { budget: "预(?:算|决算)", final: "决算" } as const;
const others = { budget: "决算", final: "预算" } as const;
const approved = "批复(?:之日|公布)?(?:起|后)?(?:的|起)?";
const twenty = "(?:1?\\d|20|二十|十[一二三四五六七八九]?|[一二三四五六七八九])个?(?:自然)?[日天]";
const beyond = "(?:2[1-9]|[3-9]\\d|[1-9]\\d\\d)个?(?:自然)?[日天]";
const gap = "[^,:;未没无不]";

/** 20日内 of the approval, by what the words say of the days; or by the two days themselves. */
export function disclosed(of: "budget" | "final"): readonly WordPattern[] {
  const name = names[of];
  const named = begins + name;
  const own = `(?:(?!${others[of]})[^;:未没无不])`;
  // "10月10日公开2022年部门决算" is not the day of the budget before it.
  const itsOwn = `(?!(?:了)?(?:20\\d\\d年度?)?(?:部门)?(?:预算|决算|预决算))`;
  const said = of === "budget" ? "部门预算" : "部门决算";
  return [
    statements(`${of}InTime`, "是", {
      [`${said}在批复后20日内公开`]: `${named}${gap}{0,28}?${approved}第?${twenty}(?!以?后|之后|以[上外])(?:以?内)?${gap}{0,20}?公开`,
      [`批复后20日内公开${said}`]: `${approved}${twenty}以?内${gap}{0,20}?公开(?:了)?(?:20\\d\\d年度?)?(?:部门)?(?:预算[、和及与](?:20\\d\\d年度?)?(?:部门)?)?${name}`,
      [`批复本部门${said}后,20日内向社会公开`]: `批复(?:了)?(?:我局|本部门|本单位)?(?:部门)?(?:预算[、和及与]部门)?${name}后,?(?:在|于)?${twenty}以?内(?:(?!检查)[^,:;未没无不]){0,16}公开`,
    }),
    statements(`${of}InTime`, "否", {
      [`${said}于批复后第26日公开`]: `${named}${gap}{0,28}?${approved}第?${beyond}(?!以?内)(?:才)?${gap}{0,16}?公开`,
      [`${said}在批复后超过20日公开`]: `${named}${gap}{0,28}?${approved}(?:(?:超过|晚于)20[日天]|20[日天](?:以后|之后|后))(?:才)?${gap}{0,16}?公开`,
      [`${said}未在批复后20日内公开`]: `${named}${gap}{0,12}?(?:未|没有)能?(?:在|于)${gap}{0,12}?${approved}20[日天]以?内${gap}{0,16}?公开`,
    }),
    figures(`${of}Approved`, {
      [`我局于2023年2月10日收到${said}批复`]: `{day}${gap}{0,10}?收到(?:了)?(?:20\\d\\d年度?)?(?:部门)?${name}(?:的)?批复`,
      [`2023年2月10日财政局批复${said}`]: `{day}(?:[^,:;未没无不\\d]){0,12}?批复(?:了|的)?(?:20\\d\\d年度?)?(?:我局|本部门|本单位)?(?:的)?(?:部门)?${name}`,
      [`${said}于2023年2月10日经财政局批复`]: `${named}(?:已)?(?:于|在|经)?{day}(?:[^,:;未没无不\\d]){0,12}?批复`,
    }),
    figures(`${of}Published`, {
      [`2023年2月10日批复${said}，2月28日公开`]: `(?:批复[^,:;未没无不]{0,12}?${name}|${name}${own}{0,32}?批复)${own}{0,12}?[,、](?:并)?(?:于|在)?{day}(?:[^,:;未没无不\\d]){0,16}?公开${itsOwn}`,
    }),
  ].flat();
}

export function checkedClean(key: string, name: string): readonly WordPattern[] {
  const clean =
    "检查[^,:;未没无不]{0,8}(?:未发现|没有发现)(?:我[局委办院校镇]|本部门|本单位)?(?:存在)?(?:任何|有关|相关)?问题";
  return statements(key, 0, {
    预决算公开专项检查未发现问题: `${name}公开[^,:;未没无不]{0,16}${clean}`,
    检查无问题: "(?:^|[,、])(?:且|经)?(?:专项)?检查(?:均|后)?无问题(?=$|[,、])",
    财政部门检查未发现问题: `(?:^|[,、:])(?:且|在|经)?(?:财政(?:部门|局)?|上级|开展|的|专项|公开|规范性){0,5}${clean}`,
  });
}

/** What is published is not secret. */
export const notSecret = statements("secret", "否", {
  部门预算在批复后20日内公开: `(?:预|决)算${gap}{0,28}?批复${gap}{0,30}?公开|(?:预|决)算[^,:;]{0,12}?(?:未|没有)能?(?:在|于)${gap}{0,12}?批复${gap}{0,30}?公开`,
  批复后20日内公开部门预算: `批复${gap}{0,30}?公开(?:了)?(?:20\\d\\d年度?)?(?:部门)?(?:预|决)算|批复${gap}{0,10}?(?:预|决)算后,${gap}{0,20}?公开`,
  部门预算批复后2月28日公开: `批复[^:;未没无不]{0,30}?\\d{1,2}月\\d{1,2}[日号](?:在[^,:;未没无不]{0,12})?(?:向社会|已)?公开`,
});
