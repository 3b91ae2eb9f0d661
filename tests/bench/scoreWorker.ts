import { writeFile } from "node:fs/promises";
import { scoreForm } from "./scoreForm";

/** One file in a thread of several. */
export default async function scoreInThread({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): Promise<void> {
  await writeFile(to, (await scoreForm(from)).bytes);
}
