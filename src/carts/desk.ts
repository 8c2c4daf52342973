import { createHash } from 'node:crypto';

import type { Clock } from '../clock';
import type { Caller } from '../partner-api/caller';
import type { ReserveRequest } from '../partner-api/endpoints';
import { UpstreamError } from '../partner-api/errors';
import type { PartnerEvent } from '../partner-api/event';
import type { StopSignal } from '../stop';
import type { Driver } from './driver';
import { failureOf } from './failure-of';
import {
  type Failure,
  callerThrottled,
  cartGone,
  idempotencyConflict,
  invalidInput,
  notTransactable,
  shuttingDown,
  underMaintenance,
  unknownCart,
  unknownEvent,
} from './failures';
import type { Ledger } from './ledger';
import { begin } from './lifecycle';
import type { Account, OpenCarts } from './open-carts';
import { type Progress, isSettled, progressOf } from './progress';
import type { CartRecord } from './record';
import { objectionTo } from './rules';
import type { LifecycleTimes } from './schedule';
import { cartIdOfKey, isCartId, newCartId, readToken } from './token';
import type { UpstreamCalls } from './upstream-calls';

/** The longest that an answer may wait for news. */
export const LONGEST_WAIT_SECONDS = 25;

/** What the desk has to know of events; the event catalogue tells it. */
export interface EventFacts {
  /** Null: upstream knows no such event. Throws UpstreamError. */
  find(eventId: string, caller: Caller): Promise<PartnerEvent | null>;
  /** Seconds until the maintenance of the event's host is over; null when it is not on. */
  maintenanceEndsInSeconds(event: PartnerEvent): number | null;
}

/** Who asks, in which request, and whether he still listens. */
export interface Asker {
  readonly caller: Caller;
  readonly requestId: string;
  /** Aborted when nobody waits for the answer any more. What was begun goes on all the same. */
  readonly signal: StopSignal;
}

/** Who asks for a cart, and on whose accounts it will be. */
export interface Buyer extends Asker {
  readonly accounts: readonly Account[];
}

export interface CreateOrder extends ReserveRequest {
  readonly captchaToken?: string;
  readonly idempotencyKey?: string;
}

/** A cart, named by its id or by a token of one of its operations. */
export type CartName = { readonly cartId: string } | { readonly token: string };

/** The number of the operation that every cart begins with. */
const CREATE = 0;

/**
 * What clients can ask of carts. Every method writes down what it is about to do, does it, and answers with what is
 * known; from then on the driver moves the cart. Failures are answers, not exceptions.
 */
export class Desk {
  #open = true;

  /** @param keySecret makes the carts of idempotency keys unguessable; the same in all processes. */
  constructor(
    private readonly ledger: Ledger,
    private readonly driver: Driver,
    private readonly calls: UpstreamCalls,
    private readonly openCarts: OpenCarts,
    private readonly events: EventFacts,
    private readonly times: LifecycleTimes,
    private readonly keySecret: string,
    private readonly clock: Clock,
  ) {}

  /** Takes no new carts from here on, and lets nobody wait for news any longer. */
  close(): void {
    this.#open = false;
    this.ledger.endWaiting();
  }

