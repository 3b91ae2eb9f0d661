/** Whether a number shows fewer decimals in a format than it has. */
export function isRounded(value: number, format: string | undefined): boolean {
  const decimals = decimalsShown(format ?? "General");
  if (decimals === null) return false;
  const shown = Number(value.toFixed(Math.min(decimals, 100)));
  return Math.abs(shown - value) > 1e-12 * Math.max(1, Math.abs(value));
}

/** Of the section for positive numbers; null: as many as the number has, or none that can be told. */
function decimalsShown(format: string): number | null {
  const bare = format.replace(/"[^"]*"|[\\!_*].|\[[^[\]]*\]/gu, "");
  const section = bare.split(";")[0] ?? "";
  if (/general|e[+-]|[/@a-z]/iu.test(section) || !/[0#?]/u.test(section)) return null;
  const decimals = /\.([0#?]+)/u.exec(section)?.[1]?.length ?? 0;
  return decimals + 2 * (section.split("%").length - 1);
}
