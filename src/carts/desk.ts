import { createHash } from 'node:crypto';

import type { Clock } from '../clock';
import type { Caller } from '../partner-api/model/caller';
import type { ReserveRequest } from '../partner-api/model/reserve';
import { UpstreamError } from '../partner-api/errors';
import type { PartnerEvent } from '../partner-api/model/event';
import type { StopSignal } from '../stop';
import type { Driver } from './driver';
import type { Line } from './line/line';
import type { LineNotice, LineNotices } from './line/line-notices';
import { checkReserve } from './check-reserve';
import {
  type Failure,
  callerThrottled,
  cartGone,
  idempotencyConflict,
  lineFull,
  notTransactable,
  shuttingDown,
  underMaintenance,
  unknownCart,
  unknownEvent,
} from './failures';
import { cartIdOfKey, checkKey, earlierCartIdOfKey } from './idempotency-key';
import type { Ledger } from './ledger';
import { newCart } from './lifecycle/new-cart';
import type { CaptchaSolved } from './lifecycle/cart-event';
import type { Account, CartRecord } from './lifecycle/record';
import { type LifecycleTimes, leaseEndsAt } from './lifecycle/times';
import type { OpenCarts } from './open-carts';
import { type OperationProgress, checkWait } from './operation-progress';
import type { Progress } from './progress';
import { toCartFailure } from './upstream/to-cart-failure';
import { isCartId, newCartId, readToken } from './token';
import type { CartWaiting } from './waiting';

/** What the desk needs to know about events. */
export interface EventFacts {
  /** The event; null if upstream knows none with this id. Throws UpstreamError. */
  find(eventId: string, caller: Caller): Promise<PartnerEvent | null>;
  /** Seconds until the maintenance of the event's host ends; null if there is none now. */
  maintenanceEndsInSeconds(event: PartnerEvent): number | null;
}

/** The caller, the request, and whether the client still waits. */
export interface Requester {
  readonly caller: Caller;
  readonly requestId: string;
  /** Aborted when the client no longer waits for the response. What was begun goes on. */
  readonly signal: StopSignal;
}

/** The creator of a cart, and the accounts that the cart counts against. */
export interface CartCreator extends Requester {
  readonly accounts: readonly Account[];
}

export interface CreateOrder extends ReserveRequest {
  readonly captchaToken?: string;
  /** A token of a cart whose place in line is kept for a new captcha. */
  readonly placeToken?: string;
  readonly idempotencyKey?: string;
}

/** A cart, named by its id or by a token of one of its operations. */
export type CartName = { readonly cartId: string } | { readonly token: string };

/** How long `deleteCart` waits for its delete to be answered. */
const DELETE_WITHIN_MS = 2000;

/** What the desk is built from. */
export interface DeskParts {
  readonly ledger: Ledger;
  readonly driver: Driver;
  readonly line: Line;
  readonly notices: LineNotices;
  readonly openCarts: OpenCarts;
  readonly events: EventFacts;
  readonly waiting: CartWaiting;
  readonly progress: OperationProgress;
  readonly times: LifecycleTimes;
  /** The edition of the Partner API that carts are made by. */
  readonly edition: string;
  /** Makes the carts of idempotency keys unguessable; the same in all processes. */
  readonly keySecret: string;
  readonly clock: Clock;
}

/**
 * What clients can do with carts. Every method records what it is about to do, does it, and returns what is known; from
 * then on the driver moves the cart. Failures are returned, not thrown.
 */
export class Desk {
  #open = true;

  constructor(private readonly parts: DeskParts) {}

  /** Refuses new carts from now on, and ends all waiting. */
  close(): void {
    this.#open = false;
    this.parts.waiting.end();
  }

