import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { Problem } from "../workbook/port";

/** A problem of the page (a file that cannot be opened, a cell that cannot be written), above the sheet. */
export function ProblemBanner({
  problem,
  onClose,
}: {
  readonly problem: Problem;
  readonly onClose: () => void;
}) {
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{problem.what}</MessageBarTitle>
          <div>{problem.why}</div>
          <strong>{problem.todo}</strong>
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={onClose}>
            知道了
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
