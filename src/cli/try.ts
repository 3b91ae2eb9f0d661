import { questionKind, type AnswerValue } from "../app/answerValue";
import { tryClause } from "../app/tryClause";
import { tryItem } from "../app/tryItem";
import { askedFirst } from "../app/tryValues";
import { readClause } from "../clause/readClause";
import { readJson } from "../editions/readJson";
import { complain, printJson, run, type ExitCode } from "./command";
import { systemReason } from "./systemReason";
import { readTryOptions, tryUsage, type TryOptions } from "./tryOptions";
import { tryReport } from "./tryReport";

async function main(args: readonly string[]): Promise<ExitCode> {
  const options = readTryOptions(args);
  if ("wrong" in options) return complain(`${options.wrong}\n\n${tryUsage}`);
  switch (options.asked) {
    case "help":
      console.log(tryUsage);
      return 0;
    case "json":
      return tryList();
    case "clause":
      return tryOne(options);
  }
}

function tryOne({ clause, indicator, weight, values }: Extract<TryOptions, { asked: "clause" }>): ExitCode {
  const context = { indicator, weight };
  const reading = readClause(clause, context);
  const asked = reading.state === "read" ? askedFirst(reading) : [];
  const answers = values.map((value, index) => {
    const spec = asked[index];
    return {
      label: null,
      unit: "",
      value: typedValue(value, spec !== undefined && questionKind(spec) === "series"),
    };
  });
  const trial = tryClause(clause, context, answers, () => reading);
  console.log(tryReport(trial, weight));
  return trial.points === null || trial.unmatched.length > 0 ? 1 : 0;
}

function typedValue(text: string, several: boolean): AnswerValue {
  if (text === "") return null;
  return several ? text.split(/[,，、]/u).map((one) => (one.trim() === "" ? null : one)) : text;
}

/** Far more than all forms of a city. */
const mostBytes = 64 * 1024 * 1024;

async function tryList(): Promise<ExitCode> {
  const read = await readInput();
  if (typeof read === "string") return wrongList(read);
  const json = readJson(new TextDecoder().decode(read));
  if ("fault" in json) return wrongList(`标准输入${json.fault}`);
  const items = json.value;
  if (!Array.isArray(items)) return wrongList("标准输入应当是一个数组 […]。");
  const results = (items as readonly unknown[]).map((item) => tryItem(item));
  printJson(results);
  if (results.some((result) => "error" in result)) return 2;
  return results.every((result) => "sure" in result && result.sure) ? 0 : 1;
}

function wrongList(why: string): ExitCode {
  return complain(`没有试算。\n  原因：${why}\n  办法：请照 docs/try.md 里的格式改好，再试一次。`);
}

/** What the standard input holds, or why it cannot be read. */
async function readInput(): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > mostBytes) return `标准输入超过${mostBytes / 1024 / 1024} MB，请分几次。`;
      chunks.push(chunk);
    }
  } catch (error) {
    return `标准输入读不了：${systemReason(error)}`;
  }
  return Buffer.concat(chunks);
}

await run(main);
