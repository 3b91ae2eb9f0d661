import type { FakeBook } from "./fakeBook";
import { FakeError } from "./fakeError";
import type { FakeObject } from "./fakeObject";
import { workbookObject } from "./workbookObject";

/** One request that reached the host. */
export interface SeenRequest {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly actions: number;
  /** The client giving back objects after Excel.run: nobody waits for it. */
  readonly cleanup: boolean;
}

/** An error put into a request: before any of it, or after so many of its actions. */
export interface Fault {
  readonly code: string;
  readonly after: number;
}

export interface FakeHost {
  readonly book: FakeBook;
  readonly seen: readonly SeenRequest[];
  /** Round trips that somebody waited for. */
  readonly trips: () => number;
  readonly forget: () => void;
  /** Asked before each request but cleanups, with its number from 0 since forget() and its count of actions. */
  fault: ((request: number, actions: number) => Fault | null) | null;
  /** Called before each request but cleanups: what a user does meanwhile. */
  meanwhile: ((request: number) => void) | null;
  /** Whether a failed request tells which of its trace messages were reached. */
  tellsTraces: boolean;
  /** As on the web: larger requests and answers are refused. */
  limitBytes: number;
  /** Milliseconds until an answer reaches the client. */
  latency: number;
  /** The message of the bridge in, the answer out. */
  readonly answer: (json: string) => string;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Answers the client library's requests from a small workbook, and refuses what it does not know. */
export function fakeHost(book: FakeBook): FakeHost {
  const root = workbookObject(book);
  const byReference = new Map<string, FakeObject>();
  const seen: SeenRequest[] = [];
  let references = 0;

  const host: FakeHost = {
    book,
    seen,
    trips: () => seen.filter(({ cleanup }) => !cleanup).length,
    forget: () => {
      seen.length = 0;
    },
    fault: null,
    meanwhile: null,
    tellsTraces: true,
    limitBytes: 5_000_000,
    latency: 0,
    answer: (json) => {
      const { id, message } = JSON.parse(json) as { id: number; message: { body: RequestBody } };
      const bytesIn = Buffer.byteLength(json);
      const cleanup = isCleanup(message.body);
      const number = host.trips();
      if (!cleanup) host.meanwhile?.(number);
      const fault = cleanup ? null : (host.fault?.(number, message.body.Actions.length) ?? null);
      const body = bytesIn > host.limitBytes ? tooLarge("Request") : processed(message.body, fault);
      const answer = JSON.stringify({ id, type: 1, message: { statusCode: 200, headers: {}, body } });
      const bytesOut = Buffer.byteLength(answer);
      seen.push({ bytesIn, bytesOut, actions: message.body.Actions.length, cleanup });
      if (bytesOut <= host.limitBytes) return answer;
      return JSON.stringify({
        id,
        type: 1,
        message: { statusCode: 200, headers: {}, body: tooLarge("Response") },
      });
    },
  };
  return host;

  function processed(request: RequestBody, fault: Fault | null): unknown {
    const objects = new Map<number, FakeObject | null>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const TraceIds: number[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (fault !== null && index === fault.after) throw new FakeError(fault.code, "injected");
        results.push({ ActionId: action.Id, Value: performed(action, request, objects) });
        if (action.ActionType === 5) TraceIds.push(action.Id);
      } catch (error) {
        book.calculate?.(book);
        const known = error instanceof FakeError ? error : new FakeError("GeneralException", String(error));
        const at = { Message: known.message, Location: known.location, ActionIndex: index };
        const traces = host.tellsTraces ? { TraceIds } : {};
        return { Results: results, ...traces, Error: { Code: known.code, ...at } };
      }
    }
    book.calculate?.(book);
    return { Results: results };
  }

  function performed(action: Action, request: RequestBody, objects: Map<number, FakeObject | null>): unknown {
    if (action.ActionType === 5) return null;
    const object = resolved(action.ObjectPathId, request, objects);
    const args = action.ArgumentInfo?.Arguments ?? [];
    if (action.Name === "_KeepReference" || action.Name === "_RemoveReference") return null;
    if (action.ActionType === 1) return object === null ? null : { _ReferenceId: referenceOf(object) };
    if (action.ActionType === 2) {
      return object === null ? null : loaded(object, action.QueryInfo?.Select ?? []);
    }
    if (object === null) throw new FakeError("ItemNotFound", `${action.Name} of nothing`);
    const location = `${object.type}.${action.Name.charAt(0).toLowerCase()}${action.Name.slice(1)}`;
    const member = action.ActionType === 3 ? object.does?.[action.Name] : object.write?.[action.Name];
    if (member === undefined) throw new FakeError("ApiNotFound", `no ${location}`, location);
    return located(location, () => member(...args)) ?? null;
  }

