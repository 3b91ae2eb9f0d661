import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { ConvertedTo } from "../edits/planConvert";
import type { MoneyUnit } from "../ledger/ledger";
import { isMoneyUnit } from "../ledger/moneyUnit";

export interface Options {
  readonly files: readonly string[];
  readonly out: string | null;
  readonly facts: string | null;
  readonly factsTemplate: string | null;
  readonly json: boolean;
  readonly overwriteTyped: boolean;
  /** What the scores are written as; null: formulas of our functions. */
  readonly freeze: ConvertedTo | null;
  /** 报送版 instead of the working copy. */
  readonly submission: boolean;
  /** 报送前自查 was looked through. */
  readonly checked: boolean;
  /** 报送前自查 only: findings like a linter, nothing is written. */
  readonly check: boolean;
  /** 报送前自查, and what can safely be mended is, in a copy. */
  readonly fix: boolean;
  /** Lists drafts of 评分依据; where --out is given they are taken, too. */
  readonly drafts: boolean;
  /** The 自评报告 to hold the form against. */
  readonly report: string | null;
  /** Workbooks with the approved goals or the form of the year before, to hold the form against. */
  readonly against: readonly string[];
  /** Folders of editions to choose from besides, and the id of the one to score by; none: the one kept in the workbook,
   * else the form chooses. */
  readonly edition: readonly string[];
  /** 规则.json: to take over, and to write what the form holds. */
  readonly rules: string | null;
  readonly rulesOut: string | null;
  /** 项目台账 whose amounts are filled in first, and the unit of those that print none. */
  readonly ledger: string | null;
  readonly ledgerUnit: MoneyUnit | null;
  /** Only says what a list would fill in. */
  readonly dryRun: boolean;
  /** The only form to work on; null: every form of the workbook. */
  readonly sheet: string | null;
  readonly help: boolean;
  readonly version: boolean;
}

export const usage = `用法：npm run score -- 自评表.xlsx […] [选项]

  自评表可以有几个，也可以写文件夹：评其中的每个 .xlsx（“…-已评分”“…-报送版”“…-已改正”除外），一张表一行
  --out 文件             评分后的文件；评多个文件时是文件夹。不写则存为“原名-已评分.xlsx”
  --sheet 工作表         只评这一张；不写则工作簿里的自评表张张都评，各有各的评分底稿，评过分的表的副本不动
  --facts 文件.json      用文件里的数据填写评分底稿（一次一个文件；有几张自评表的，数据项编号前写“工作表!”）
  --facts-template 文件  把待补充的问题写成 JSON，填好 value 后用 --facts 读入
  --json                 只输出 JSON，一张自评表一个对象，form 是第几张（另有 --out 时才写文件）；请配合 npm run --silent
  --overwrite-typed      以计算得分覆盖手工填写的得分
  --freeze builtin|values  得分写成普通公式（Excel 2010 及以后、WPS、LibreOffice 都能算），或写成数值
  --submission           做报送版：只留填报内容和计算结果，去掉扣分说明、底色、评分底稿和本工具的记录；
                         默认写成数值，可另加 --freeze builtin；不写 --out 则存为“原名-报送版.xlsx”。
                         有待补充、待确认、不一致时只列清单，不做文件；有几张自评表的，用 --sheet 指定
  --checked              已看过报送前自查的问题，仍做报送版
  --check                报送前自查：逐行列出“工作表!单元格 级别 编号 说明”，不写文件；可加 --json
  --fix                  报送前自查，能改的改在副本里（不写 --out 则存为“原名-已改正.xlsx”），逐格列出“单元格：改前 → 改后（为什么）”；
                         总分和分值合计、等级勾选、采用计算得分、掩盖扣分的小数、文本数字、重复的标点；公式和报告不动
  --drafts               列出可以写进评分依据的草稿（只用填过、确认过的数据）和不能起草的原因；另写 --out 时写进评分后的文件：
                         空白的写上，写着话的接在后面；可加 --json
  --report 文件          自查（--check、--fix）时对照自评报告（.docx 或 .txt，一次一个自评表）
  --against 文件.xlsx    自查时对照批复的绩效目标表、上一年度的自评表（可写几次）；工作簿里另一张表上的自动对照
  --edition 编号          按这个版本的评分标准评分；不写则用工作簿里选定的，没有选定的按表格内容选定
  --edition 文件夹        加上这个文件夹里的版本，按表格内容选定；可以再写一个 --edition 编号
  --rules 规则.json       采用从别处导出的人工设定的计分规则：同名、同一评分标准的行；一份可用于许多自评表
  --rules-out 规则.json   导出这张表里人工设定的计分规则（一次一个自评表）
  --ledger 台账.xlsx     评分之前，把导出的项目清单里的年初预算数、全年预算数、全年执行数填入各张项目自评表的资金块：
                         按项目编码对上，没有编码的按名称；已经填了的不动，对不上、拿不准的逐条说明；可用于许多自评表
  --ledger-unit 万元     台账没有写金额单位时的单位：元、千元、万元、百万元、亿元
  --dry-run              只列出台账要填的每一格（原来的、要填的、取自哪一格），不评分，不写文件；可加 --json
  --help                 显示本说明
  --version              显示版本

退出码：0 已评分；1 有待补充、待确认，或与填报得分、单元格显示不一致（--check、--fix：有“须更正”或“待核实”没有处理；--ledger：有没填上的，台账里空白的不算）；2 文件读不了；几张表、几个文件取最重的`;

