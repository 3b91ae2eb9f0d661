import { defineConfig } from "vitest/config";

const report = process.env["JX_TEST_REPORT"];

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    allowOnly: false,
    // The build machine reads the JSON report to be sure that nothing was skipped.
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
