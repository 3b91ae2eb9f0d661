import type { Chosen } from "./choices";
import type { Interval } from "./interval";
import type { Measure } from "./measure";

/** Something that holds or does not. */
export type Condition =
  /** Every answer is 是; one 否 decides. */
  | {
      readonly of: "yes";
      readonly name: string;
      readonly answers: readonly ({ readonly key: string } & Said)[];
    }
  /** Every count is 0; of `whole` things, where that is asked. */
  | ({
      readonly of: "none";
      readonly name: string;
      readonly counts: readonly string[];
      readonly whole?: string;
      readonly zeroWhole?: Chosen<"notApplicable" | "ask">;
      /** Key of the answer that may stand in for the counts. */
      readonly standIn?: string;
      /** Said with how many there are, in place of the count's label: 部门预算公开检查发现问题（2个）. */
      readonly counted?: string;
    } & Said)
  /** One amount is at most the other. */
  | ({
      readonly of: "atMost";
      readonly name: string;
      readonly actual: string;
      readonly limit: string;
      readonly standIn: string;
    } & Said)
  /** The measure lies in a stretch: 100%公开. standIn: key of the answer that may stand in for the figures. */
  | ({
      readonly of: "within";
      readonly measure: Measure;
      readonly interval: Interval;
      readonly standIn?: string;
    } & Partial<Said>)
  /** So many days at most from one date to the other; said: "部门预算批复后{days}日公开". */
  | ({
      readonly of: "days";
      readonly from: string;
      readonly to: string;
      /** Key of the answer that may stand in for the two dates. */
      readonly standIn?: string;
      readonly atMost: number;
      readonly said: string;
      readonly early: string;
    } & Partial<Said>)
  /** An answer that is this very word; a blank is not. */
  | { readonly of: "says"; readonly key: string; readonly word: string; readonly said: string }
  | { readonly of: "any" | "all"; readonly conditions: readonly Condition[] };

/** What is said where the condition holds, and where it does not. */
export interface Said {
  /** 满足什么: "已建立政府采购内部控制管理制度". */
  readonly met: string;
  readonly missed: string;
}