const freezes: Readonly<Partial<Record<string, ConvertedTo>>> = { builtin: "builtIn", values: "values" };

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
        freeze: { type: "string" },
        submission: { type: "boolean", default: false },
        checked: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        fix: { type: "boolean", default: false },
        drafts: { type: "boolean", default: false },
        report: { type: "string" },
        against: { type: "string", multiple: true },
        edition: { type: "string", multiple: true },
        rules: { type: "string" },
        "rules-out": { type: "string" },
        sheet: { type: "string" },
        ledger: { type: "string" },
        "ledger-unit": { type: "string" },
        "dry-run": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
        version: { type: "boolean", default: false },
      },
    });
    const checks = values.check || values.fix;
    if (!checks && (values.report ?? values.against) !== undefined) {
      const option = values.report === undefined ? "--against" : "--report";
      return { wrong: `${option} 与 --check 或 --fix 一起使用。` };
    }
    if (values.drafts && (checks || values.submission || values["dry-run"])) {
      return { wrong: "--drafts 在评分时起草，不能与 --check、--fix、--submission、--dry-run 一起使用。" };
    }
    const scores = [values["facts-template"], values["rules-out"], values.freeze].some(
      (value) => value !== undefined,
    );
    const alike = values.submission || values["overwrite-typed"];
    if (values.fix && (scores || alike || values.ledger !== undefined)) {
      return { wrong: "--fix 只改自查出来的问题，不能与评分、报送、填台账的选项一起使用。" };
    }
    const writes = scores || values.out !== undefined;
    if (values.check && values.ledger !== undefined) {
      return { wrong: "--check 只做自查，不填台账：要先看台账填什么，请用 --ledger 和 --dry-run。" };
    }
    if (values.check && !values.fix && (writes || alike)) {
      return { wrong: "--check 只做自查，不写文件，不能与写文件的选项一起使用。" };
    }
    const unit = values["ledger-unit"];
    if (unit !== undefined && !isMoneyUnit(unit)) {
      return { wrong: "--ledger-unit 只能是 元、千元、万元、百万元、亿元。" };
    }
    if (values.ledger === undefined && (unit !== undefined || values["dry-run"])) {
      return { wrong: "--ledger-unit、--dry-run 与 --ledger 一起使用。" };
    }
    if (values["dry-run"] && (writes || checks || alike)) {
      return { wrong: "--dry-run 只列出台账要填的格，不能与评分、自查、写文件的选项一起使用。" };
    }
    const covered = coveredFile(
      [...positionals, ...(values.edition ?? [])],
      [values.facts, values.ledger, values.rules, values.report],
      [values["facts-template"], values["rules-out"], values.out],
    );
    if (covered !== null) return { wrong: `“${covered}”要读又要写，会被盖掉：请换一个输出的文件名。` };
    const freeze = values.freeze === undefined ? null : freezes[values.freeze.toLowerCase()];
    if (freeze === undefined) return { wrong: "--freeze 只能是 builtin（普通公式）或 values（数值）。" };
    return {
      files: positionals,
      out: values.out ?? null,
      facts: values.facts ?? null,
      factsTemplate: values["facts-template"] ?? null,
      json: values.json,
      overwriteTyped: values["overwrite-typed"],
      freeze,
      submission: values.submission,
      checked: values.checked,
      check: values.check,
      fix: values.fix,
      drafts: values.drafts,
      report: values.report ?? null,
      against: values.against ?? [],
      edition: values.edition ?? [],
      rules: values.rules ?? null,
      rulesOut: values["rules-out"] ?? null,
      sheet: values.sheet ?? null,
      ledger: values.ledger ?? null,
      ledgerUnit: unit ?? null,
      dryRun: values["dry-run"],
      help: values.help,
      version: values.version,
    };
  } catch (error) {
    return { wrong: `参数有误：${wrongArgument(error)}` };
  }
}

/** Which of the options is for one file only, where several were given. */
export function unfitForSeveral({ files, facts, factsTemplate, rulesOut, report }: Options): string | null {
  const single = {
    "--facts": facts,
    "--facts-template": factsTemplate,
    "--rules-out": rulesOut,
    "--report": report,
  };
  const [unfit] = Object.entries(single).filter(([, value]) => value !== null);
  return files.length > 1 && unfit !== undefined ? `${unfit[0]} 一次只能用于一个自评表。` : null;
}

type Paths = readonly (string | undefined)[];

/** A file that would be written over what is read, or over another output; a workbook may be scored in its place. */
function coveredFile(files: Paths, beside: Paths, [factsTemplate, rulesOut, out]: Paths): string | null {
  const places = (paths: Paths): readonly string[] =>
    paths.flatMap((path) => (path === undefined ? [] : [resolve(path)]));
  const [kept, made] = [new Set(places([...files, ...beside])), places([factsTemplate, rulesOut])];
  const covered = made.find((path, index) => kept.has(path) || made.indexOf(path) < index);
  const notOut = [...made, ...places(beside)];
  return covered ?? places([out]).find((path) => notOut.includes(path)) ?? null;
}

const wrongWords: Readonly<Partial<Record<string, string>>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: "没有这个选项；文件名以“-”开头的，请写成“./-文件名”",
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: "这个选项缺少值，或者不该有值；值以“-”开头的，请写成“选项=值”",
};

/** What node:util says in English, in Chinese. */
export function wrongArgument(error: unknown): string {
  if (!(error instanceof Error)) return "写法不对。";
  const words = "code" in error && typeof error.code === "string" ? wrongWords[error.code] : undefined;
  const option = /'([^']*)'/u.exec(error.message)?.[1] ?? "";
  return `${option}：${words ?? "写法不对"}。`;
}
