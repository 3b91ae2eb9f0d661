/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/only-throw-error -- custom-functions-metadata reads types as text and refuses
   unions in a matrix and type aliases: `any` is the only word it takes for "whatever a cell holds". Every value is
   narrowed by functionTable before it is used. CustomFunctions.Error is an Error in Excel, though not in its types. */
import type { Arguments } from "./argument";
import type { FunctionName } from "./functionTable";

/* Excel has to know the functions as soon as the page is there, and waits for what they answer: what works it out comes
   after the first paint. It is fetched once; where it did not come, the next call fetches it again. */
const fetchFunctions = () => import("./functionTable");
void fetchFunctions().catch(() => undefined);

/** Every exported function is what Excel calls: plain arguments in, points or a CustomFunctions.Error out. */
async function answer(name: FunctionName, args: readonly unknown[]): Promise<any> {
  const fetched = await fetchFunctions().catch(() => null);
  if (fetched === null) {
    const why = "函数的程序没有取到，请检查网络后重新计算（Ctrl+Alt+F9）。";
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, why);
  }
  const result = fetched.functionTable[name](args as Arguments);
  if (typeof result !== "object") return result;
  const code =
    result.error === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  throw new CustomFunctions.Error(code, result.message);
}

/**
 * 年度平均执行率：各月执行率（超过100%的按100%算）之和除以通报月份数。
 * @customfunction EXECRATE
 * @param rates 各月执行率，小数或“99.83%”
 * @param [months] 通报月份数，1到12的整数；不填则为已填的月份数，其中有空白单元格或0的须填
 * @returns 年度平均执行率，小数
 */
export function execrate(rates: any[][], months?: any): any {
  return answer("EXECRATE", [rates, months]);
}

/**
 * 完成率：实际完成值除以年度目标值。“不高于”类指标达标为100%，多个部分各以100%封顶后平均。
 * @customfunction COMPLETION
 * @param target 年度目标值，如“28万人以上”“≤2%”“五个子项目”；是范围的，在内为100%，在外按近的一端相除，但“90%-95%”这样没写不超过的，高于它也是100%
 * @param actual 实际完成值，如“33.01 万人”；空白单元格在桌面版Excel里是0
 * @returns 完成率，小数
 */
export function completion(target: any, actual: any): any {
  return answer("COMPLETION", [target, actual]);
}

/**
 * 完成率计分：60%以下不得分，60%-100%按比例得分，100%-150%得满分，高于150%得一半分。
 * @customfunction COMPLETIONSCORE
 * @param rate 完成率，小数或“96.57%”；空白单元格在桌面版Excel里是0
 * @param weight 分值，如10或“10 分”
 * @returns 得分，未四舍五入
 */
export function completionscore(rate: any, weight: any): any {
  return answer("COMPLETIONSCORE", [rate, weight]);
}

/**
 * 非量化指标计分：达成80%-100%，部分达成60%-80%（不含80%），未达成0%-60%（不含60%）。
 * @customfunction TIERSCORE
 * @param tier 档次：达成、部分达成、未达成
 * @param share 档内评定的比例，小数或百分比，须在该档范围内；档次为“未达成”时，空白单元格在桌面版Excel里是0
 * @param weight 分值
 * @returns 得分，未四舍五入
 */
export function tierscore(tier: any, share: any, weight: any): any {
  return answer("TIERSCORE", [tier, share, weight]);
}

/**
 * 按比例计分：比率乘以分值，不低于0，不超过分值。
 * @customfunction RATESCORE
 * @param rate 比率，小数或“99.83%”；空白单元格在桌面版Excel里是0
 * @param weight 分值
 * @returns 得分，未四舍五入
 */
export function ratescore(rate: any, weight: any): any {
  return answer("RATESCORE", [rate, weight]);
}

/**
 * 结转结余率：年末财政拨款结转和结余除以年初结转和结余与当年财政拨款收入之和。
 * @customfunction CARRYOVER
 * @param closing 年末财政拨款结转和结余决算数；各项空白单元格都按0计
 * @param opening 年初财政拨款结转和结余决算数
 * @param general 一般公共预算财政拨款收入决算数
 * @param fund 政府性基金预算财政拨款收入决算数
 * @returns 结转结余率，小数
 */
export function carryover(closing: any, opening: any, general: any, fund: any): any {
  return answer("CARRYOVER", [closing, opening, general, fund]);
}

