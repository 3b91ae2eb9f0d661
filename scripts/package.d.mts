/** One module of the bundler's account; joined modules hold the others. */
export interface StatsModule {
  readonly nameForCondition?: string | null;
  readonly modules?: readonly StatsModule[];
}

export interface MadePackage {
  readonly folder: string;
  readonly zip: string;
  /** Relative paths, in order. */
  readonly files: readonly string[];
  /** The command line: a folder of its own, which needs Node and nothing else. */
  readonly cli: { readonly folder: string; readonly zip: string; readonly files: readonly string[] };
  readonly stats: { readonly modules?: readonly StatsModule[] };
}

/** Builds for one address and writes folder and zip. @throws Error in Chinese for an address that cannot work. */
export function makePackage(options: { readonly url: string; readonly out?: string }): Promise<MadePackage>;

export function checkedUrl(text: string | undefined): string;

export function manifestVersion(version: string): string;
