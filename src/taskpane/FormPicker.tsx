import { makeStyles } from "@fluentui/react-components";
import { sayCopy } from "../app/sayForm";
import { Choice } from "./Choice";
import { SendButton, usePaneState, useSend } from "./paneContext";

const useStyles = makeStyles({
  forms: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "start", rowGap: "6px" },
  words: { margin: 0 },
});

/**
 * Several forms in one workbook: which of them is worked on, and all of them at once. Offers only sheets in which a form
 * was found.
 */
export function FormPicker() {
  const styles = useStyles();
  const send = useSend();
  const { choices, scorecard } = usePaneState();
  const shown = choices.forms.find(({ sheet }) => sheet === scorecard?.sheet);
  const copyOf = shown?.copyOf ?? null;
  return (
    <div className={styles.forms}>
      <Choice
        label="自评表"
        value={scorecard?.sheet ?? ""}
        options={choices.forms.map(({ sheet, words }) => [sheet, words])}
        onPick={(sheet) => {
          send({ kind: "pickForm", sheet });
        }}
      />
      <SendButton size="small" waits intent={{ kind: "scoreAll" }}>
        全部计算
      </SendButton>
      {shown !== undefined && copyOf !== null && (
        <p className={styles.words}>{sayCopy(shown.sheet, copyOf)}</p>
      )}
    </div>
  );
}