  /** Reserves tickets. The same idempotency key with the same order is the same cart. */
  async create(order: CreateOrder, buyer: Buyer, waitUpToSeconds: number): Promise<Progress> {
    const waitProblem = badWait(waitUpToSeconds) ?? badKey(order.idempotencyKey);
    if (waitProblem) return failed(waitProblem);
    const { captchaToken, idempotencyKey, ...request } = order;
    const { caller, requestId, signal, accounts } = buyer;
    const id =
      idempotencyKey === undefined ? newCartId() : cartIdOfKey(this.keySecret, caller.ip, idempotencyKey);
    const fingerprint = idempotencyKey === undefined ? null : digest(order);

    const before = idempotencyKey === undefined ? undefined : await this.ledger.read(id);
    if (before) return this.#again(before, fingerprint, waitUpToSeconds, signal);
    const event = await this.#sellable(request, buyer);
    if ('type' in event) return failed(event);
    const retryAfterSeconds = await this.openCarts.letIn(id, accounts);
    if (retryAfterSeconds !== null) return failed(callerThrottled(retryAfterSeconds));
    if (!this.#open) return failed(shuttingDown(requestId));
    const record = begin(
      { id, eventId: event.id, currency: event.currency, caller, requestId, fingerprint },
      this.clock.now(),
      this.times,
    );
    if (!(await this.ledger.open(record))) {
      const winner = await this.ledger.read(id);
      return winner ? this.#again(winner, fingerprint, waitUpToSeconds, signal) : failed(unknownCart());
    }
    await this.ledger.withCart(id, async () => {
      if (captchaToken !== undefined) await this.calls.openCart(id, captchaToken);
      await this.calls.reserve(id, request);
    });
    return this.progress(id, CREATE, waitUpToSeconds, signal);
  }

  /** What has become of the operation that `token` names. Calls nobody: the driver does that. */
  async poll(token: string, waitUpToSeconds: number, signal: StopSignal): Promise<Progress> {
    const waitProblem = badWait(waitUpToSeconds);
    if (waitProblem) return failed(waitProblem);
    const named = readToken(token);
    if (!named) return failed(unknownCart());
    await this.ledger.apply(named.cartId, { kind: 'leaseRenewed' });
    return this.progress(named.cartId, named.operation, waitUpToSeconds, signal);
  }

  /**
   * All that becomes of the operation that `token` names: each `pending` that has news, then the result. As long as
   * somebody listens the lease is kept; after that it runs out as it always does.
   */
  async *follow(token: string, signal: StopSignal): AsyncGenerator<Progress> {
    const named = readToken(token);
    if (!named) {
      yield failed(unknownCart());
      return;
    }
    const { cartId, operation } = named;
    for (let seen = -1; ;) {
      await this.ledger.apply(cartId, { kind: 'leaseRenewed' });
      const hasNews = (record: CartRecord) =>
        isSettled(record, operation) || record.operations[operation]?.attempt !== seen;
      const record = await this.ledger.settled(cartId, hasNews, this.times.leaseMs / 4, signal);
      if (signal.aborted || this.ledger.waitingEnded) return;
      if (record && !hasNews(record)) continue;
      const progress = progressOf(record, operation, this.clock.now(), this.times);
      yield progress;
      if (progress.kind !== 'pending') return;
      seen = progress.attempt;
    }
  }

  /** Gives a cart back, also while its reserve is still pending. Deleting twice succeeds twice. */
  async delete(name: CartName, waitUpToSeconds: number, signal: StopSignal): Promise<Progress> {
    const waitProblem = badWait(waitUpToSeconds);
    if (waitProblem) return failed(waitProblem);
    const id = 'token' in name ? readToken(name.token)?.cartId : name.cartId;
    if (id === undefined || !isCartId(id)) return failed(unknownCart());
    const record = await this.ledger.apply(id, { kind: 'deleteAsked' });
    if (!record) return failed(unknownCart());
    if (record.state === 'PURCHASED') return failed(cartGone('CART_PURCHASED', record.endedAtMs));
    const operation = record.operations.findLastIndex(({ kind }) => kind === 'DELETE' || kind === 'PURCHASE');
    // While a call is under way or upstream polls, the delete has to wait: the driver makes it in its time.
    if (record.state === 'RELEASING' && !record.calling && !record.poll) await this.driver.advance(id);
    return this.progress(id, operation, waitUpToSeconds, signal);
  }

  /** The cart as last seen; undefined where there is none. Looking at it renews its lease. */
  async keep(id: string): Promise<CartRecord | undefined> {
    return isCartId(id) ? this.ledger.apply(id, { kind: 'leaseRenewed' }) : undefined;
  }

  /** The shopper has left: the cart is given back without anyone waiting for it. Harmless for any id, and repeated. */
  async release(id: string): Promise<void> {
    if (isCartId(id)) await this.ledger.apply(id, { kind: 'shopperLeft' });
  }

  async #again(
    record: CartRecord,
    fingerprint: string | null,
    waitUpToSeconds: number,
    signal: StopSignal,
  ): Promise<Progress> {
    if (record.fingerprint !== fingerprint) return failed(idempotencyConflict());
    await this.ledger.apply(record.id, { kind: 'leaseRenewed' });
    return this.progress(record.id, CREATE, waitUpToSeconds, signal);
  }

  /** The event, if it has no objection to the request; or the failure to answer with. */
  async #sellable(request: ReserveRequest, { caller, requestId }: Asker): Promise<PartnerEvent | Failure> {
    let event: PartnerEvent | null;
    try {
      event = await this.events.find(request.eventId, caller);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return failureOf(error, { id: '', eventId: request.eventId, requestId });
    }
    if (!event) return unknownEvent(request.eventId);
    if (!event.apiTransactable) return notTransactable(event.id);
    const retryAfterSeconds = this.events.maintenanceEndsInSeconds(event);
    if (retryAfterSeconds !== null) return underMaintenance(event.id, { retryAfterSeconds });
    return objectionTo(request, event) ?? event;
  }

  /** What is to be told of an operation of a cart, as soon as it is settled or `waitUpToSeconds` are over. */
  async progress(
    id: string,
    operation: number,
    waitUpToSeconds: number,
    signal: StopSignal,
  ): Promise<Progress> {
    const settled = (record: CartRecord) => isSettled(record, operation);
    const untilMs = this.clock.now() + waitUpToSeconds * 1000;
    let record = await this.ledger.read(id);
    // One who waits is there: his lease does not run out over it.
    while (record && !settled(record) && this.clock.now() < untilMs) {
      const waitMs = Math.min(untilMs - this.clock.now(), this.times.leaseMs / 2);
      record = await this.ledger.settled(id, settled, waitMs, signal);
      if (signal.aborted || this.ledger.waitingEnded) break;
      await this.ledger.apply(id, { kind: 'leaseRenewed' });
    }
    return progressOf(record, operation, this.clock.now(), this.times);
  }
}

const failed = (failure: Failure): Progress => ({ kind: 'failed', failure });

const digest = (order: CreateOrder): string =>
  createHash('sha256').update(JSON.stringify(order)).digest('base64url');

/** Why an answer cannot wait so long; null where it can. */
export const badWait = (waitUpToSeconds: number): Failure | null =>
  waitUpToSeconds >= 0 && waitUpToSeconds <= LONGEST_WAIT_SECONDS
    ? null
    : invalidInput([
        { path: 'waitUpToSeconds', message: `0 to ${LONGEST_WAIT_SECONDS}.`, code: 'BAD_FIELD' },
      ]);

const badKey = (key: string | undefined): Failure | null =>
  key === undefined || (key.length > 0 && key.length <= 128)
    ? null
    : invalidInput([{ path: 'idempotencyKey', message: '1 to 128 characters.', code: 'BAD_FIELD' }]);
