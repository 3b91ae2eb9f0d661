export default function config(
  env?: Readonly<Record<string, string>>,
  argv?: { readonly mode?: string },
): { readonly plugins: readonly unknown[] };
