import type { Checkout } from '../carts/checkout';
import type { Desk } from '../carts/desk';
import type { Account } from '../carts/open-carts';
import type { Clock } from '../clock';
import type { SeatAvailability } from '../events/availability';
import type { EventLoader } from '../events/loader';
import type { Validity } from '../events/validity';
import type { Caller } from '../partner-api/caller';
import type { PartnerApi } from '../partner-api/partner-api';
import type { StopSignal } from '../stop';

/** What the resolvers of one request work with. */
export interface Context {
  /** Names the request in answers and in the log. */
  readonly requestId: string;
  readonly caller: Caller;
  /** On whose accounts a cart of this request is. */
  readonly accounts: readonly Account[];
  /** The caller's budget of requests is used up for so long; null: it is not. */
  readonly throttledForSeconds: number | null;
  /** Whether the operator's desk is asking. */
  readonly isOperator: boolean;
  /** Aborted when the client has gone. */
  readonly signal: StopSignal;
  /** For how long ago, and how long yet: leases, holds, waits. */
  readonly clock: Clock;
  /** For the time of day: sales, maintenance. */
  readonly dayClock: Clock;
  /** Where this gateway is reached from outside, without a slash at its end. */
  readonly publicUrl: string;
  readonly events: EventLoader;
  /** For how long the answer is true. */
  readonly validity: Validity;
  readonly availability: SeatAvailability;
  readonly desk: Desk;
  readonly checkout: Checkout;
  readonly api: PartnerApi;
}
