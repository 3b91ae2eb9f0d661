import { parseArgs } from "node:util";
import { readPlainNumber } from "../quantity/plainNumber";
import { longestText } from "../workbook/planLimits";
import { wrongArgument } from "./options";

export type TryOptions =
  | { readonly asked: "help" | "json" }
  | {
      readonly asked: "clause";
      readonly clause: string;
      readonly indicator: string;
      /** 分; null: not known. */
      readonly weight: number | null;
      /** In the order of the questions; "" leaves one open. */
      readonly values: readonly string[];
    };

export const tryUsage = `用法：npm run try -- "评分标准" [--weight 分值] [--name 指标名称] [数据 …]

  评分标准               一条评分标准的原文；有空格、换行的用引号括起
  --weight 分值          这一行的分值，如 8
  --name 指标名称        标准里没有写明评的是什么时用，如 预算完成率
  数据                   依次回答标准里的问题：93%、3、是、健全、2023-02-16；
                         一个问题要几个数的，用逗号隔开（"100%,98%"）；先不答的写 ""
  --json                 从标准输入读一个数组，逐项试算，输出一个数组（格式见 docs/try.md）；请配合 npm run --silent
  --help                 显示本说明

退出码：0 得分（或完成率）都确定；1 有没读懂的、待补充的、要人评定的；2 参数、JSON 或其中一项写错`;

/** The arguments as options, or in Chinese which of them is wrong. */
export function readTryOptions(args: readonly string[]): TryOptions | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      // A figure below 0 is no option.
      args: args.map((arg) => (/^-[\d.]/u.test(arg) ? ` ${arg}` : arg)),
      allowPositionals: true,
      options: {
        weight: { type: "string" },
        name: { type: "string" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return { asked: "help" };
    const [clause, ...given] = positionals;
    if (values.json) {
      const more = clause !== undefined || values.weight !== undefined || values.name !== undefined;
      return more
        ? { wrong: "--json 从标准输入读，不与评分标准、--weight、--name 一起写。" }
        : { asked: "json" };
    }
    if (clause === undefined) return { wrong: "没有写评分标准。" };
    if (clause.length > longestText) return { wrong: `评分标准过长，一个单元格最多${longestText}个字。` };
    const weight = values.weight === undefined ? null : readPlainNumber(values.weight);
    const isWeight =
      values.weight === undefined || (weight !== null && weight.value > 0 && /^分?$/u.test(weight.unit));
    if (!isWeight) return { wrong: `--weight ${values.weight ?? ""}：分值应当是大于0的数，如 8。` };
    return {
      asked: "clause",
      clause,
      indicator: values.name ?? "",
      weight: weight?.value ?? null,
      values: given.map((one) => one.trim()),
    };
  } catch (error) {
    return { wrong: `参数有误：${wrongArgument(error)}` };
  }
}
