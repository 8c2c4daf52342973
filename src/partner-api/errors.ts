import { type RefusalReason, reasonOf } from './refusal-reasons';

/**
 * A failed call to the Partner API. There is one class per kind of failure: callers match on the class and on `reason`,
 * never on text. No message holds a URL, a key, a token or text of upstream's.
 */
export abstract class UpstreamError extends Error {
  /**
   * Whether upstream may have carried out the call in spite of the failure. `false` only where it certainly did not: the
   * request never left this process, or upstream refused it.
   */
  abstract readonly mayHaveActed: boolean;
  /** Whether the same call may succeed later, unchanged. */
  abstract readonly retryable: boolean;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Upstream understood the call and refused it, with a number of its own. Callers match on `reason`. */
export class UpstreamRefused extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = false;
  readonly reason: RefusalReason;

  /**
   * @param upstreamCode the number in `error.code`, e.g. 20052; the HTTP status where there is none.
   * @param status the HTTP status that it came with.
   */
  constructor(
    readonly upstreamCode: number,
    readonly status: number,
  ) {
    super(`The Partner API refused the call with code ${upstreamCode}.`);
    this.reason = reasonOf(upstreamCode);
  }
}

/** 404 without a number of its own: upstream knows no such event, or no such endpoint. */
export class UpstreamNotFound extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = false;

  constructor() {
    super('The Partner API knows no such thing.');
  }
}

/** The partner's quota is exhausted for now: the call found no turn in time, or the day's amount is used. */
export class UpstreamThrottled extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = true;

  /** @param retryAfterSeconds when there should be a turn for the call; null where nothing says so. */
  constructor(readonly retryAfterSeconds: number | null) {
    super('The quota for calls to the Partner API is exhausted for now.');
  }
}

/**
 * The gate refused a call that had its turn, for the rate. "The gate refuses before the API sees the call": it was not
 * carried out, and its caller may take another turn and send it again.
 */
export class UpstreamOverRate extends UpstreamThrottled {
  constructor() {
    super(null);
  }
}

/** 429 of the API itself, behind the gate: the partner has as many simultaneous reservations as it may have. */
export class UpstreamReservationsFull extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = true;

  constructor() {
    super('The Partner API refused the call: the partner has too many simultaneous reservations.');
  }
}

/** 401 or 403 from the gate in front of the API, with a token that was just fetched: key or secret are wrong. */
export class UpstreamUnauthorized extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = false;

  /** @param forbidsCall true where key and token were accepted and this call was forbidden: 403, "not enabled". */
  constructor(readonly forbidsCall = false) {
    super("The Partner API does not accept this gateway's credentials.");
  }
}

/** No response within the time allowed. */
export class UpstreamTimeout extends UpstreamError {
  readonly retryable = true;

  constructor(readonly mayHaveActed: boolean) {
    super('The Partner API did not respond in time.');
  }
}

/** The connection failed or broke, or a server on the way responded with 5xx. */
export class UpstreamUnavailable extends UpstreamError {
  readonly retryable = true;

  /** @param upstreamCode the number in the response (502, 504, …); null where it has none. */
  constructor(
    readonly mayHaveActed: boolean,
    readonly upstreamCode: number | null = null,
    options?: ErrorOptions,
  ) {
    super('The Partner API is not available.', options);
  }
}

/** Upstream has not answered for a while. The call was not sent: it would only have waited for its time-out. */
export class UpstreamDown extends UpstreamUnavailable {
  /** @param retryAfterSeconds when to try again. */
  constructor(readonly retryAfterSeconds: number) {
    super(false);
  }
}

/** A response that makes no sense: HTML instead of JSON, an empty body, half a body, a body too large. */
export class UpstreamNonsense extends UpstreamError {
  readonly mayHaveActed: boolean;
  readonly retryable = true;

  /**
   * @param what what is wrong with the response. Never text of upstream's.
   * @param options `mayHaveActed` is false where the response was to an earlier call, and this call was never sent.
   */
  constructor(what: string, { mayHaveActed = true }: { readonly mayHaveActed?: boolean } = {}) {
    super(`The Partner API sent a response that makes no sense: ${what}.`);
    this.mayHaveActed = mayHaveActed;
  }
}

/** The edition of the Partner API that is called has no such thing. Nothing was sent. */
export class EditionLacks extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = false;

  /**
   * @param what what it lacks, for developers, as an object of "has no …".
   * @param field the path of the input that asks for it.
   */
  constructor(
    readonly what: string,
    readonly field: string,
  ) {
    super(`The edition of the Partner API that this gateway calls has no ${what}.`);
  }
}

/** As many requests wait for a socket as are allowed to; nothing was sent. */
export class UpstreamQueueFull extends UpstreamError {
  readonly mayHaveActed = false;
  readonly retryable = true;

  constructor() {
    super('Too many calls to the Partner API are waiting already.');
  }
}
