import type { CallAnswered, PollingStarted, SeatsHeld } from './cart-event';
import { changePending, operationOf, purposeOf, withOutcome } from './operations';
import { purchased } from './purchase';
import { type CartRecord, baseOf } from './record';
import { released, reopened } from './release';
import { NO_RETRY, backedOff } from './retry';

/** The shortest wait: with a `wait` of 0 the driver would poll in a busy loop. */
const SHORTEST_WAIT_MS = 250;

/** The record after upstream's answer to its call, which has ended. */
export function callAnswered(record: CartRecord, event: CallAnswered, nowMs: number): CartRecord {
  switch (event.kind) {
    case 'sessionOpened':
      return sessionOpened(record, event.upstreamCartId);
    case 'polling':
      return pollingStarted(record, event, nowMs);
    case 'seatsHeld':
      return seatsHeld(record, event, nowMs);
    case 'purchased':
      return purchased(record, event.receipt, nowMs);
    case 'notFound':
      return record.state === 'UNCONFIRMED' ? backedOff(record, nowMs, null) : record;
    case 'deleted':
      return released(record, nowMs);
  }
}

/** The captcha was accepted. The cart waits for the turn of its reserve. */
const sessionOpened = (record: CartRecord, upstreamCartId: string): CartRecord =>
  record.state === 'RESERVING'
    ? { ...record, upstreamCartId, place: record.place && { ...record.place, captchaToken: null } }
    : { ...record, upstreamCartId };

function pollingStarted(record: CartRecord, { call, polling }: PollingStarted, nowMs: number): CartRecord {
  const waitMs = Math.max(polling.waitMs, SHORTEST_WAIT_MS);
  const purpose = purposeOf(record, call);
  const polled = changePending(
    {
      ...record,
      reserveUnseen: purpose === 'reserve' ? false : record.reserveUnseen,
      poll: { for: purpose, url: polling.url, waitMs, notBeforeMs: nowMs + waitMs },
      retry: NO_RETRY,
    },
    [operationOf[purpose]],
    (operation) => ({ ...operation, attempt: operation.attempt + 1 }),
  );
  const known = withUpstreamId(polled, record.upstreamCartId ?? polling.cartId);
  switch (known.state) {
    case 'RESERVING':
      return { ...known, place: null };
    case 'DELETED':
    case 'EXPIRED':
      return reopened(known, nowMs);
    case 'PURCHASED':
    case 'UNRESOLVED':
      return record;
    default:
      return known;
  }
}

/** The record with upstream's id of its cart, where that was not known. */
const withUpstreamId = (record: CartRecord, upstreamCartId: string | null): CartRecord =>
  upstreamCartId === null ? record : { ...record, upstreamCartId };

function seatsHeld(record: CartRecord, { call, upstreamCartId, cart }: SeatsHeld, nowMs: number): CartRecord {
  const purpose = purposeOf(record, call);
  const known: CartRecord = {
    ...record,
    upstreamCartId,
    reserveUnseen: false,
    contents: { items: cart.items, totals: cart.totals, payments: cart.payments },
    holdUntilMs: cart.holdSeconds === null ? record.holdUntilMs : nowMs + cart.holdSeconds * 1000,
    shippingOptionId: purpose === 'shipping' ? record.shippingAskedFor : record.shippingOptionId,
    poll: null,
    retry: NO_RETRY,
  };
  switch (known.state) {
    case 'RESERVING':
    case 'HELD':
      return { ...withOutcome(baseOf(known), [operationOf[purpose]], 'done'), state: 'HELD', upstreamCartId };
    case 'DELETED':
    case 'EXPIRED':
      return purpose === 'reserve' ? reopened(known, nowMs) : record;
    case 'PURCHASED':
    case 'UNRESOLVED':
      return record;
    case 'PURCHASING':
    case 'UNCONFIRMED':
    case 'RELEASING':
      return known;
  }
}
