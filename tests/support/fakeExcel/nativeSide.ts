/** What Excel on Windows puts into a page before any of its scripts run: window.external, and the bridge of the
 * client library. Serialised into the page by Playwright, so it uses nothing from outside. */
export function nativeSide(): void {
  interface Native {
    readonly toHost: (json: string) => Promise<string>;
    readonly commandCompleted: (id: string) => void;
    onCommand: ((args: unknown) => void) | null;
  }
  const page = globalThis as unknown as Record<string, unknown>;
  const list = (items: readonly unknown[]) => ({ toArray: () => items });
  const native: Native = {
    toHost: page["jxToHost"] as Native["toHost"],
    commandCompleted: page["jxCommandCompleted"] as Native["commandCompleted"],
    onCommand: null,
  };
  const bridge = {
    onMessageFromHost: (() => undefined) as (json: string) => void,
    sendMessageToHost: (json: string): void => {
      void native.toHost(json).then((answer) => {
        bridge.onMessageFromHost(answer);
      });
    },
  };
  page["_richApiNativeBridge"] = bridge;
  page["jxNative"] = {
    press: (id: string, name: string) => {
      native.onCommand?.(list([id, name, JSON.stringify({ source: { id } })]));
    },
    fromHost: (json: string) => {
      bridge.onMessageFromHost(json);
    },
    listens: () => native.onCommand !== null,
  };
  const sets = {
    ExcelApi: "1.13",
    SharedRuntime: "1.1",
    CustomFunctionsRuntime: "1.3",
    AddinCommands: "1.1",
  };
  const context = {
    GetAppType: () => 1,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => "zh-CN",
    GetAppDataLocale: () => "zh-CN",
    GetDocUrl: () => "C:\\自评表.xlsx",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionRef: () => "63453f11-df4a-46b6-9a7b-21c49d25d3c9",
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetHostFullVersion: () => "16.0.14332.20011",
    GetOfficeThemeInfo: () => null,
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
  };
  const external = {
    GetHostInfo: () => "_host_Info=Excel$Win32$16.01$zh-CN",
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (id: number, parameters: unknown, done: (answer: unknown) => void) => {
      // 94: a ribbon command has completed.
      if (id === 94) native.commandCompleted(String((parameters as unknown[])[0]));
      done(list([0, null]));
    },
    RegisterEvent: (
      id: number,
      _target: string,
      handler: (id: number, args: unknown) => void,
      done: (answer: unknown) => void,
    ) => {
      // 39: a ribbon command.
      if (id === 39) {
        native.onCommand = (args) => {
          handler(39, args);
        };
      }
      done(list([0]));
    },
    UnregisterEvent: (_id: number, _target: string, done: (answer: unknown) => void) => {
      done(list([0]));
    },
  };
  Object.defineProperty(page, "external", { value: external, configurable: true });
}
