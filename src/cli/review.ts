import { run } from "./command";
import { reviewCommand } from "./reviewCommand";

/** What shells give for a program that Ctrl+C or a request to end has stopped. */
const exits = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * A stop in the middle costs the file that is being read and no other: each that is done stands in the file of progress
 * already, and the workbook comes into place whole or not at all.
 */
function sayStopped(signal: keyof typeof exits): void {
  process.once(signal, () => {
    console.error("已停止。做完的文件记在复核工作簿旁边的进度文件里，再运行同一条命令就接着做。");
    process.exit(exits[signal]);
  });
}

sayStopped("SIGINT");
sayStopped("SIGTERM");
await run(reviewCommand);
