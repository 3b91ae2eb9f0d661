import type { Check, CheckExample } from "../findings/finding";

/** The examples of each check by its id, out of its own file: the list of checks, which is bundled, has none. */
export async function checkExamples(
  checks: readonly Check[],
): Promise<ReadonlyMap<string, readonly CheckExample[]>> {
  return new Map(
    await Promise.all(
      checks.map(async ({ id }) => {
        const file = (await import(`../findings/checks/${id}.ts`)) as {
          readonly examples?: readonly CheckExample[];
        };
        return [id, file.examples ?? []] as const;
      }),
    ),
  );
}
