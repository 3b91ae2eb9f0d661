export function cachingOf(path: string): "forever" | "revalidate";
export function typesOf(path: string): readonly string[];
export function webConfig(paths: readonly string[]): string;
export function nginxConfig(url: string): string;
