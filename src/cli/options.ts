import { parseArgs } from "node:util";

export interface Options {
  readonly files: readonly string[];
  readonly out: string | null;
  readonly facts: string | null;
  readonly factsTemplate: string | null;
  readonly json: boolean;
  readonly overwriteTyped: boolean;
  readonly help: boolean;
}

export const usage = `用法：npm run score -- 自评表.xlsx […] [选项]

  --out 文件             评分后的文件；评多个文件时是文件夹。不写则存为“原名-已评分.xlsx”
  --facts 文件.json      用文件里的数据填写评分底稿（一次一个自评表）
  --facts-template 文件  把待补充的问题写成 JSON，填好 value 后用 --facts 读入
  --json                 只输出 JSON（另有 --out 时才写文件）；请配合 npm run --silent
  --overwrite-typed      以计算得分覆盖手工填写的得分
  --help                 显示本说明

退出码：0 已评分；1 有待补充、待确认或与填报得分不一致；2 文件读不了`;

/** The arguments as options, or one Chinese sentence saying which argument is wrong. */
export function readOptions(args: readonly string[]): Options | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        facts: { type: "string" },
        "facts-template": { type: "string" },
        json: { type: "boolean", default: false },
        "overwrite-typed": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const several = positionals.length > 1;
    if (several && values.facts !== undefined) return { wrong: "--facts 一次只能用于一个自评表。" };
    if (several && values["facts-template"] !== undefined) {
      return { wrong: "--facts-template 一次只能用于一个自评表。" };
    }
    return {
      files: positionals,
      out: values.out ?? null,
      facts: values.facts ?? null,
      factsTemplate: values["facts-template"] ?? null,
      json: values.json,
      overwriteTyped: values["overwrite-typed"],
      help: values.help,
    };
  } catch (error) {
    return { wrong: `参数有误：${error instanceof Error ? error.message : String(error)}` };
  }
}
