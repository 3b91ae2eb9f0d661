import bcd, { type Identifier, type SimpleSupportStatement } from "@mdn/browser-compat-data";

/** The oldest web view that the product promises to run in (docs/guide.html). */
export const chromiumFloor = 100;

interface NewerMember {
  /** "Array" */
  readonly owner: string;
  /** "toSorted"; null: all of the owner is newer. */
  readonly member: string | null;
}

/** What browsers have learned since: members of the language's objects, by the data behind MDN. */
function newerMembers(): readonly NewerMember[] {
  const owners = bcd.javascript["builtins"] as Record<string, Identifier>;
  return Object.entries(owners).flatMap(([owner, described]): readonly NewerMember[] => {
    if (owner.startsWith("__")) return [];
    if (isNewer(described)) return [{ owner, member: null }];
    return Object.entries(described as Record<string, Identifier>)
      .filter(([name, member]) => /^[A-Za-z]\w*$/u.test(name) && name !== owner && isNewer(member))
      .filter(([name]) => !name.endsWith("_event"))
      .map(([name]) => ({ owner, member: name.replace(/_static$/u, "") }));
  });
}

/** As they stand in a script, without the names that something older has, too: ".toSorted", "Temporal.". */
export function wordsOfNewer(): readonly string[] {
  const older = new Set(
    Object.values(bcd.javascript["builtins"] ?? {}).flatMap((described) =>
      Object.entries(described as Record<string, Identifier>)
        .filter(([, member]) => !isNewer(member))
        .map(([name]) => name),
    ),
  );
  return newerMembers().flatMap(({ owner, member }) => {
    if (member === null) return [`${owner}.`];
    return older.has(member) ? [] : [`.${member}`];
  });
}

/** Learned after the floor; what no Chromium has is nothing to fall back on anywhere. */
function isNewer(described: Identifier): boolean {
  const first = since(described);
  return first > chromiumFloor && first < Infinity;
}

/** The first Chromium that has it; of what has no account (a name of a group of members), 0. */
function since(described: Identifier): number {
  const support = described.__compat?.support.chrome;
  if (support === undefined) return 0;
  const statements: readonly SimpleSupportStatement[] = [support].flat();
  const versions = statements
    .filter(({ flags, alternative_name: other, prefix }) =>
      [flags, other, prefix].every((one) => one === undefined),
    )
    .map(({ version_added: version }) =>
      typeof version === "string" ? Number.parseInt(version.replace("≤", ""), 10) || Infinity : Infinity,
    );
  return Math.min(Infinity, ...versions);
}
