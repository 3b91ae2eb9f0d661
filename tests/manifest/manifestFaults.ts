import { descendants, parseXml, type XmlElement } from "../support/xmlTree";

/** The rules of the add-in only manifest that Excel would refuse or silently ignore us for; no network.
 * Order and limits: office-js-docs-reference, docs/manifest. One sentence per fault. */
export function manifestFaults(source: string): readonly string[] {
  let root: XmlElement;
  try {
    root = parseXml(source);
  } catch (error) {
    return [`not well-formed: ${String(error)}`];
  }
  const comments = Array.from(source.matchAll(/<!--([\s\S]*?)-->/gu), ([, inside = ""]) => inside);
  if (comments.some((inside) => inside.includes("--"))) return ["not well-formed: -- within a comment"];
  return rules.flatMap((rule) => rule(root));
}

const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp:
    "Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides ExtendedOverrides".split(
      " ",
    ),
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "EquivalentAddins"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  ExtensionPoint: ["Script", "Page", "Metadata", "Namespace", "OfficeTab", "OfficeMenu"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

const baseParts = ["Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"];
const requiredSets = { SharedRuntime: "1.1", CustomFunctionsRuntime: "1.3", ExcelApi: "1.13" };

type Rule = (root: XmlElement) => readonly string[];

const rules: readonly Rule[] = [
  function elementOrder(root) {
    return descendants(root).flatMap((element) => {
      const wanted = order[element.name];
      if (wanted === undefined) return [];
      const places = element.children.map((child) => wanted.indexOf(child.name));
      const unknown = element.children.filter((_, at) => places[at] === -1);
      const sorted = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
      return [
        ...unknown.map((child) => `order: <${child.name}> may not stand in <${element.name}>`),
        ...(sorted ? [] : [`order: children of <${element.name}> are out of order`]),
      ];
    });
  },
  function baseComplete(root) {
    return baseParts
      .filter((name) => child(root, name) === undefined)
      .map((name) => `base: <${name}> is absent`);
  },
  function identity(root) {
    const id = child(root, "Id")?.text ?? "";
    const version = child(root, "Version")?.text ?? "";
    return [
      ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? [] : ["id: not a GUID"]),
      ...(/^\d{1,5}(\.\d{1,5}){3}$/.test(version) ? [] : ["version: not four parts"]),
    ];
  },
  function everyResid(root) {
    const ids = new Set(resources(root).map((resource) => resource.attributes.get("id") ?? ""));
    return residUses(root)
      .filter(({ resid }) => !ids.has(resid))
      .map(({ resid, on }) => `resid: ${resid} of <${on}> is not in Resources`);
  },
  function everyResourceUsed(root) {
    const used = new Set(residUses(root).map(({ resid }) => resid));
    return resources(root)
      .map((resource) => resource.attributes.get("id") ?? "")
      .filter((id) => !used.has(id))
      .map((id) => `resid: ${id} is never used`);
  },
  function residLength(root) {
    return resources(root)
      .map((resource) => resource.attributes.get("id") ?? "")
      .filter((id) => id.length === 0 || id.length > 32)
      .map((id) => `resid: ${id} must have 1 to 32 characters`);
  },
  function uniqueIds(root) {
    const ids = descendants(root)
      .filter((element) => ["Control", "Group", "String", "Url"].includes(element.name) || isImage(element))
      .map((element) => element.attributes.get("id") ?? "");
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id: ${id} stands twice`);
  },
  function oneRuntime(root) {
    const runtimes = descendants(root).filter((element) => element.name === "Runtime");
    const shared = runtimes[0]?.attributes.get("resid");
    const must = descendants(root).flatMap((element) => {
      if (element.name === "FunctionFile") return [element];
      const isPage = element.name === "Page";
      const isPane = element.name === "Action" && element.attributes.get("xsi:type") === "ShowTaskpane";
      return isPage || isPane ? element.children.filter((inner) => inner.name === "SourceLocation") : [];
    });
    return [
      ...(runtimes.length === 1 ? [] : ["runtime: exactly one <Runtime>"]),
      ...(runtimes[0]?.attributes.get("lifetime") === "long" ? [] : ["runtime: lifetime must be long"]),
      ...(must.length >= 3 ? [] : ["runtime: page, function file and pane must be there"]),
      ...must
        .filter((element) => element.attributes.get("resid") !== shared)
        .map((element) => `runtime: <${element.name}> does not use ${shared ?? "the shared page"}`),
      ...descendants(root)
        .filter((element) => element.name === "TaskpaneId")
        .map(() => "runtime: no <TaskpaneId> with a shared runtime"),
    ];
  },
  function httpsOnly(root) {
    return values(root, ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Image", "Url"])
      .filter((url) => !/^https:\/\/[^\s]{1,2040}$/.test(url))
      .map((url) => `https: ${url}`);
  },
  function textLengths(root) {
    const longer = (names: readonly string[], limit: number): readonly string[] =>
      values(root, names)
        .filter((text) => text.length === 0 || text.length > limit)
        .map((text) => `length: over ${limit} or empty: ${text.slice(0, 20)}`);
    const within = (group: string): XmlElement => ({
      name: group,
      attributes: new Map(),
      text: "",
      children: descendants(root).find((element) => element.name === group)?.children ?? [],
    });
    const strings = (group: string, limit: number): readonly string[] =>
      descendants(within(group))
        .filter((element) => element.name === "String" || element.name === "Override")
        .map((element) => element.attributes.get("DefaultValue") ?? element.attributes.get("Value") ?? "")
        .filter((text) => text.length === 0 || text.length > limit)
        .map((text) => `length: over ${limit} or empty: ${text.slice(0, 20)}`);
    return [
      ...longer(["DisplayName"], 125),
      ...(root.children.some((element) => element.name === "Description") ? longerDescription(root) : []),
      ...strings("ShortStrings", 125),
      ...strings("LongStrings", 250),
    ];
  },
  function icons(root) {
    return descendants(root)
      .filter((element) => element.name === "Icon")
      .filter((icon) => icon.children.map((image) => image.attributes.get("size")).join() !== "16,32,80")
      .map(() => "icon: sizes 16, 32 and 80 are required");
  },
  function chineseFirst(root) {
    const texts = descendants(root).filter(
      (element) =>
        (element.name === "String" && element.attributes.get("id") !== "Functions.Namespace") ||
        element.name === "DisplayName" ||
        (element.name === "Description" && element.attributes.has("DefaultValue")),
    );
    return [
      ...(child(root, "DefaultLocale")?.text === "zh-CN" ? [] : ["locale: zh-CN comes first"]),
      ...texts
        .filter((text) => !/\p{Script=Han}/u.test(text.attributes.get("DefaultValue") ?? ""))
        .map((text) => `locale: ${text.attributes.get("id") ?? text.name} is not in Chinese`),
      ...texts
        .filter((text) => !text.children.some((inner) => inner.attributes.get("Locale") === "en-US"))
        .map((text) => `locale: ${text.attributes.get("id") ?? text.name} lacks en-US`),
    ];
  },
  function requirements(root) {
    const base = child(root, "Requirements");
    const sets = base === undefined ? [] : descendants(base).filter((element) => element.name === "Set");
    const given = sets.map(
      (set) => `${set.attributes.get("Name") ?? ""} ${set.attributes.get("MinVersion") ?? ""}`,
    );
    const wanted = Object.entries(requiredSets).map(([name, version]) => `${name} ${version}`);
    return [...wanted].sort().join() === [...given].sort().join()
      ? []
      : [`requirements: ${given.join(", ")} instead of ${wanted.join(", ")}`];
  },
  function modest(root) {
    return [
      ...(child(root, "Permissions")?.text === "ReadWriteDocument"
        ? []
        : ["permission: ReadWriteDocument only"]),
      ...(child(root, "AppDomains") === undefined ? [] : ["permission: no other domain"]),
    ];
  },
  function actions(root) {
    return descendants(root)
      .filter((element) => element.name === "Action")
      .filter((action) => {
        const kind = action.attributes.get("xsi:type");
        const inner = kind === "ShowTaskpane" ? "SourceLocation" : "FunctionName";
        const known = kind === "ShowTaskpane" || kind === "ExecuteFunction";
        return !known || action.children.length !== 1 || action.children[0]?.name !== inner;
      })
      .map(() => "action: a button opens the pane or names a function");
  },
];

/** The functions that buttons call; each must be associated by src/commands. */
export function manifestFunctions(source: string): readonly string[] {
  return descendants(parseXml(source))
    .filter((element) => element.name === "FunctionName")
    .map((element) => element.text);
}

function longerDescription(root: XmlElement): readonly string[] {
  const text = child(root, "Description")?.attributes.get("DefaultValue") ?? "";
  return text.length > 0 && text.length <= 250 ? [] : ["length: Description has 1 to 250 characters"];
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((inner) => inner.name === name);
}

/** Images, urls and strings below Resources, the things that a resid can mean. */
function resources(root: XmlElement): readonly XmlElement[] {
  const found = descendants(root).find((element) => element.name === "Resources");
  return found?.children.flatMap((group) => group.children) ?? [];
}

function isImage(element: XmlElement): boolean {
  return element.name === "Image" && element.attributes.has("id");
}

function residUses(root: XmlElement): readonly { readonly resid: string; readonly on: string }[] {
  return descendants(root).flatMap((element) => {
    const resid = element.attributes.get("resid");
    return resid === undefined ? [] : [{ resid, on: element.name }];
  });
}

function values(root: XmlElement, names: readonly string[]): readonly string[] {
  return descendants(root)
    .filter((element) => names.includes(element.name))
    .flatMap((element) => element.attributes.get("DefaultValue") ?? []);
}
