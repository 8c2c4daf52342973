import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { interrupted } from '../../../src/carts/failures';
import { applyEvent } from '../../../src/carts/lifecycle/apply-event';
import type { CartEvent, FailureMeaning } from '../../../src/carts/lifecycle/cart-event';
import { newCart } from '../../../src/carts/lifecycle/new-cart';
import { type Call, type CartRecord, type Purpose, isEnded } from '../../../src/carts/lifecycle/record';
import { nextStep } from '../../../src/carts/lifecycle/schedule';

const START = 1_000_000;
const times = {
  leaseMs: 120_000,
  releaseGraceMs: 10_000,
  openSinceMs: START,
  giveUpMs: 300_000,
  interruptedAfterMs: 30_000,
};
/** A process that was not there while the holds of these carts passed. */
const restarted = { ...times, openSinceMs: START + 3_600_000 };

const receipt = { orderToken: 't', orderNumber: null, redemptionUrl: null, appUrl: null, grandTotal: null };
const reference = { text: 'ours', isUnique: true };
const meanings: FailureMeaning[] = ['refused', 'cartUnknown', 'notSent', 'lost', 'pollLost'];

/** What the gateway may begin at any time. */
const BEGUN: CartEvent[] = [
  { kind: 'calling', call: 'openCart' },
  { kind: 'calling', call: 'reserve' },
  { kind: 'calling', call: 'payment' },
  { kind: 'calling', call: 'poll' },
  { kind: 'calling', call: 'delete' },
  { kind: 'calling', call: 'lookUp' },
  { kind: 'calling', call: 'shipping', shippingOptionId: '4' },
  { kind: 'calling', call: 'purchase', reference },
];
const ASKED: CartEvent[] = [
  { kind: 'leaseRenewed' },
  { kind: 'shopperLeft' },
  { kind: 'deleteAsked' },
  { kind: 'captchaSolved', captchaToken: 'solved', fingerprint: null },
];

/** What upstream may answer to the call that a record is marked with. */
function answersTo(call: Call, purpose: Purpose | undefined): CartEvent[] {
  const failed = meanings.flatMap((meaning): CartEvent[] =>
    meaning === 'pollLost' && call !== 'poll'
      ? []
      : [{ kind: 'callFailed', call, failure: interrupted('request'), meaning }],
  );
  const polling: CartEvent = {
    kind: 'polling',
    call,
    polling: { kind: 'polling', url: 'poll-here', waitMs: 4000, cartId: 'upstream' },
  };
  switch (purpose ?? call) {
    case 'openCart':
      return [...failed, { kind: 'sessionOpened', upstreamCartId: 'upstream' }];
    case 'reserve':
    case 'shipping':
    case 'payment':
      return [
        ...failed,
        polling,
        ...[0, 60, 900].map((holdSeconds): CartEvent => ({
          kind: 'seatsHeld',
          call,
          upstreamCartId: 'upstream',
          cart: { holdSeconds, items: [], totals: null, payments: [] },
        })),
      ];
    case 'purchase':
      return [...failed, polling, { kind: 'purchased', receipt }];
    case 'delete':
      return [...failed, polling, { kind: 'deleted' }];
    case 'lookUp':
      return [...failed, { kind: 'notFound' }, { kind: 'purchased', receipt }];
    case 'poll':
      return failed;
  }
}

/** Two records alike in all that decides about states, apart from the exact times. */
const likeness = (record: CartRecord, nowMs: number): string =>
  JSON.stringify([
    record.state,
    record.calling?.call,
    record.poll?.for,
    record.upstreamCartId !== null,
    record.reserveUnseen,
    record.state === 'RESERVING' &&
      record.place && [record.place.captchaToken, record.place.keptUntilMs !== null],
    record.holdUntilMs !== null && [
      Math.sign(record.holdUntilMs - nowMs),
      record.holdUntilMs > restarted.openSinceMs,
      nowMs > restarted.openSinceMs,
    ],
    Math.sign(record.leaseUntilMs - nowMs),
    record.leftAtMs !== null && Math.sign(record.leftAtMs + times.releaseGraceMs - nowMs),
    record.operations.filter(({ outcome }) => outcome === null).map(({ kind }) => kind),
  ]);

const REQUEST = { eventId: 'event', tickets: [], acceptBestAvailable: true };

/** Every change of state that any order of events makes, found by trying them all. */
function changesOfState(): Set<string> {
  const changes = new Set<string>();
  const seen = new Set<string>();
  const of = { id: 'cart', eventId: 'event', currency: 'USD', caller: { ip: '192.0.2.1' } };
  const first = newCart(
    {
      ...of,
      accounts: [],
      requestId: 'request',
      fingerprint: null,
      edition: '2015',
      request: REQUEST,
      captchaToken: 'solved',
    },
    START,
    times,
  );
  const open: [CartRecord, number][] = [[first, START]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [record, nowMs] = next;
    const { calling } = record;
    // After the end, a reserve that was taken for interrupted may still be answered.
    const call = calling?.call ?? (isEnded(record) ? 'reserve' : undefined);
    const answers: CartEvent[] = call
      ? [...answersTo(call, callPurpose(record)), { kind: 'turnedAway', call }]
      : [];
    for (const setting of [times, restarted]) {
      const dueAtMs = Math.max(nextStep(record, setting).atMs, nowMs);
      const tries: [CartEvent, number][] = [
        ...[...BEGUN, ...ASKED, ...answers].map((event): [CartEvent, number] => [event, nowMs + 1]),
        // An answer that comes late.
        ...answers.map((event): [CartEvent, number] => [event, nowMs + 200_000]),
        [{ kind: 'timePassed' }, isEnded(record) ? nowMs : dueAtMs],
        [{ kind: 'timePassed' }, nowMs + 3_600_000],
        [{ kind: 'timePassed' }, nowMs + 25 * 3_600_000],
      ];
      for (const [event, atMs] of tries) {
        const changed = applyEvent(record, event, atMs, setting);
        if (changed.state !== record.state) changes.add(`${record.state} --> ${changed.state}`);
        const key = likeness(changed, atMs);
        if (seen.has(key)) continue;
        seen.add(key);
        open.push([changed, atMs]);
      }
    }
  }
  return changes;
}

const callPurpose = ({ calling, poll }: CartRecord): Purpose | undefined =>
  calling?.call === 'poll' ? poll?.for : undefined;

describe('the diagram of docs/cart-lifecycle.md', () => {
  const page = readFileSync(join(__dirname, '../../../docs/cart-lifecycle.md'), 'utf8');
  const drawn = [...page.matchAll(/^ {4}(\[\*\]|[A-Z]+) --> (\[\*\]|[A-Z]+): \S/gm)].map(
    ([, from, to]) => `${from} --> ${to}`,
  );

  it('shows each change of state that the code makes, and no other', () => {
    const changes = drawn.filter((change) => !change.includes('[*]'));
    expect([...changes].sort()).toEqual([...changesOfState()].sort());
  });

  it('begins where carts begin, and ends where they end', () => {
    const changes = changesOfState();
    const states = new Set([...changes].flatMap((change) => change.split(' --> ')));
    const ends = ['PURCHASED', 'UNRESOLVED', 'DELETED', 'EXPIRED'];
    expect(drawn.filter((change) => change.startsWith('[*]'))).toEqual(['[*] --> RESERVING']);
    expect(drawn.filter((change) => change.endsWith('[*]'))).toEqual(ends.map((end) => `${end} --> [*]`));
    for (const state of states) expect(page).toContain(`\`${state}\``);
  });
});