/**
 * 控制率：实际支出数减去预算安排数，再除以预算安排数。
 * @customfunction CONTROLRATE
 * @param actual 实际支出数；空白单元格按0计
 * @param budget 预算安排数，大于0
 * @returns 控制率，小数，低于预算时为负
 */
export function controlrate(actual: any, budget: any): any {
  return answer("CONTROLRATE", [actual, budget]);
}

/**
 * 分档计分：数值落在哪一档，就得哪一档的分。
 * @customfunction BANDSCORE
 * @param value 数值，小数、百分比，或在同一档内的范围如“≤10%”；空白单元格在桌面版Excel里是0
 * @param bands 分档：“≤10%:2;≤20%:1;>20%:0”，或评分标准单元格；评分标准有没读懂的话就不计分
 * @returns 得分
 */
export function bandscore(value: any, bands: any): any {
  return answer("BANDSCORE", [value, bands]);
}

/**
 * 阶梯扣分：数值比起扣点每高出一档，扣一次分，扣完为止。
 * @customfunction STEPSCORE
 * @param value 数值，小数或百分比，也可为“≤0”；空白单元格在桌面版Excel里是0
 * @param weight 分值
 * @param step 每档幅度，大于0，如5%
 * @param points 每档扣分
 * @param [from] 起扣点，不填为0
 * @param [rounding] "floor"（满一档才扣，不填时如此）或"ceiling"（不足一档按一档扣）
 * @returns 得分
 */
export function stepscore(value: any, weight: any, step: any, points: any, from?: any, rounding?: any): any {
  return answer("STEPSCORE", [value, weight, step, points, from, rounding]);
}

/**
 * 扣分制：分值减去各类问题的次数乘以每次扣分，扣完为止。
 * @customfunction DEDUCTSCORE
 * @param weight 分值
 * @param count1 第一类问题的次数；空白单元格按0次计
 * @param points1 第一类问题每次扣分，大于0
 * @param [more] 其余各类：次数、每次扣分，成对填写
 * @returns 得分
 */
export function deductscore(weight: any, count1: any, points1: any, more?: any[]): any {
  return answer("DEDUCTSCORE", [weight, count1, points1, ...((more ?? []) as readonly unknown[])]);
}

/**
 * 加权清单计分：“是”“不涉及”得该项分，“否”不得分，完整度按比例得分。
 * @customfunction CHECKSCORE
 * @param weight 分值
 * @param answers 各项答案：是、否、不涉及，或大于0的完整度
 * @param [shares] 各项占比，合计100%；不填则各项平均
 * @returns 得分，未四舍五入
 */
export function checkscore(weight: any, answers: any[][], shares?: any[][]): any {
  return answer("CHECKSCORE", [weight, answers, shares]);
}

/**
 * 达标得满分：“是”“不涉及”得满分，“否”不得分。
 * @customfunction MEETSCORE
 * @param met 是否达标：是、否、不涉及，或TRUE、FALSE
 * @param weight 分值
 * @returns 得分
 */
export function meetscore(met: any, weight: any): any {
  return answer("MEETSCORE", [met, weight]);
}

/**
 * 评价等级：90分以上为优，80分以上为良，60分以上为中，其余为差。
 * @customfunction GRADE
 * @param total 总分，到100为止；0视为没有填写，确实得0分的写“0分”
 * @returns 优、良、中、差
 */
export function grade(total: any): any {
  return answer("GRADE", [total]);
}

/**
 * 按评分标准计分：读懂评分标准的全部文字，按它计分。有没读懂的话就不计分，并引出来。
 * @customfunction CLAUSESCORE
 * @param standard 评分标准单元格
 * @param weight 分值，如10或“10 分”
 * @param label1 评分标准问的第一个数据，如“预算完成率”；评分标准没有写明名称的，写指标名称
 * @param figure1 它的数据：数、比率、是或否、所属的一种；按月的为12个单元格；空白单元格在桌面版Excel里是0
 * @param [more] 其余各个：问的数据、它的数据，成对填写
 * @returns 得分，未四舍五入，从0到分值
 */
export function clausescore(
  standard: any,
  weight: any,
  label1: any,
  figure1: any[][],
  more?: any[][][],
): any {
  return answer("CLAUSESCORE", [standard, weight, label1, figure1, ...((more ?? []) as readonly unknown[])]);
}
