import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { LedgerPreview } from "../app/fillLedger";
import { sayFill } from "../app/sayFills";
import type { FormFill, LedgerFill } from "../edits/planLedger";
import type { MoneyUnit } from "../ledger/ledger";
import { a1, cellKey } from "../workbook/cell";
import { CellLink } from "./CellLink";
import { Choice } from "./Choice";
import { FileInput } from "./FileInput";
import { SendButton, useSend, useTitleFocus } from "./paneContext";

const useStyles = makeStyles({
  box: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "8px", paddingTop: "8px" },
  words: { margin: 0 },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  file: { display: "flex", flexWrap: "wrap", gap: "4px 8px", alignItems: "center" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& caption": { textAlign: "left", fontWeight: tokens.fontWeightSemibold, paddingBottom: "2px" },
    "& th, & td": {
      textAlign: "left",
      verticalAlign: "top",
      padding: "3px 4px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontWeight: "inherit",
    },
  },
  tick: { display: "grid", gridTemplateColumns: "auto 1fr", gap: "4px", alignItems: "start" },
  list: { margin: 0, paddingLeft: "18px", display: "grid", rowGap: "4px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

const units: readonly MoneyUnit[] = ["元", "千元", "万元", "百万元", "亿元"];

/** Chooses a list, and shows every cell that it would fill in before anything is written. */
export function LedgerPanel({ preview }: { readonly preview: LedgerPreview | null }) {
  const styles = useStyles();
  const send = useSend();
  const open = async (file: File) => {
    const source = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), unit: null };
    send({ kind: "readLedger", source });
  };
  return (
    <div className={styles.box}>
      <p className={styles.hint}>
        选一份导出的项目清单（.xlsx），按项目编码、没有编码的按名称，填入这个工作簿里各张项目自评表的年初预算数、全年预算数和全年执行数。已经填了的不动。
      </p>
      <div className={styles.file}>
        <FileInput
          label="打开台账"
          accept="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,.xlsx"
          open={open}
        />
      </div>
      {preview !== null && <Preview key={preview.source.name} preview={preview} />}
    </div>
  );
}

function Preview({ preview }: { readonly preview: LedgerPreview }) {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const title = useTitleFocus(true, preview.source.name);
  const [leave, setLeave] = useState<readonly string[]>([]);
  const { source, asksUnit, forms, notes } = preview;
  const wanted = forms.flatMap(({ fills }) => fills.filter(({ state }) => state === "fill"));
  const count = wanted.filter(({ at }) => !leave.includes(cellKey(at))).length;
  const toggle = (key: string) => {
    setLeave(leave.includes(key) ? leave.filter((one) => one !== key) : [...leave, key]);
  };
  return (
    <section className={styles.box} aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} ref={title} tabIndex={-1} className={styles.title}>
        台账“{source.name}”要填的各格
      </h2>
      {asksUnit && (
        <Choice
          label="台账没有写金额单位，是"
          value={source.unit ?? ""}
          options={[["", "请选择"], ...units.map((unit) => [unit, unit] as const)]}
          onPick={(unit) => {
            const known = units.find((one) => one === unit) ?? null;
            send({ kind: "readLedger", source: { ...source, unit: known } });
          }}
        />
      )}
      {forms.map((form) => (
        <OneForm key={form.sheet} form={form} leave={leave} toggle={toggle} />
      ))}
      {notes.length > 0 && (
        <ul className={styles.list}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <SendButton
          appearance="primary"
          waits
          disabledFocusable={count === 0}
          intent={{ kind: "fillLedger", preview, leave }}
        >
          {count === 0 ? "没有要填的" : `填入${count}格`}
        </SendButton>
        <SendButton intent={{ kind: "closeLedger" }}>取消</SendButton>
      </div>
    </section>
  );
}

interface OneFormProps {
  readonly form: FormFill;
  readonly leave: readonly string[];
  readonly toggle: (key: string) => void;
}

function OneForm({ form: { sheet, project, rows, fills, notes }, leave, toggle }: OneFormProps) {
  const styles = useStyles();
  const wanted = fills.filter(({ state }) => state === "fill");
  const left = fills.filter(({ state }) => state === "left");
  const same = fills.length - wanted.length - left.length;
  const from = rows.map(({ row }) => `第${row}行`).join("、");
  const caption = `${sheet}：${project}${from === "" ? "" : `（台账${from}）`}`;
  return (
    <div>
      {wanted.length === 0 ? (
        <p className={styles.words}>
          <b>{caption}</b> 没有要填的格。
        </p>
      ) : (
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {["填入", "现在", "填为", "台账"].map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {wanted.map((fill) => (
              <FillRow
                key={cellKey(fill.at)}
                fill={fill}
                isLeft={leave.includes(cellKey(fill.at))}
                toggle={toggle}
              />
            ))}
          </tbody>
        </table>
      )}
      {same > 0 && <p className={styles.hint}>另有{same}格已是台账的数。</p>}
      {left.length + notes.length > 0 && (
        <ul className={styles.list}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          {left.map((fill) => (
            <li key={cellKey(fill.at)}>
              <CellLink at={fill.at} /> {fill.label}：{sayFill(fill)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FillRow(props: {
  readonly fill: LedgerFill;
  readonly isLeft: boolean;
  readonly toggle: (key: string) => void;
}) {
  const styles = useStyles();
  const { at, label, old, value, from } = props.fill;
  return (
    <tr>
      <th scope="row">
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={!props.isLeft}
            onChange={() => {
              props.toggle(cellKey(at));
            }}
          />
          <span>{label}</span>
        </label>
        <CellLink at={at} />
      </th>
      <td>{old === "" ? "空白" : old}</td>
      <td>{value}</td>
      <td title={from.title}>{a1(from.at)}</td>
    </tr>
  );
}