  function resolved(
    id: number,
    request: RequestBody,
    objects: Map<number, FakeObject | null>,
  ): FakeObject | null {
    const known = objects.get(id);
    if (known !== undefined) return living(known);
    const path = request.ObjectPaths[String(id)];
    if (path === undefined) throw new FakeError("InvalidObjectPath", `path ${id}`);
    const object = living(found(path, request, objects));
    objects.set(id, object);
    return object;
  }

  function found(
    path: ObjectPath,
    request: RequestBody,
    objects: Map<number, FakeObject | null>,
  ): FakeObject | null {
    if (path.ObjectPathType === 1) return root;
    if (path.ObjectPathType === 2) return serviceObject(book, path.Name);
    if (path.ObjectPathType === 6) {
      const kept = byReference.get(path.Name);
      if (kept === undefined) throw new FakeError("InvalidReference", path.Name);
      return kept;
    }
    const parent = resolved(path.ParentObjectPathId ?? 0, request, objects);
    const name = path.ObjectPathType === 5 ? "Indexer" : path.Name;
    if (parent === null) throw new FakeError("ItemNotFound", `${name} of nothing`);
    const location = `${parent.type}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const make = path.ObjectPathType === 4 ? parent.parts?.[name] : parent.gives?.[name];
    if (make === undefined) throw new FakeError("ApiNotFound", `no ${location}`, location);
    return located(location, () => make(...(path.ArgumentInfo?.Arguments ?? [])));
  }

  function referenceOf(object: FakeObject): string {
    const id = `r${(references += 1)}`;
    byReference.set(id, object);
    return id;
  }

  /** What a load of these names gives; of a collection the names are its items'. */
  function loaded(object: FakeObject, names: readonly string[]): unknown {
    if (names.length === 0) throw new FakeError("InvalidArgument", `load of ${object.type} without names`);
    if (object.items !== undefined) {
      return {
        _Items: object.items().map((item) => ({ _ReferenceId: referenceOf(item), ...one(item, names) })),
      };
    }
    return one(object, names);
  }

  function one(object: FakeObject, names: readonly string[]): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    const nested = new Map<string, string[]>();
    for (const name of names) {
      const [first = "", ...rest] = name.split("/");
      const pascal = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
      if (rest.length > 0) {
        nested.set(pascal, [...(nested.get(pascal) ?? []), rest.join("/")]);
        continue;
      }
      const read = object.read?.[pascal];
      if (read === undefined) throw new FakeError("ApiNotFound", `no ${object.type}.${first}`);
      values[pascal] = read();
    }
    for (const [name, inner] of nested) {
      const part = object.parts?.[name];
      if (part === undefined) throw new FakeError("ApiNotFound", `no ${object.type}.${name}`);
      const child = part();
      values[name] = child === null ? null : loaded(child, inner);
    }
    return values;
  }
}

/** What office.js itself asks of its host, beside the workbook. */
function serviceObject(book: FakeBook, name: string): FakeObject {
  if (name === "Microsoft.InternalService.AddinInternalService") {
    return { type: name, does: { NotifyActionHandlerReady: () => null } };
  }
  if (name === "Microsoft.AppRuntime.AppRuntimeService") {
    const show = (state: unknown): null => {
      book.paneShown = state === "Visible";
      return null;
    };
    return { type: name, does: { SetAppRuntimeState: show } };
  }
  throw new FakeError("ApiNotFound", `no service ${name}`);
}

function living(object: FakeObject | null): FakeObject | null {
  if (object?.alive?.() === false) throw new FakeError("ItemNotFound", `${object.type} is gone`);
  return object;
}

function located<T>(location: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FakeError && error.location === "") {
      throw new FakeError(error.code, error.message, location);
    }
    throw error;
  }
}

function isCleanup({ Actions }: RequestBody): boolean {
  const methods = Actions.filter(({ ActionType }) => ActionType !== 1);
  return methods.length > 0 && methods.every(({ Name }) => Name === "_RemoveReference");
}

function tooLarge(kind: "Request" | "Response"): unknown {
  return {
    Results: [],
    Error: { Code: `${kind}PayloadSizeLimitExceeded`, Message: "too large", Location: "", ActionIndex: 0 },
  };
}
