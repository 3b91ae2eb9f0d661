export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly type: string;
      readonly description?: string;
    }[];
  }[];
  readonly [member: string]: unknown;
}

export function enrich(metadata: FunctionsMetadata, helpBase: string): FunctionsMetadata;
