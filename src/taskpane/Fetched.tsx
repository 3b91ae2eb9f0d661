import { Button } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";

/** By their loaders: the parts that have come. Whoever goes back to one finds it in the same moment, with the keyboard. */
const fetched = new WeakMap<object, object>();

/** Fetches a part before it is wanted. */
export async function fetchAhead(load: () => Promise<object>): Promise<void> {
  const code = await load().catch(() => null);
  if (code !== null) fetched.set(load, code);
}

/** A part of the page that is rarely wanted: its code is fetched when it is first drawn. */
export function Fetched<T extends object>(props: {
  /** Always the same function. */
  readonly load: () => Promise<T>;
  readonly children: (code: T) => ReactNode;
}) {
  const { load, children } = props;
  const [code, setCode] = useState<T | null>(() => (fetched.get(load) as T | undefined) ?? null);
  // Whoever presses 重试 tries once more.
  const [tries, setTries] = useState(1);
  const [failed, setFailed] = useState(0);
  useEffect(() => {
    if (fetched.has(load)) return;
    load().then(
      (loaded) => {
        fetched.set(load, loaded);
        setCode(loaded);
      },
      () => {
        setFailed(tries);
      },
    );
  }, [load, tries]);
  if (code !== null) return children(code);
  if (failed < tries) return <p role="status">正在打开…</p>;
  return (
    <p role="alert">
      这一部分没有取到，请检查网络后重试。{" "}
      <Button
        size="small"
        onClick={() => {
          setTries(tries + 1);
        }}
      >
        重试
      </Button>
    </p>
  );
}
