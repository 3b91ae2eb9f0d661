import type { Figure } from "../quantity/figure";
import { plainText } from "../quantity/plainText";
import { rateOf } from "./sameThing";

/** "不发生群体性事件", "无重大安全事故", "未发生": there is to be none, or there was none; of what, "" where not said. */
const none =
  /^(?:全年|本年度?|当年|确保|实现|做到|均|已)*(?:不发生|未发生|没有发生|不出现|未出现|没有出现|杜绝|避免|防止|无发生|没有|无)(?:任何|一起|1起)?([^，,；;。、0-9]{0,16})[。.]?$/u;
/** Behind 无 and 没有 only what one does not want: 无障碍 is no absence. */
const unwanted =
  /(?:事故|事件|投诉|上访|信访|舆情|案件|违规|违纪|违法|差错|失误|伤亡|死亡|纠纷|疫情|火灾|灾害|返贫|感染|隐患|安全问题|质量问题|险情|泄密|泄漏|污染)(?:发生|情况|现象|行为|问题)*$/u;

function absenceIn(text: string): string | null {
  const what = none.exec(plainText(text).text)?.[1];
  if (what === undefined) return null;
  return what === "" || unwanted.test(what) ? what : null;
}

/** "零投诉" of "零投诉", "无舆情" of "无舆情": words of the target, nothing that was found out. */
export function isCopied(target: string, actual: string): boolean {
  const [words = "", done] = [target, actual].map((text) => plainText(text).text.replace(/[。.]$/u, ""));
  return !/[0-9一二三四五六七八九十百千万]/u.test(words) && words === done;
}

/** Whether the actual says that there was none of what the target does not want; a narrower "none" says less. */
export function isAbsenceMet(target: string, actual: string, name: string): boolean {
  const wanted = isCopied(target, actual) ? null : absenceIn(target);
  if (wanted === null || (wanted === "" && !unwanted.test(name))) return false;
  const done = absenceIn(actual);
  return (
    done !== null &&
    !/^(?:无|没有)[。.]?$/u.test(actual.trim()) &&
    (wanted === "" ? name : wanted).includes(done.replace(/(?:情况|现象)$/u, ""))
  );
}

const ended = /^(?:完成|办结|落实|覆盖|发放|拨付|支付|公开|验收|合格|达标|整改|竣工|建成|入库|到位)$/u;

/** "全部完成" of 100%, "全部合格" of "合格率100%": all of what the rate is of. */
export function isAllDone(
  target: string,
  [figure, ...more]: readonly Figure[],
  actual: string,
  name: string,
): boolean {
  const whole = figure?.unit.name === "%" && figure.value === 1 && figure.high === null && more.length === 0;
  if (!whole || figure.around !== undefined || figure.side === "atMost" || figure.side === "lessThan")
    return false;
  const words = plainText(target.replace(figure.text, "")).text;
  const measured = rateOf(words) ?? rateOf(name) ?? "完成";
  const done = /^(?:项目|任务|已|均)*全部(?:已|按[时期]|如期|及时)*(.{2})(?:完毕|到位)?[。.]?$/u.exec(
    plainText(actual).text,
  )?.[1];
  const timely = /按[时期]|如期|及时/u;
  return done === measured.slice(-2) && ended.test(done) && (!timely.test(measured) || timely.test(actual));
}

/** "安全事故0起": there is to be none of it. */
export function asNone(target: string, [figure, ...more]: readonly Figure[]): string | null {
  if (figure?.value !== 0 || more.length > 0 || figure.unit.name === "%") return null;
  return `无${target.replace(figure.text, "").trim()}`;
}
