/** A function that works its result out once for each object, for as long as that lasts. */
export function oncePerObject<Key extends object, Result extends object | boolean>(
  compute: (key: Key) => Result,
): (key: Key) => Result {
  const known = new WeakMap<Key, Result>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = compute(key);
    known.set(key, result);
    return result;
  };
}
