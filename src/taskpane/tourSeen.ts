const storage = "jx-tour";

/** Whether somebody has begun the first tour in this browser. Where nothing may be kept, nobody has. */
export function isTourSeen(): boolean {
  try {
    return localStorage.getItem(storage) !== null;
  } catch {
    return false;
  }
}

/** Keeps that it was begun, where that is allowed. */
export function keepTourSeen(): void {
  try {
    localStorage.setItem(storage, "seen");
  } catch {
    // It is offered the next time, too.
  }
}
