/**
 * What can go wrong with a call to the Partner API: one class per failure, so that callers match on the class and on
 * upstream's number, never on text. No message holds a URL, a key, a token or anything that upstream said.
 */
export abstract class UpstreamError extends Error {
  /**
   * Whether upstream may have carried the call out in spite of the failure. `false` only where that is certain: the
   * request never left, or upstream said no.
   */
  abstract readonly mayHaveActed: boolean;
  /** Whether the same call may succeed later, nothing else being changed. */
  abstract readonly retryable: boolean;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Upstream understood the call and said no, with a number of its own (the error table of the manual). */
export class UpstreamRefused extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = false;

  /** @param upstreamCode the number in `error.code`, e.g. 20052; @param status the HTTP status it came with. */
  constructor(
    readonly upstreamCode: number,
    readonly status: number,
  ) {
    super(`The Partner API refused the call with code ${upstreamCode}.`);
  }
}

/** 404 without a number of its own: upstream knows no such event (or no such endpoint). */
export class UpstreamNotFound extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = false;

  constructor() {
    super('The Partner API knows no such thing.');
  }
}

/** 429: the partner's quota is used up. */
export class UpstreamThrottled extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = true;

  /** @param retryAfterSeconds what upstream's headers say, or null where they say nothing. */
  constructor(readonly retryAfterSeconds: number | null) {
    super('The Partner API refused the call: the quota is used up.');
  }
}

/** 401 or 403 from the gate in front of the API, also with a token just fetched: key or secret are wrong. */
export class UpstreamUnauthorized extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = false;

  /** @param forbidsCall whether key and token were taken and this one call was forbidden: 403, "not enabled". */
  constructor(readonly forbidsCall = false) {
    super("The Partner API does not accept this gateway's credentials.");
  }
}

/** No answer inside the time allowed. */
export class UpstreamTimeout extends UpstreamError {
  readonly retryable = true;

  constructor(readonly mayHaveActed: boolean) {
    super('The Partner API did not answer in time.');
  }
}

/** The connection failed or broke, or a server on the way answered 5xx. */
export class UpstreamUnavailable extends UpstreamError {
  readonly retryable = true;

  /** @param upstreamCode the number in the answer, if it had one (502, 504, …). */
  constructor(
    readonly mayHaveActed: boolean,
    readonly upstreamCode: number | null = null,
    options?: ErrorOptions,
  ) {
    super('The Partner API is not available.', options);
  }
}

/** An answer that makes no sense: HTML where JSON belongs, nothing at all, half a body, a body too large. */
export class UpstreamNonsense extends UpstreamError {
  readonly mayHaveActed = true;
  readonly retryable = true;

  /** @param what what was wrong with the answer, in our own words. */
  constructor(what: string, options?: ErrorOptions) {
    super(`The Partner API gave an answer that makes no sense: ${what}.`, options);
  }
}

/** This gateway has as many calls waiting as it allows itself; nothing was sent. */
export class UpstreamQueueFull extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = true;

  constructor() {
    super('Too many calls to the Partner API are waiting already.');
  }
}
