import type { FactSpec, FactValue } from "../criteria/fact";
import type { Snapshot } from "../workbook/snapshot";
import { confirmedSource, sourceOf } from "./confirmedSource";
import { extractFacts, type ExtractedFact } from "./extractFacts";
import { sameFactValue, type FactWish, type GatheredFact, type GatheredFacts } from "./gatheredFact";
import { readFactValue } from "./readFactValue";
import { readPaperFact, type PaperFact } from "./readPaperFact";
import { paperOf } from "./paperOf";
import { locateFactCells, paperNames, type PaperCells } from "./workingPaper";
import { plainObject } from "../workbook/json";
import { keptValue } from "../workbook/records";

/** Answers from a facts file, by fact id: a value as a person writes it, or 不涉及 with its reason. */
export type GivenFacts = ReadonlyMap<
  string,
  { readonly value: FactValue; readonly reason?: string | undefined }
>;

/**
 * Every wished fact with its state and source, in the order of the wishes. A given fact wins over one typed in 评分底稿,
 * that over one read from another sheet or from words; what is found nowhere is missing, never 0. sheet: the form's, by
 * which is known what was kept of it. Pure, never throws.
 */
export function gatherFacts(
  snapshot: Snapshot,
  wishes: readonly FactWish[],
  given: GivenFacts = new Map(),
  sheet: string | null = null,
): GatheredFacts {
  const paper = paperOf(snapshot, sheet);
  const cells = paper === null ? new Map<string, PaperCells>() : locateFactCells(paper, wishes);
  const skip = [...paperNames(snapshot), ...wishes.flatMap((wish) => wish.basis?.at.sheet ?? [])];
  const extracted = extractFacts(snapshot, wishes, skip);
  const remembered = rememberedFacts(snapshot, sheet);
  const facts = new Map<string, GatheredFact>();
  for (const wish of wishes) {
    for (const spec of wish.specs) {
      const id = `${wish.id}.${spec.key}`;
      const own = cells.get(id);
      const found: Found = {
        id,
        snapshot,
        wish,
        spec,
        cells: own,
        paper: own === undefined ? undefined : readPaperFact(snapshot, own, spec),
        words: extracted.get(id),
        remembered: remembered.get(id),
      };
      const answer = given.get(id);
      facts.set(id, answer === undefined ? weigh(found) : fromGiven(found, answer.value, answer.reason));
    }
  }
  return facts;
}

interface Found {
  readonly id: string;
  readonly snapshot: Snapshot;
  readonly wish: FactWish;
  readonly spec: FactSpec;
  readonly cells: PaperCells | undefined;
  readonly paper: PaperFact | undefined;
  readonly words: ExtractedFact | undefined;
  readonly remembered: FactValue | undefined;
}

function weigh(found: Found): GatheredFact {
  const { paper, words, remembered } = found;
  if (paper === undefined) return fromWords(found);
  if (paper.blank) {
    // Emptied by a person after we had written these very words there: he does not want them.
    const refused = remembered !== undefined && sameFactValue(words?.value ?? null, remembered);
    return refused ? { ...missing(found), reason: paper.reason } : fromWords(found);
  }
  if (paper.value === null) return { ...missing(found), problem: paper.problem };
  // Where another program dropped what we remember, 状态 still says so, and the words still say the same.
  const read = remembered ?? (paper.fromWords ? (words?.value ?? undefined) : undefined);
  const ours = read !== undefined && sameFactValue(paper.value, read);
  if (!ours || paper.confirmed) return fromPaper(found, paper, paper.value);
  // Where the words are gone, or have become doubtful, the figure was never the person's: the edits take it out of the
  // cell, so that no formula goes on computing with it.
  return fromWords(found);
}

function missing(found: Found): GatheredFact {
  const { id, spec, cells, paper, words } = found;
  return {
    id,
    spec,
    value: null,
    state: "missing",
    at: cells?.value ?? null,
    reasonAt: cells?.reason ?? null,
    reason: paper?.reason ?? "",
    source: null,
    wordClass: null,
    approximate: false,
    extracted: words?.value ?? null,
    problem: null,
  };
}

