import { makeStyles, tokens } from "@fluentui/react-components";
import type { Ambiguity } from "../criteria/choices";
import type { SettingName } from "../editions/settings";
import type { Scorecard } from "../scorecard/scorecard";
import { grouped } from "../workbook/grouped";
import { Choice } from "./Choice";
import { useSend } from "./paneContext";
import { SettingField } from "./SettingField";

const useStyles = makeStyles({
  group: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", marginBottom: "12px" },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, marginBottom: "8px" },
});

/** What the texts of single rows leave open: the like of many rows in one line for all, and row by row behind it. */
export function RowSettings({ scorecard }: { readonly scorecard: Scorecard }) {
  const own = Object.entries(scorecard.ambiguities).filter(([, { row }]) => row !== undefined);
  const kinds = grouped(own, ([, { title, options }]) => JSON.stringify([title, options]));
  return Array.from(kinds, ([kind, settings]) => {
    const [first, ...others] = settings;
    return others.length === 0 ? (
      <SettingField key={kind} name={first[0]} scorecard={scorecard} />
    ) : (
      <AlikeSettings
        key={kind}
        spec={first[1]}
        names={settings.map(([name]) => name)}
        scorecard={scorecard}
      />
    );
  });
}

function AlikeSettings(props: {
  readonly spec: Ambiguity;
  readonly names: readonly SettingName[];
  readonly scorecard: Scorecard;
}) {
  const styles = useStyles();
  const send = useSend();
  const { spec, names, scorecard } = props;
  const values = new Set(names.map((name) => scorecard.settings[name] ?? ""));
  const [value = ""] = values;
  const isMixed = values.size > 1;
  return (
    <div className={styles.group}>
      <Choice
        label={`${spec.title}（${names.length}行一起设）`}
        value={isMixed ? "" : value}
        options={[...(isMixed ? [["", "各行不同"] as const] : []), ...Object.entries(spec.options)]}
        onPick={(picked) => {
          if (picked !== "") send({ kind: "setting", name: names, value: picked });
        }}
      />
      <details>
        <summary className={styles.summary}>逐行设（{names.length}）</summary>
        {names.map((name) => (
          <SettingField key={name} name={name} scorecard={scorecard} />
        ))}
      </details>
    </div>
  );
}
