/** How many elements of arrays are walked over, and how often a text is searched, while this is done. */
export function countedSteps(work: () => void): number {
  let steps = 0;
  const undo: (() => void)[] = [];
  const count = (owner: object, name: string, cost: (self: unknown, made: unknown) => number): void => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const own = descriptor?.value as (...given: readonly unknown[]) => unknown;
    Object.defineProperty(owner, name, {
      ...descriptor,
      value(this: unknown, ...given: readonly unknown[]) {
        const made: unknown = Reflect.apply(own, this, given);
        steps += cost(this, made);
        return made;
      },
    });
    undo.push(() => Object.defineProperty(owner, name, descriptor ?? {}));
  };
  const length = (self: unknown): number => 1 + (self as ArrayLike<unknown>).length;
  for (const name of walks) count(Array.prototype, name, length);
  count(Array.prototype, "slice", (_, made) => length(made));
  for (const name of searches) count(String.prototype, name, length);
  count(RegExp.prototype, "exec", () => 1);
  count(RegExp.prototype, "test", () => 1);
  try {
    work();
  } finally {
    for (const one of undo) one();
  }
  return steps;
}

const walks = [
  ...["map", "flatMap", "filter", "some", "every", "find", "findIndex", "indexOf", "includes"],
  ...["lastIndexOf", "reduce", "join", "sort", "entries"],
];
const searches = ["replace", "replaceAll", "split", "search", "includes", "normalize"];