function fromWords(found: Found): GatheredFact {
  const { words, paper } = found;
  if (words === undefined) return missing(found);
  const source = sourceOf(words);
  if (words.value === null) return { ...missing(found), source, problem: words.doubt };
  const quoted = words.value === "不涉及" ? words.quote : "";
  return {
    ...missing(found),
    value: words.value,
    state: "extracted",
    reason: paper === undefined || paper.reason === "" ? quoted : paper.reason,
    source,
    wordClass: words.wordClass,
    approximate: words.approximate,
    ...(words.remark === null ? {} : { remark: words.remark }),
  };
}

function fromPaper(found: Found, paper: PaperFact, value: FactValue): GatheredFact {
  const { snapshot, wish, spec, words } = found;
  const { confirmed, cited, reason } = paper;
  const typed = confirmed ? "confirmed" : "typed";
  const notApplicable = value === "不涉及";
  // 状态 of what was confirmed to be 不涉及 says no more than that; the words are the reason for it.
  const kept = confirmed || (notApplicable && reason !== "" && cited?.quote.includes(reason) === true);
  return {
    ...missing(found),
    ...inWords(found),
    value,
    state: notApplicable ? "notApplicable" : typed,
    source: kept ? confirmedSource(snapshot, wish, spec.key, value, cited, words) : null,
    approximate: paper.approximate,
    ...(paper.remark === null ? {} : { remark: paper.remark }),
  };
}

function inWords({ words }: Found): Pick<GatheredFact, "inWords"> {
  if (words === undefined || words.value === null) return {};
  const { value, approximate, quote, at } = words;
  return { inWords: { value, approximate, quote, at } };
}

function fromGiven(found: Found, value: FactValue, reason: string | undefined): GatheredFact {
  const base = { ...missing(found), reason: reason ?? found.paper?.reason ?? "" };
  const read = readGiven(found.spec, value);
  if ("problem" in read) return { ...base, problem: `事实文件：${read.problem}` };
  return {
    ...base,
    ...inWords(found),
    value: read.value,
    state: read.value === "不涉及" ? "notApplicable" : "typed",
    approximate: read.approximate,
    ...(read.remark === null ? {} : { remark: read.remark }),
  };
}

function readGiven(spec: FactSpec, value: FactValue): ReturnType<typeof readFactValue> {
  if (typeof value === "number" || typeof value === "string") {
    return spec.kind === "months"
      ? { problem: "各月执行率应为12个数的列表，一月在先，没有通报的月份填null。" }
      : readFactValue(spec, { value });
  }
  if (spec.kind !== "months" || value.length > 12) {
    return { problem: spec.kind === "months" ? "各月执行率最多12个。" : "此项应为一个值，不是列表。" };
  }
  const months = Array.from({ length: 12 }, (_, index) => value[index] ?? null);
  const rates: (number | null)[] = [];
  for (const month of months) {
    const read = month === null ? null : readFactValue(spec, { value: month });
    if (read !== null && "problem" in read) return read;
    rates.push(typeof read?.value === "number" ? read.value : null);
  }
  return { value: rates, approximate: false, remark: null };
}

/**
 * What was last read from words or another sheet for the form on a sheet, by fact id, kept in the workbook. A record
 * that cannot be read is an empty one: everything in the working paper then counts as typed.
 */
export function rememberedFacts(snapshot: Snapshot, sheet: string | null): ReadonlyMap<string, FactValue> {
  const kept = Object.entries(plainObject(keptValue(snapshot, "extracted", sheet)));
  return new Map(kept.filter((entry): entry is [string, FactValue] => isFactValue(entry[1])));
}

function isFactValue(value: unknown): value is FactValue {
  if (typeof value === "number" || typeof value === "string") return true;
  return Array.isArray(value) && value.every((one) => one === null || typeof one === "number");
}
