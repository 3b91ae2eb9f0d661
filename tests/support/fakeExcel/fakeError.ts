/** A refusal with Excel's own error code. */
export class FakeError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = "",
  ) {
    super(message);
  }
}
