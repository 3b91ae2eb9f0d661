/** Keeps what is not saved, in the background. */
interface Keeper {
  /** Something was changed: it is kept within `pause` of the first change that is not. */
  readonly changed: () => void;
  /** Now rather than later: the page may be about to go. */
  readonly flush: () => void;
  /** It was saved, or given up: nothing is to be kept any more. */
  readonly discard: () => void;
}

/** What a keeper does outside itself. Both may fail, or never come to an end. */
export interface Keeping {
  readonly keep: () => Promise<void>;
  readonly forget: () => Promise<void>;
  /** Told the first time that something could not be kept. */
  readonly failed: (error: unknown) => void;
  /** Milliseconds. */
  readonly pause: number;
  /** After so many milliseconds a store that does not answer counts as broken. */
  readonly patience: number;
}

/** One writing at a time, the latest wish next; whatever fails is said once and tried again after the next change. */
export function createKeeper({ keep, forget, failed, pause, patience }: Keeping): Keeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: "keep" | "forget" | null = null;
  let running = false;
  let said = false;

  const run = async () => {
    running = true;
    while (wanted !== null) {
      const job = wanted === "keep" ? keep : forget;
      const isKeeping = wanted === "keep";
      wanted = null;
      try {
        await within(patience, job());
      } catch (error) {
        // What could not be forgotten is offered once more; nobody has lost anything.
        if (isKeeping && !said) failed(error);
        said ||= isKeeping;
      }
    }
    running = false;
  };
  const want = (job: "keep" | "forget") => {
    clearTimeout(timer);
    timer = undefined;
    wanted = job;
    if (!running) void run();
  };

  return {
    changed: () => {
      timer ??= setTimeout(() => {
        want("keep");
      }, pause);
    },
    flush: () => {
      if (timer !== undefined) want("keep");
    },
    discard: () => {
      want("forget");
    },
  };
}

async function within(patience: number, job: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException("no answer", "TimeoutError"));
    }, patience);
  });
  try {
    await Promise.race([job, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Why nothing is kept, and what to do; in Chinese. */
export function sayNotKept(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  const why =
    name === "QuotaExceededError"
      ? "浏览器的存储空间已满"
      : name === "SecurityError" || name === "InvalidStateError" || name === "NotAllowedError"
        ? "浏览器不允许本页在本机存储"
        : "浏览器的本机存储没有响应或已损坏";
  return `没能在本机暂存未保存的内容：${why}。不影响填写和计分，请及时点“保存”。`;
}
