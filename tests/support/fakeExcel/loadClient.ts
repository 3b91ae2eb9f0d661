import { readFileSync } from "node:fs";
import vm from "node:vm";
import type { ExcelRun } from "../../../src/adapters/office/excelRun";
import type { FakeHost } from "./fakeHost";

const library = new vm.Script(
  readFileSync("node_modules/@microsoft/office-js/dist/excel-win32-16.01.js", "utf8"),
  { filename: "excel-win32-16.01.js" },
);

export interface ExcelClient {
  readonly run: ExcelRun;
  /** An event from the host, as the bridge brings it. */
  readonly raise: (type: FakeEvent, message: unknown) => void;
}

export type FakeEvent =
  "activated" | "changed" | "selectionChanged" | "calculated" | "formatChanged" | "added" | "deleted";

/** Event numbers of worksheet collections in the shipped client. */
const eventTypes: Readonly<Record<FakeEvent, number>> = {
  changed: 10,
  activated: 11,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
};
const eventCategory = 65_536;

/** Microsoft's own client library from node_modules, in a context of its own, talking to a fake host. */
export function loadClient(host: FakeHost): ExcelClient {
  const nothing = (): undefined => undefined;
  const bridge = {
    onMessageFromHost: nothing as (json: string) => void,
    sendMessageToHost: (json: string): void => {
      const answer = host.answer(json);
      setTimeout(() => {
        bridge.onMessageFromHost(answer);
      }, host.latency);
    },
  };
  const globals: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    navigator: { userAgent: "" },
    location: { href: "https://localhost/", search: "", hash: "" },
    document: {
      readyState: "loading",
      cookie: "",
      addEventListener: nothing,
      createElement: () => ({}),
      getElementsByTagName: () => [],
    },
    Office: {},
    XMLHttpRequest: nothing,
  };
  globals["window"] = globals;
  globals["self"] = globals;
  library.runInContext(vm.createContext(globals));
  const { Excel: client } = globals as unknown as { readonly Excel: typeof Excel };
  return {
    run: (batch) => client.run(batch),
    raise: (type, message) => {
      const entry = {
        messageCategory: eventCategory,
        messageType: eventTypes[type],
        targetId: "Workbook",
        message: JSON.stringify(message),
      };
      bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries: [entry] } }));
    },
  };
}