  /**
   * Reserves tickets, at once or as soon as the cart's turn in line comes. The same idempotency key with the same order is
   * the same cart.
   */
  async create(order: CreateOrder, creator: CartCreator, waitUpToSeconds: number): Promise<Progress> {
    const { ledger, progress, line, openCarts, edition, keySecret, times, clock } = this.parts;
    const problem = checkWait(waitUpToSeconds);
    if (problem) return failed(problem);
    const { captchaToken, idempotencyKey, placeToken, ...request } = order;
    const { caller, requestId, signal, accounts } = creator;
    const hasKey = idempotencyKey !== undefined;
    const id = hasKey ? cartIdOfKey(keySecret, idempotencyKey) : newCartId();
    const fingerprint = hasKey ? digest({ ...request, captchaToken, idempotencyKey }) : null;

    const again = (record: CartRecord): Promise<Progress> | Progress =>
      record.fingerprint === fingerprint
        ? progress.of(record.id, lastCreate(record), waitUpToSeconds, signal)
        : failed(idempotencyConflict());
    const before = hasKey
      ? ((await ledger.read(id)) ??
        (await ledger.read(earlierCartIdOfKey(keySecret, caller, idempotencyKey))))
      : undefined;
    const kept = before ?? (placeToken === undefined ? undefined : await this.#cartOf(placeToken));
    if (kept && captchaToken !== undefined && isPlaceKept(kept, request)) {
      return this.#backInLine(kept.id, { captchaToken, fingerprint }, waitUpToSeconds, signal);
    }
    // The response to a call that put a cart back in line may be lost: the same call finds that cart.
    const same = before ?? (hasKey && kept?.fingerprint === fingerprint ? kept : undefined);
    if (same) return again(same);
    const weakKey = hasKey ? checkKey(idempotencyKey) : null;
    if (weakKey) return failed(weakKey);
    const event = await this.#sellable(request, creator);
    if ('type' in event) return failed(event);
    const { fullForSeconds } = line;
    if (fullForSeconds !== null) return failed(lineFull(fullForSeconds));
    if (!this.#open) return failed(shuttingDown(requestId));
    const retryAfterSeconds = openCarts.admit(id, accounts, clock.now());
    if (retryAfterSeconds !== null) return failed(callerThrottled(retryAfterSeconds));
    const { currency } = event;
    const of = {
      edition,
      id,
      eventId: event.id,
      currency,
      caller,
      accounts,
      requestId,
      fingerprint,
      request,
    };
    const record = newCart({ ...of, captchaToken: captchaToken ?? null }, clock.now(), times);
    if (!(await this.#opened(record))) {
      const winner = await ledger.read(id);
      return winner ? again(winner) : failed(unknownCart());
    }
    await line.join(record);
    return progress.of(id, lastCreate(record), waitUpToSeconds, signal);
  }

  /** Writes an admitted cart to the ledger. Returns false if there is one with its id, which counts instead. */
  async #opened(record: CartRecord): Promise<boolean> {
    const { ledger, openCarts } = this.parts;
    let isNew = false;
    try {
      isNew = await ledger.open(record);
    } finally {
      if (!isNew) openCarts.note(record.id, await ledger.read(record.id).catch(() => undefined));
    }
    return isNew;
  }

  async #cartOf(token: string): Promise<CartRecord | undefined> {
    const named = readToken(token);
    return named ? this.parts.ledger.read(named.cartId) : undefined;
  }

  /** Puts a cart whose place was kept back in line, with its new captcha. */
  async #backInLine(
    id: string,
    solved: Pick<CaptchaSolved, 'captchaToken' | 'fingerprint'>,
    waitUpToSeconds: number,
    signal: StopSignal,
  ): Promise<Progress> {
    const { ledger, progress, line } = this.parts;
    const record = await ledger.apply(id, { kind: 'captchaSolved', ...solved });
    if (!record) return failed(unknownCart());
    // Its place was kept: it is in line again, as the first.
    await line.turnOf(id);
    return progress.of(id, lastCreate(record), waitUpToSeconds, signal);
  }

  /** The progress of the operation that `token` names. Makes no upstream call: the driver does that. */
  async poll(token: string, waitUpToSeconds: number, signal: StopSignal): Promise<Progress> {
    const problem = checkWait(waitUpToSeconds);
    if (problem) return failed(problem);
    const named = readToken(token);
    if (!named) return failed(unknownCart());
    return this.parts.progress.of(named.cartId, named.operation, waitUpToSeconds, signal);
  }

