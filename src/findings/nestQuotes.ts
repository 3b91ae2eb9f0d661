/** “ inside “…” becomes ‘: “‘三公’经费”. A text whose quotation marks do not pair up stays as it is. */
export function nestQuotes(text: string): string {
  let depth = 0;
  let nested = "";
  for (const c of text) {
    if (c === "”") depth -= 1;
    if (depth < 0) return text;
    const inner = depth >= 1;
    nested += inner && c === "“" ? "‘" : inner && c === "”" ? "’" : c;
    if (c === "“") depth += 1;
  }
  return depth === 0 ? nested : text;
}
