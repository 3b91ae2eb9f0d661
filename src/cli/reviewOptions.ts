import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readWorkers, wrongArgument } from "./options";

export interface ReviewOptions {
  /** Workbooks and folders; with `merge` files of --json-lines. */
  readonly files: readonly string[];
  readonly out: string | null;
  readonly edition: readonly string[];
  /** A folder with 自评报告. */
  readonly reports: string | null;
  /** Folders or files of the year before. */
  readonly last: string | null;
  /** 应报名单. */
  readonly roster: string | null;
  /** 复核.xlsx as people left it. */
  readonly previous: string | null;
  /** Where 退回修改通知单 are written, from the ticked rows of `previous`. */
  readonly notices: string | null;
  /** Records on standard output, one a line. */
  readonly jsonLines: boolean;
  readonly merge: boolean;
  /** Threads; null: as many as are of use. */
  readonly workers: number | null;
  readonly help: boolean;
}

export const reviewUsage = `用法：npm run review -- 文件夹|自评表.xlsx […] --out 复核.xlsx [选项]

  文件夹|自评表.xlsx     要复核的自评表，可以有几个；文件夹连同下级文件夹里的工作簿都读，一个工作簿里有几张表的张张都读
  --out 复核.xlsx        复核工作簿：汇总、差异表、问题清单……；中途停下的，再运行同一条命令就接着做
                         （做完的记在旁边的“复核.xlsx.进度.jsonl”里，全部做完以后删去）
  --reports 文件夹       各单位的自评报告（.docx 或 .txt），按文件名里的部门、项目或同名的自评表对上，一并核对
  --last 文件夹          上一年度的自评表：另做“与上年对比”，列出升、降、新增的指标和沿用的话
  --roster 名单.xlsx     应报名单（有“部门”一栏，可以有“项目名称”“截止日期”“报送日期”）：另做“报送情况”，
                         列出应报、已报、逾期、重复、未报
  --previous 复核.xlsx   上一次的复核工作簿：填过的意见、得分、自己加的栏都带过来，并标出已改、未改
  --notices 文件夹       与 --previous 一起用：问题清单里“退回修改”选了√的，一个部门写一份《退回修改通知单》（.docx）；
                         不给自评表的，只写通知单
  --edition 编号|文件夹  评分标准的版本，与 npm run score 相同，可以写几次
  --workers N            几个线程分着读；不写则文件多时自己定（最多 4 个，不超过处理器的核数），结果和次序都一样
  --json-lines           不写工作簿，在标准输出上一张表一行 JSON；请配合 npm run --silent
  --merge                给的文件是 --json-lines 的输出（“-”是标准输入），合成一个复核工作簿
  --help                 显示本说明

读不了的文件（.xls、.et、加密的……）列在“未读出的文件”里，写明原因和办法，不影响别的文件。
退出码：0 全部读出；1 有读不了的文件；2 参数写错，或复核工作簿写不了`;

/** The arguments as options, or one Chinese sentence saying which argument is wrong. */
export function readReviewOptions(args: readonly string[]): ReviewOptions | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        reports: { type: "string" },
        last: { type: "string" },
        roster: { type: "string" },
        previous: { type: "string" },
        notices: { type: "string" },
        edition: { type: "string", multiple: true },
        "json-lines": { type: "boolean", default: false },
        merge: { type: "boolean", default: false },
        workers: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const { out, previous } = values;
    const workers = readWorkers(values.workers);
    if (workers !== null && typeof workers === "object") return workers;
    const options: ReviewOptions = {
      files: positionals,
      out: out ?? null,
      edition: values.edition ?? [],
      reports: values.reports ?? null,
      last: values.last ?? null,
      roster: values.roster ?? null,
      previous: previous ?? null,
      notices: values.notices ?? null,
      jsonLines: values["json-lines"],
      merge: values.merge,
      workers,
      help: values.help,
    };
    const wrong = values.help ? null : wrongTogether(options);
    return wrong === null ? options : { wrong };
  } catch (error) {
    return { wrong: `参数有误：${wrongArgument(error)}` };
  }
}

function wrongTogether(options: ReviewOptions): string | null {
  const { files, out, jsonLines, merge, previous, notices, last, roster } = options;
  if (notices !== null && previous === null)
    return "--notices 与 --previous 一起使用：通知单取自上一次的复核工作簿。";
  if (notices !== null && files.length === 0 && out === null) return null;
  if (files.length === 0) return "没有写要复核的文件或文件夹。";
  if (jsonLines && merge) return "--json-lines 与 --merge 不能一起使用。";
  if (jsonLines && (out ?? previous ?? last ?? roster) !== null)
    return "--json-lines 不写工作簿，不能与 --out、--previous、--last、--roster 一起使用。";
  if (jsonLines) return null;
  if (out === null) return "请用 --out 写明复核工作簿的文件名，如 --out 复核.xlsx。";
  if (!/\.xlsx$/iu.test(out)) return "--out 应当是 .xlsx 文件，如 --out 复核.xlsx。";
  if ([...files, ...(roster === null ? [] : [roster])].some((file) => resolve(file) === resolve(out)))
    return `“${out}”要读又要写，会被盖掉：请换一个输出的文件名。`;
  return null;
}