  /** All progress of the operation that `token` names. While the caller listens, the lease is kept. */
  async *follow(token: string, signal: StopSignal): AsyncGenerator<Progress> {
    const named = readToken(token);
    if (named) yield* this.parts.progress.follow(named.cartId, named.operation, signal);
    else yield failed(unknownCart());
  }

  /** Gives a cart back, also while its reserve is still pending. Deleting twice succeeds twice. */
  async delete(name: CartName, waitUpToSeconds: number, signal: StopSignal): Promise<Progress> {
    const { ledger, driver, progress } = this.parts;
    const problem = checkWait(waitUpToSeconds);
    if (problem) return failed(problem);
    const id = 'token' in name ? readToken(name.token)?.cartId : name.cartId;
    if (id === undefined || !isCartId(id)) return failed(unknownCart());
    const record = await ledger.apply(id, { kind: 'deleteAsked' });
    if (!record) return failed(unknownCart());
    if (record.state === 'PURCHASED') return failed(cartGone('CART_PURCHASED', record.endedAtMs));
    const operation = record.operations.findLastIndex(({ kind }) => kind === 'DELETE' || kind === 'PURCHASE');
    // While a call is under way or upstream polls, the delete has to wait: the driver sends it when it is due.
    if (record.state === 'RELEASING' && !record.calling && !record.poll)
      await driver.advanceFor(id, DELETE_WITHIN_MS);
    return progress.of(id, operation, waitUpToSeconds, signal);
  }

  /** The cart as last seen; undefined if there is none. Renews its lease. */
  async keep(id: string): Promise<CartRecord | undefined> {
    return isCartId(id) ? this.parts.ledger.apply(id, { kind: 'leaseRenewed' }) : undefined;
  }

  /** What shoppers in line for an event should know before their turn comes; null if there is nothing to say. */
  lineNotice(eventId: string): LineNotice | null {
    return this.parts.notices.of(eventId);
  }

  /** When the lease ends, by the steady clock. */
  leaseEndsAtMs(record: CartRecord): number {
    return leaseEndsAt(record, this.parts.times);
  }

  /** The shopper has left: gives the cart back, and waits for nothing. Harmless for any id, and if repeated. */
  async release(id: string): Promise<void> {
    if (isCartId(id)) await this.parts.ledger.apply(id, { kind: 'shopperLeft' });
  }

  /** The event, if the request fits it; otherwise the failure to return. */
  async #sellable(
    request: ReserveRequest,
    { caller, requestId }: Requester,
  ): Promise<PartnerEvent | Failure> {
    const { events } = this.parts;
    let event: PartnerEvent | null;
    try {
      event = await events.find(request.eventId, caller);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return toCartFailure(error, { id: '', eventId: request.eventId, requestId });
    }
    if (!event) return unknownEvent(request.eventId);
    if (!event.apiTransactable) return notTransactable(event.id);
    const retryAfterSeconds = events.maintenanceEndsInSeconds(event);
    if (retryAfterSeconds !== null) return underMaintenance(event.id, { retryAfterSeconds });
    return checkReserve(request, event) ?? event;
  }
}

const failed = (failure: Failure): Progress => ({ kind: 'failed', failure });

/** Whether the place of a cart is kept for a new captcha, for the same request. */
const isPlaceKept = (record: CartRecord, request: ReserveRequest): boolean =>
  record.state === 'RESERVING' &&
  typeof record.place?.keptUntilMs === 'number' &&
  JSON.stringify(record.place.request) === JSON.stringify(request);

/** The number of the operation that reserves: another one, if a new captcha had to be solved for it. */
const lastCreate = ({ operations }: CartRecord): number =>
  operations.findLastIndex(({ kind }) => kind === 'CREATE');

const digest = (order: { readonly [Field in keyof CreateOrder]: CreateOrder[Field] | undefined }): string =>
  createHash('sha256').update(JSON.stringify(order)).digest('base64url');
