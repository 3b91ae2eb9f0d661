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
  /** How many threads share several files; null: as many as are of use. */
  readonly workers: number | null;
  readonly help: boolean;
  readonly version: boolean;
}

const mostWorkers = 64;

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
        workers: { type: "string" },
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
    const workers = readWorkers(values.workers);
    if (workers !== null && typeof workers === "object") return workers;
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
      workers,
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

/** --workers: how many; null: not told. */
export function readWorkers(text: string | undefined): number | null | { readonly wrong: string } {
  const workers = text === undefined ? null : Number(text);
  const isCount = workers === null || (Number.isInteger(workers) && workers >= 1 && workers <= mostWorkers);
  return isCount ? workers : { wrong: `--workers 是 1 到 ${mostWorkers} 的整数。` };
}
