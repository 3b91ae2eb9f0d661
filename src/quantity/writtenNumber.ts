import type { Unit } from "./unit";

/** A number with its magnitude and unit, before the words of its side are looked for. */
export interface WrittenNumber {
  readonly digits: string;
  readonly value: number;
  readonly magnitude: number;
  readonly unit: Unit;
  readonly to: number;
  readonly doubt: string | null;
}

/** A sticky pattern tried at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
