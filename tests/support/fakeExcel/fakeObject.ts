/** An object of the host's object model, as far as the adapter uses it. Names as in the protocol: Pascal case.
 * A member that is not listed does not exist for the client. */
export interface FakeObject {
  readonly type: string;
  readonly read?: Readonly<Record<string, () => unknown>>;
  readonly write?: Readonly<Record<string, (value: unknown) => void>>;
  /** Navigation properties. */
  readonly parts?: Readonly<Record<string, () => FakeObject | null>>;
  /** Methods and indexers that give an object. */
  readonly gives?: Readonly<Record<string, (...args: readonly unknown[]) => FakeObject | null>>;
  /** Methods that do something or give plain data. */
  readonly does?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** Of a collection. */
  readonly items?: () => readonly FakeObject[];
  /** False once the thing behind it was deleted. */
  readonly alive?: () => boolean;
}
