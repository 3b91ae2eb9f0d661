import { Button } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { SeenFix } from "../app/planChange";
import type { Finding } from "../findings/finding";
import { cellKey } from "../workbook/cell";
import { Fetched } from "./Fetched";

const load = () => import("./FixPreview");

/** 改正: opens the preview of what would be written; not there where one of the findings has no fix, or two would write
 * different things into one cell. */
export function FixFold({ findings }: { readonly findings: readonly Finding[] }) {
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const fixes = findings.flatMap(({ key, fix, dismissed }): SeenFix | [] =>
    fix === undefined || dismissed !== null ? [] : { key, fix },
  );
  const cells = fixes.flatMap(({ fix }) => fix);
  const isOnce = new Set(cells.map(({ at }) => cellKey(at))).size === cells.length;
  if (fixes.length !== findings.length || !isOnce) return null;
  const close = () => {
    setOpened(false);
    box.current?.querySelector("button")?.focus();
  };
  return (
    <div ref={box}>
      <Button
        size="small"
        aria-expanded={opened}
        onClick={() => {
          setOpened(!opened);
        }}
      >
        {findings.length > 1 ? `全部改正（${findings.length}处）…` : "改正…"}
      </Button>
      {opened && (
        <Fetched load={load}>{({ FixPreview }) => <FixPreview fixes={fixes} close={close} />}</Fetched>
      )}
    </div>
  );
}
