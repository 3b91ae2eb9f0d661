import { makeStyles, tokens } from "@fluentui/react-components";
import product from "../../package.json";
import type { Ambiguity } from "../criteria/choices";
import { settingSpecs, type SettingName } from "../editions/settings";
import type { Scorecard } from "../scorecard/scorecard";
import { Choice } from "./Choice";
import { Fetched } from "./Fetched";
import { FirstRun } from "./FirstRun";
import { RowSettings } from "./RowSettings";
import { SettingField } from "./SettingField";
import { BackButton, usePaneState, useSend, useTitleFocus } from "./paneContext";

const useStyles = makeStyles({
  title: { margin: "8px 0", fontSize: tokens.fontSizeBase400 },
  heading: { margin: "16px 0 8px", fontSize: tokens.fontSizeBase300 },
  one: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", marginBottom: "12px" },
  clause: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const exchange = () => import("./RulesExchange");

/** The user's wishes and the readings of ambiguous clauses; kept in the workbook. */
export function SettingsPanel({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const title = useTitleFocus(usePaneState().moveFocus);
  const all = Object.entries(settingSpecs(scorecard));
  const wishes = all.filter(([, { clause }]) => clause === "");
  const readings = all.filter(([, { clause, row }]) => clause !== "" && row === undefined);
  const field = ([name]: readonly [SettingName, Ambiguity]) => (
    <SettingField key={name} name={name} scorecard={scorecard} />
  );
  return (
    <section aria-labelledby="settings-title">
      <BackButton />
      <h2 id="settings-title" ref={title} tabIndex={-1} className={styles.title}>
        设置
      </h2>
      <p className={styles.clause}>设置保存在本工作簿中。</p>
      <EditionField />
      <h3 className={styles.heading}>填写方式</h3>
      {wishes.map(field)}
      <h3 className={styles.heading}>评分标准未写明之处</h3>
      {readings.map(field)}
      <RowSettings scorecard={scorecard} />
      <h3 className={styles.heading}>人工设定的计分规则</h3>
      <Fetched load={exchange}>{({ RulesExchange }) => <RulesExchange scorecard={scorecard} />}</Fetched>
      <h3 className={styles.heading}>使用说明</h3>
      <FirstRun />
      <p className={styles.clause}>版本 {product.version}</p>
    </section>
  );
}

/** Which edition to score by: the form chooses unless somebody does. */
function EditionField() {
  const styles = useStyles();
  const send = useSend();
  const { editions, edition } = usePaneState().choices;
  const isKnown = editions.some((one) => one.id === edition);
  return (
    <div className={styles.one}>
      <Choice
        label="评分标准版本"
        value={edition ?? ""}
        options={[
          ["", "自动（按表格内容选定）"],
          ...editions.map(({ id, title }) => [id, title] as const),
          ...(edition === null || isKnown ? [] : [[edition, `${edition}（本工具没有）`] as const]),
        ]}
        onPick={(value) => {
          send({ kind: "edition", id: value === "" ? null : value });
        }}
      />
    </div>
  );
}
