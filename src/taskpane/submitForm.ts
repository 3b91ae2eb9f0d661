import { stopped, type Watch } from "../workbook/port";
import type { Desk } from "./desk";
import type { Host } from "./host";
import type { PaneIntent, PaneNews } from "./paneEvent";

type Submit = Extract<PaneIntent, { readonly kind: "submit" }>;

/** 报送版 of the form that is shown: a new file, or what stands in its way. */
export async function submitForm(
  host: Host,
  desk: Desk,
  { freeze, checked }: Submit,
  watch: Watch,
): Promise<PaneNews | null> {
  if (host.copies === undefined) return null;
  watch.step("read", 0, 0);
  const bytes = await host.copies.bytes();
  if (!bytes.ok) return { kind: "failed", problem: bytes.problem };
  watch.step("work", 0, 0);
  if (!(await watch.goOn())) return { kind: "failed", problem: stopped };
  // Large, and rarely wanted: fetched when it is.
  const { makeSubmission } = await import("../app/makeSubmission");
  const sheet = desk.shown()?.sheet;
  const made = await makeSubmission(bytes.value, {
    freeze,
    checked,
    ...(sheet === undefined ? {} : { sheet }),
    ...(host.editions === undefined ? {} : { editions: host.editions }),
  });
  if (!made.ok) return { kind: "failed", problem: made.problem };
  const submission = made.value;
  switch (submission.kind) {
    case "noForm":
      await desk.refresh(watch);
      return null;
    case "stopped":
      return { kind: "submissionHeld", why: { kind: "stopped", stops: submission.stops } };
    case "findings":
      return { kind: "submissionHeld", why: { kind: "findings", findings: submission.findings, freeze } };
    case "made": {
      if (!(await watch.goOn())) return { kind: "failed", problem: stopped };
      watch.step("write", 0, 0);
      const opened = await host.copies.open(submission.bytes, "报送版");
      if (!opened.ok) return { kind: "failed", problem: opened.problem };
      return { kind: "submitted", notes: submission.notes };
    }
  }
}
