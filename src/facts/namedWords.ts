import type { FactSpec } from "../criteria/fact";
import { figures, statements } from "../editions/describe";
import type { WordPattern } from "../editions/edition";

/** Where what is named may begin: not inside another name ("项目支出执行率" is no "执行率"). */
const begin = "(?:^|[,:、]|我[局委院办校厅]|本?部门|本?单位|年度|当年|全年|本年|年[末底终]|20\\d\\d年)的?";
const found = "(?:发现|查出|指出|存在|发生|出现|有)了?";
const end = "(?=$|[,、])";
/** A second figure behind it, and neither is sure: 96%或88%. */
const alone = "(?!或|/|至|、\\d)";
/** Shorter words are no condition of their own: 合规. */
const shortest = 6;

/**
 * Words of 评分依据 that name a figure by the words of its own question ("预算执行率为95.3%", "发现问题2个"), or repeat the
 * words of a 是／否 whole. They go under the same guards as the patterns of an edition.
 * @param indicator by which the only rate of a row may be named, too
 */
export function namedWords(specs: readonly FactSpec[], indicator: string): readonly WordPattern[] {
  const rates = specs.filter(({ kind }) => kind === "rate");
  const counts = specs.filter(({ kind }) => kind === "count");
  return specs.flatMap((spec): readonly WordPattern[] => {
    const { key, kind, label } = spec;
    const name = pattern(label);
    if (name === "") return [];
    switch (kind) {
      case "rate": {
        const names = [name, ...(rates.length === 1 ? otherNames(label, indicator) : [])];
        return figures(key, { [`${label}为95%`]: `${begin}(?:${names.join("|")}){is}{pct}${alone}` });
      }
      case "amount":
        return spec.unit === "万元"
          ? figures(key, { [`${label}为5万元`]: `${begin}${name}{is}{amt}${alone}` })
          : [];
      case "count": {
        // "自合同签订之日起2个工作日内备案公开，超期": what is counted stands last.
        const last = escaped(plain(label).split(/[,、]/u).at(-1) ?? "");
        const things = `(?:${[name, ...(counts.length === 1 && last !== name ? [last] : [])].join("|")})`;
        const told = `(?:^|[,:])(?:[^,:未没无不非其他]{0,8}?${found})?`;
        return figures(key, {
          [`发现2项${label}`]: `${told}{cnt}的?${things}${end}`,
          [`发现${label}2项`]: `${told}${things}的?{is}{cnt}${end}`,
        });
      }
      case "answer":
        if (Array.from(label).length < shortest) return [];
        return [
          ...statements(key, "是", { [label]: `${begin}(?:均|已|已经|按规定|按要求){0,2}${name}${end}` }),
          ...statements(key, "否", { [`未${label}`]: `${begin}(?:未|没有|未能)${name}${end}` }),
        ];
      case "months":
      case "answerOrShare":
      case "date":
      case "points":
      case "weight":
      case "figure":
      case "tier":
      case "text":
        return [];
    }
  });
}

const rateKind = /(?:控制|执行|完成|支出|结余|利用|公开|支付|到位|覆盖|合格|满意)[率度]$/u;

/**
 * 财政供养人员控制率 is 控制率 in the row that is named by it; a clause that says only 控制率 means that of its row. The name of
 * a row never stands for another rate that its clause measures: 项目支出率 is no 部门预算支出率.
 */
function otherNames(label: string, indicator: string): readonly string[] {
  const name = plain(label);
  const row = plain(indicator);
  const kind = rateKind.exec(name)?.[0] ?? "";
  const own = name.slice(0, name.length - kind.length);
  const isBare = own === "" || /^(?:比率|比例|比值|数值|率)$/u.test(name);
  const rowsOwn = row.replace(rateKind, "").replace(/(?:管理|控制|执行|完成|使用)?(?:情况)?$/u, "");
  // 结余结转率 is 结转结余率.
  const isSame = Array.from(row).sort().join("") === Array.from(name).sort().join("");
  if (!isBare && !isSame && (kind === "" || rowsOwn !== own)) return [];
  // 公众满意度 is 社会公众满意度.
  const whole = (isBare || isSame) && /[率度]$/u.test(row) ? [row, row.replace(/^社会(?=公众)/u, "")] : [];
  return [kind, "比率", ...Array.from(new Set(whole), escaped)].filter((one) => one !== "");
}

function pattern(label: string): string {
  return escaped(plain(label));
}

function plain(label: string): string {
  return label.normalize("NFKC").replace(/\([^()]*\)|[[【〔][^[\]【】〔〕]*[\]】〕]|[\s“”‘’"']/gu, "");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
