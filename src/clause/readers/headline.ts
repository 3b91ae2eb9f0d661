/** 是否存在违规,不存在 or 是否存在违规；不存在: a question of yes or no, and the answer to it that is meant. */
const asked = /^([^,;:。：]{0,24}?)(?:是否|有无)([^,;:。：]+)[,;:。：](.*)$/u;
const denied = /^(?:均|都|全部)?(未|没有|不|无|否|非)(.*)$/u;
const denying = /[不未无没非否]/u;
const others = /^(?:评价|考核|考察|检查|查看|看|主要)+/u;
const verb = /^(?:存在|发生|发现|出现|有)/u;

/**
 * The words of a condition as one thing that is so or not: 不存在违规.
 * @returns null where the answer that is meant is none to the question before it
 */
export function answered(label: string, context: string): string | null {
  const [, of = "", what = "", said = ""] = asked.exec(label) ?? [];
  if (what !== "" && !denied.test(said)) return isSame(what, said) ? label : null;
  if (what !== "") return meant(of, what, said);
  const [, before = "", question = ""] = asked.exec(context) ?? [];
  return (question !== "" && denied.test(label) ? meant(before, question, label) : null) ?? label;
}

function isSame(what: string, said: string): boolean {
  const plain = said.replace(/^(?:已经?|均|都|全部|能够?)/u, "");
  if (["是", "有", what].includes(plain)) return true;
  return !denying.test(what) && (what.includes(plain) || plain.includes(what));
}

function meant(of: string, what: string, said: string): string | null {
  const [, denial = "", rest = ""] = denied.exec(said) ?? [];
  const own = rest.replace(/(?:情况|情形|行为|现象|问题)$/u, "");
  if (denying.test(what) || !`有${what}`.includes(own)) return null;
  const begun = verb.exec(what)?.[0] ?? "";
  const thing = begun === "有" ? what.slice(1) : what;
  const before = begun === "存在" ? "不" : begun === "有" ? "没有" : begun === "" ? denial : "未";
  return `${of.replace(others, "")}${before === "否" ? "没有" : before}${thing}`;
}
