import { randomInt } from 'node:crypto';
import type { EditionRules } from '../editions';
import { notFound, refusal } from '../server/refusal';
import { json, type Reply } from '../server/reply';
import type { Schedule } from '../time/schedule';
import type { Operation, Outcome } from './operation';

/** How long the outcome of a completed call can still be read. */
const KEPT_MS = 600_000;
/** How many polling URLs of one call stay valid; a client that respects `wait` never sees as many. */
const URLS_PER_OPERATION = 100;
/** Timers and clocks of two machines never agree to the millisecond. */
const EARLY_TOLERANCE_MS = 5;

/** A call that is to poll. */
export interface PolledCall {
  call: string;
  cartId: string;
  /** The least number of waits. */
  depth: number;
  /** Checked at the end of each wait after that: whether the call may complete now. */
  ready: () => boolean;
  /** Carries out the call at `nowMs`. */
  complete: (nowMs: number) => Outcome;
}

/**
 * Calls that reply 202 first and complete later ("Polling"): by the clock and on their own, read or not. The n-th wait
 * ends n waits after the call. Each 202 contains a new URL. Older URLs keep working for the same call, so that a
 * client can ask again after a lost response.
 */
export class Polling {
  private readonly operations = new Map<string, { operation: Operation; dueMs: number }>();

  constructor(
    private readonly schedule: Schedule,
    private readonly options: { apiKey: string; waitSeconds: number; baseUrl: () => string },
    private readonly edition: EditionRules,
  ) {}

  /** Starts a call at `nowMs`. */
  start({ call, cartId, depth, ready, complete }: PolledCall, nowMs: number): Operation {
    const operation: Operation = { call, cartId, outcome: null, urls: [] };
    // With a wait of 0, a call that is not ready would be scheduled for the same moment forever.
    const waitMs = Math.max(1, this.options.waitSeconds * 1000);
    const waitFrom = (fromMs: number, waits: number) =>
      this.schedule.at(fromMs + waits * waitMs, (dueMs) => {
        if (!ready()) {
          waitFrom(dueMs, 1);
          return;
        }
        operation.outcome = complete(dueMs);
        this.schedule.at(dueMs + KEPT_MS, () => this.forget(operation.urls));
      });
    waitFrom(nowMs, Math.max(1, depth));
    return operation;
  }

  /** 202 with a new URL. It is due after the usual wait or, when a client polled early, at `dueMs` as before. */
  accepted(operation: Operation, nowMs: number, dueMs?: number): Reply {
    const { apiKey, waitSeconds, baseUrl } = this.options;
    const opaque = opaqueDigits();
    this.operations.set(opaque, { operation, dueMs: dueMs ?? nowMs + waitSeconds * 1000 });
    operation.urls.push(opaque);
    this.forget(operation.urls.splice(0, operation.urls.length - URLS_PER_OPERATION));
    const { pollingAddress, repeatsCartId } = this.edition;
    const { call, cartId } = operation;
    return json(202, {
      polling_url: baseUrl() + pollingAddress({ call, opaque, apiKey, cartId }),
      wait: dueMs === undefined ? waitSeconds : Math.ceil((dueMs - nowMs) / 100) / 10,
      ...(repeatsCartId && { cart_id: cartId }),
    });
  }

  /**
   * Replies to a poll. `earlyByMs` is above 0 if its wait was not over; then the reply is 202 even if the call has
   * completed.
   * @param call the original call, as the URL states it; null if the edition's URLs do not.
   * @throws Refusal 404 for an unknown or expired URL, 90003 if `cartId` is not the one in the URL.
   */
  poll(
    call: string | null,
    opaque: string,
    cartId: string | null,
    nowMs: number,
  ): { reply: Reply; earlyByMs: number } {
    const known = this.operations.get(opaque);
    if (known === undefined || (call !== null && known.operation.call !== call))
      throw notFound('polling URL');
    const { operation, dueMs } = known;
    if (operation.cartId !== cartId) throw refusal(90003);
    const earlyByMs = dueMs - nowMs - EARLY_TOLERANCE_MS;
    if (earlyByMs > 0) return { reply: this.accepted(operation, nowMs, dueMs), earlyByMs };
    const reply = operation.outcome?.(nowMs) ?? this.accepted(operation, nowMs);
    return { reply, earlyByMs: 0 };
  }

  private forget(urls: readonly string[]): void {
    for (const opaque of urls) this.operations.delete(opaque);
  }
}

function opaqueDigits(): string {
  return Array.from({ length: 4 }, () => String(randomInt(2 ** 40)).padStart(13, '0')).join('');
}
