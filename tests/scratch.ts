import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of this run alone, for what several test files make once and share. */
    readonly scratch: string;
  }
}

export default function scratch({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "jx-tests-"));
  provide("scratch", folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
