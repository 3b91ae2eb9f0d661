// Reads the test runner's JSON report: fails when a test was skipped, left to do, or none ran.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const skipped = report.numPendingTests + report.numTodoTests;
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped`);
if (skipped > 0 || report.numFailedTests > 0 || report.numPassedTests === 0) process.exit(1);
