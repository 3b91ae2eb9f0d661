import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import product from "../../package.json";
import type { Ambiguity } from "../editions/edition";
import { settingSpecs, type SettingName } from "../editions/settings";
import type { Scorecard } from "../scorecard/scorecard";
import { FirstRun } from "./FirstRun";
import type { PaneChoices } from "./paneState";
import { BackButton, useSend } from "./sendContext";

const useStyles = makeStyles({
  title: { margin: "8px 0", fontSize: tokens.fontSizeBase400 },
  heading: { margin: "16px 0 8px", fontSize: tokens.fontSizeBase300 },
  one: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", marginBottom: "12px" },
  clause: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The user's wishes and the readings of ambiguous clauses; kept in the workbook. */
export function SettingsPanel(props: {
  readonly scorecard: Pick<Scorecard, "settings" | "ambiguities">;
  readonly choices: PaneChoices;
  readonly busy: boolean;
  readonly moveFocus: boolean;
}) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const { moveFocus } = props;
  useEffect(() => {
    if (moveFocus) title.current?.focus();
  }, [moveFocus]);
  const { settings } = props.scorecard;
  const all = Object.entries(settingSpecs(props.scorecard));
  const wishes = all.filter(([, { clause }]) => clause === "");
  const readings = all.filter(([, { clause }]) => clause !== "");
  const field = ([name, spec]: readonly [SettingName, Ambiguity]) => (
    <SettingField key={name} name={name} spec={spec} value={settings[name] ?? ""} busy={props.busy} />
  );
  return (
    <section aria-labelledby="settings-title">
      <BackButton />
      <h2 id="settings-title" ref={title} tabIndex={-1} className={styles.title}>
        设置
      </h2>
      <p className={styles.clause}>设置保存在本工作簿中。</p>
      <EditionField choices={props.choices} busy={props.busy} />
      <h3 className={styles.heading}>填写方式</h3>
      {wishes.map(field)}
      <h3 className={styles.heading}>评分标准未写明之处</h3>
      {readings.map(field)}
      <h3 className={styles.heading}>使用说明</h3>
      <FirstRun />
      <p className={styles.clause}>版本 {product.version}</p>
    </section>
  );
}

/** Which edition to score by: the form chooses unless somebody does. */
function EditionField(props: { readonly choices: PaneChoices; readonly busy: boolean }) {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const { editions, edition } = props.choices;
  const isKnown = editions.some((one) => one.id === edition);
  return (
    <div className={styles.one}>
      <label htmlFor={id}>评分标准版本</label>
      <select
        id={id}
        className="native"
        value={edition ?? ""}
        disabled={props.busy}
        onChange={(event) => {
          const { value } = event.target;
          send({ kind: "edition", id: value === "" ? null : value });
        }}
      >
        <option value="">自动（按表格内容选定）</option>
        {editions.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
        {edition !== null && !isKnown && <option value={edition}>{edition}（本工具没有）</option>}
      </select>
    </div>
  );
}

function SettingField(props: {
  readonly name: SettingName;
  readonly spec: Ambiguity;
  readonly value: string;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const { spec } = props;
  return (
    <div className={styles.one}>
      <label htmlFor={id}>{spec.title}</label>
      <select
        id={id}
        className="native"
        value={props.value}
        disabled={props.busy}
        aria-describedby={spec.clause === "" ? undefined : `${id}clause`}
        onChange={(event) => {
          send({ kind: "setting", name: props.name, value: event.target.value });
        }}
      >
        {Object.entries(spec.options).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {spec.clause !== "" && (
        <span id={`${id}clause`} className={styles.clause}>
          {spec.clause}
        </span>
      )}
    </div>
  );
}
