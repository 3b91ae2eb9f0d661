/** A clause of several printed lines. */
export function lines(...printed: readonly string[]): string {
  return printed.join("\n");
}
