/**
 * What people take for a report, by its first bytes; null for anything else. Zero bytes are passed over, so that
 * letters read alike in UTF-8 and in UTF-16.
 */
export function foreignHead(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8192)).replaceAll("\0", "");
  // Readers of PDF look for its head anywhere in the first bytes.
  if (/%PDF-\d/u.test(head)) return " PDF 文件";
  if (head.slice(0, 1024).includes("{\\rtf")) return " RTF 文件";
  if (openings.some((opening) => opening.test(head))) return "网页或 XML 文件";
  return isMail(head) ? "邮件文件" : null;
}

/** Nothing, a byte order mark or blanks, then a tag or a comment; or the words of a page behind a few others. */
const openings = [
  /^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]*<(?:!--|[!?/]?[a-z][\w:-]*[\s/>])/iu,
  /^[^\w<]{0,40}(?:<\?xml|<!doctype|<html|mime-version:)/iu,
];

const mailFields =
  /^(?:from|to|cc|subject|date|received|return-path|delivered-to|reply-to|message-id|mime-version|content-[a-z-]+|x-[\w-]+):/iu;

/** The fields of a mail stand before its first blank line. */
function isMail(head: string): boolean {
  const lines = head
    .replace(/^[^\w]{0,40}/u, "")
    .split(/\r?\n\r?\n/u, 1)[0]
    ?.split(/\r?\n/u);
  const [first = "", ...more] = lines ?? [];
  return /^[a-z][\w-]*:/iu.test(first) && [first, ...more].filter((line) => mailFields.test(line)).length > 1;
}

/** The same of what reads well as text; null for a report. */
export function foreignText(text: string): string | null {
  if (isJson(text)) return " JSON 数据文件";
  const tags = text.match(/<[/]?[a-z][\w:-]*(?:\s[^<>]{0,500})?>/giu) ?? [];
  const tagged = tags.reduce((sum, tag) => sum + tag.length, 0);
  return tags.length > 3 && tagged * 10 > text.length ? "网页或 XML 文件" : null;
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
