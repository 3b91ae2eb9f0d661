/** Writes the command line into a folder. Resolves to the files that went in, relative to the repository. */
export function bundleCli(outdir: string): Promise<readonly string[]>;
