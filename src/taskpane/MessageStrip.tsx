import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { CellLink } from "./CellLink";
import { Icon } from "./Icon";
import type { PaneMessage } from "./paneState";
import { useSend } from "./sendContext";

/** What happened, why, and what to do; stays until closed. */
export function MessageStrip(props: { readonly message: PaneMessage; readonly formSheet: string }) {
  const send = useSend();
  const { message } = props;
  const notes = message.kind === "done" ? message.notes : (message.problem.details ?? []);
  return (
    <MessageBar intent={message.kind === "done" ? "success" : "error"} layout="multiline" politeness="polite">
      <MessageBarBody>
        {message.kind === "done" ? (
          <MessageBarTitle>{message.text}</MessageBarTitle>
        ) : (
          <>
            <MessageBarTitle>{message.problem.what}</MessageBarTitle>
            <div>{message.problem.why}</div>
            <div>
              <strong>{message.problem.todo}</strong>
            </div>
            {message.problem.at !== undefined && (
              <>
                {" "}
                <CellLink at={message.problem.at} formSheet={props.formSheet} />
              </>
            )}
          </>
        )}
        {notes.length > 0 && (
          <ul style={{ margin: "4px 0 0", paddingLeft: "1.2em" }}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            aria-label="关闭提示"
            icon={<Icon name="close" />}
            onClick={() => {
              send({ kind: "closeMessage" });
            }}
          />
        }
      />
    </MessageBar>
  );
}
