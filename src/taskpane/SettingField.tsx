import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { settingSpecs, settingTitle, type SettingName } from "../editions/settings";
import type { Scorecard } from "../scorecard/scorecard";
import { Choice } from "./Choice";
import { useSend } from "./paneContext";

const useStyles = makeStyles({
  one: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", marginBottom: "12px" },
  clause: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** One setting, kept in the workbook as soon as it is picked; the words that leave it open beneath. */
export function SettingField({
  name,
  scorecard,
}: {
  readonly name: SettingName;
  readonly scorecard: Scorecard;
}) {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const spec = settingSpecs(scorecard)[name];
  if (spec === undefined) return null;
  return (
    <div className={styles.one}>
      <Choice
        label={settingTitle(scorecard, name)}
        value={scorecard.settings[name] ?? ""}
        options={Object.entries(spec.options)}
        describedBy={spec.clause === "" ? undefined : id}
        onPick={(value) => {
          send({ kind: "setting", name, value });
        }}
      />
      {spec.clause !== "" && (
        <span id={id} className={styles.clause}>
          {spec.clause}
        </span>
      )}
    </div>
  );
}
