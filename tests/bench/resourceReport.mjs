import { isMainThread } from "node:worker_threads";

/* Loaded before a program: says at its end, in one line of JSON, what it took. */
if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const used = { cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000, peakMegabytes: maxRSS / 1024 };
    process.stderr.write(`${JSON.stringify(used)}\n`);
  });
}
