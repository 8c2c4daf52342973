import { randomInt } from 'node:crypto';
import type { Agenda } from './agenda';
import { json, notFound, Refusal, refusal, type Answer } from './answers';

/** How long a finished call can still be asked for. */
const KEPT_MS = 600_000;
/** URLs of one call that still answer; more than any client that waits as told will ever see. */
const URLS_PER_OPERATION = 100;

/** What a finished call answers to a poll at `nowMs`. */
export type Outcome = (nowMs: number) => Answer;

/** What `work` answers; for a call that polls, a refusal is an outcome as well. */
export function orRefusal(work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return () => error.answer;
  }
}

/** A call that polls. */
export interface Operation {
  /** The original call's path and method, as polling URLs spell them: `cart/tickets/PUT`. */
  readonly call: string;
  readonly cartId: string;
  outcome: Outcome | null;
  /** The opaque parts of the URLs that it gave out, oldest first. */
  readonly urls: string[];
}

/** What to do with a call that polls. */
export interface PolledCall {
  call: string;
  cartId: string;
  /** How many waits it takes at least. */
  depth: number;
  /** Asked at the end of each further wait: whether it may complete now. */
  ready: () => boolean;
  /** Does the work, at `nowMs`. */
  complete: (nowMs: number) => Outcome;
}

/**
 * Calls that answer 202 first and complete later ("Polling"): on their own and by the clock, read or not. The n-th
 * wait is over at the time of asking plus n waits. Each 202 names a new URL; the older ones keep answering for the same
 * call, so that an answer that got lost can be asked for again.
 */
export class Polling {
  private readonly operations = new Map<string, { operation: Operation; dueMs: number }>();

  constructor(
    private readonly agenda: Agenda,
    private readonly options: { apiKey: string; waitSeconds: number; baseUrl: () => string },
  ) {}

  /** Starts a call at `nowMs`. */
  start({ call, cartId, depth, ready, complete }: PolledCall, nowMs: number): Operation {
    const operation: Operation = { call, cartId, outcome: null, urls: [] };
    // A wait of 0 would put the same moment on the agenda for ever.
    const waitMs = Math.max(1, this.options.waitSeconds * 1000);
    const waitFrom = (fromMs: number, waits: number) =>
      this.agenda.at(fromMs + waits * waitMs, (dueMs) => {
        if (!ready()) {
          waitFrom(dueMs, 1);
          return;
        }
        operation.outcome = complete(dueMs);
        this.agenda.at(dueMs + KEPT_MS, () => this.forget(operation.urls));
      });
    waitFrom(nowMs, Math.max(1, depth));
    return operation;
  }

  /** 202 with a new URL, which is due after the usual wait or, for a client that came early, at `dueMs` as before. */
  accepted(operation: Operation, nowMs: number, dueMs?: number): Answer {
    const { apiKey, waitSeconds, baseUrl } = this.options;
    const opaque = opaqueDigits();
    this.operations.set(opaque, { operation, dueMs: dueMs ?? nowMs + waitSeconds * 1000 });
    operation.urls.push(opaque);
    this.forget(operation.urls.splice(0, operation.urls.length - URLS_PER_OPERATION));
    const query = `apikey=${encodeURIComponent(apiKey)}&cart_id=${encodeURIComponent(operation.cartId)}`;
    return json(202, {
      polling_url: `${baseUrl()}/polling/${operation.call}/${opaque}?${query}`,
      wait: dueMs === undefined ? waitSeconds : Math.ceil((dueMs - nowMs) / 100) / 10,
    });
  }

  /**
   * Answers a polling URL. `earlyByMs` is above 0 when its wait was not over, and then the answer is 202 whatever
   * became of the call.
   * @throws Refusal 404 for an unknown or forgotten URL, 90003 when `cartId` is not the URL's own.
   */
  poll(
    call: string,
    opaque: string,
    cartId: string | null,
    nowMs: number,
  ): { answer: Answer; earlyByMs: number } {
    const known = this.operations.get(opaque);
    if (known?.operation.call !== call) throw notFound('polling URL');
    const { operation, dueMs } = known;
    if (operation.cartId !== cartId) throw refusal(90003);
    const earlyByMs = dueMs - nowMs - EARLY_TOLERANCE_MS;
    if (earlyByMs > 0) return { answer: this.accepted(operation, nowMs, dueMs), earlyByMs };
    const answer = operation.outcome?.(nowMs) ?? this.accepted(operation, nowMs);
    return { answer, earlyByMs: 0 };
  }

  private forget(urls: readonly string[]): void {
    for (const opaque of urls) this.operations.delete(opaque);
  }
}

/** Timers and clocks of two machines never agree to the millisecond. */
const EARLY_TOLERANCE_MS = 5;

function opaqueDigits(): string {
  return Array.from({ length: 4 }, () => String(randomInt(2 ** 40)).padStart(13, '0')).join('');
}
