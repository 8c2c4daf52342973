import type { Checkout } from '../carts/checkout';
import type { Desk } from '../carts/desk';
import type { Account } from '../carts/lifecycle/record';
import type { Clock, WallClock } from '../clock';
import type { SeatAvailability } from '../events/availability';
import type { EventLoader } from '../events/loader';
import type { Validity } from '../events/validity';
import type { Caller } from '../partner-api/model/caller';
import type { PartnerApi } from '../partner-api/partner-api';
import type { StopSignal } from '../stop';
import type { Summary } from './summary';

/**
 * The upstream calls that resolvers make themselves: they only read. Calls that change a cart go through `desk` and
 * `checkout`, which record them first.
 */
export type PartnerReads = Pick<
  PartnerApi,
  'captcha' | 'eventIdByCode' | 'sellableEvents' | 'order' | 'unredeemedOrders'
>;

/** What resolvers use, for one request. */
export interface Context {
  /** The id of the request in responses and in the log. */
  readonly requestId: string;
  /** Collects what the log and the metrics report of the request. */
  readonly summary: Summary;
  readonly caller: Caller;
  /** The accounts that a cart of this request counts against. */
  readonly accounts: readonly Account[];
  /** For how long the caller's budget of requests is exhausted; null if it is not. */
  readonly throttledForSeconds: number | null;
  /** Whether the caller has the operator's token. */
  readonly isOperator: boolean;
  /** Aborted when the client disconnects. */
  readonly signal: StopSignal;
  /** Measures durations: leases, holds, waits. */
  readonly clock: Clock;
  /** Shows the time of day: sales, maintenance. */
  readonly wallClock: WallClock;
  /** The time of day, in milliseconds since the epoch, of a time by `clock`: no time by `clock` is shown as it is. */
  readonly toWallTime: (atMs: number) => number;
  /** The gateway's public address, without a slash at its end. */
  readonly publicUrl: string;
  readonly events: EventLoader;
  /** Collects for how long the response is valid. */
  readonly validity: Validity;
  readonly availability: SeatAvailability;
  readonly desk: Desk;
  readonly checkout: Checkout;
  readonly partnerReads: PartnerReads;
}
