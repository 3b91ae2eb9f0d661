import { cellKinds } from "./kinds/cells";
import type { Kind } from "./kinds/kind";
import { packageKinds } from "./kinds/packages";
import { sheetKinds } from "./kinds/sheets";
import { workbookKinds } from "./kinds/workbooks";

export type { Kind };

/** In this order they can be put on top of each other: what is in the file, its parts, their spelling, the zip. */
export const strangeKinds: readonly Kind[] = [...cellKinds, ...sheetKinds, ...workbookKinds, ...packageKinds];
