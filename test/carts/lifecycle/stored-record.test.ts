import { applyEvent } from '../../../src/carts/lifecycle/apply-event';
import { newCart } from '../../../src/carts/lifecycle/new-cart';
import { baseOf, isEnded } from '../../../src/carts/lifecycle/record';
import { nextStep } from '../../../src/carts/lifecycle/schedule';
import { UnreadableRecord, readRecord } from '../../../src/carts/lifecycle/stored-record';

const times = {
  leaseMs: 120_000,
  releaseGraceMs: 0,
  openSinceMs: 0,
  giveUpMs: 300_000,
  interruptedAfterMs: 6000,
};

/** A record as the release before this one wrote it: one form for all states. */
const VERSION_1 = {
  version: 1,
  id: 'AAAAAAAAAAAAAAAAAAAAAAAA',
  state: 'HELD',
  eventId: '3F004CBB88958BF9',
  currency: 'USD',
  caller: { ip: '203.0.113.1' },
  requestId: 'request',
  fingerprint: null,
  createdAtMs: 1000,
  leaseUntilMs: 121_000,
  leftAtMs: null,
  upstreamCartId: 'upstream',
  contents: { items: [], totals: null, payments: [] },
  holdUntilMs: 300_000,
  shippingOptionId: null,
  shippingAskedFor: null,
  reference: null,
  receipt: null,
  calling: null,
  poll: null,
  retry: { failures: 0, notBeforeMs: 0 },
  operations: [{ kind: 'CREATE', attempt: 1, giveUpAtMs: 301_000, outcome: 'done' }],
  reserveUnseen: false,
  releasingSinceMs: null,
  unconfirmedSinceMs: null,
  endedAtMs: null,
};
const RECEIPT = {
  orderToken: 'token',
  orderNumber: null,
  redemptionUrl: null,
  appUrl: null,
  grandTotal: null,
};

describe('a record of version 1', () => {
  it.each<[string, object, object]>([
    ['RESERVING', { upstreamCartId: null, contents: null }, { upstreamCartId: null }],
    ['HELD', {}, { upstreamCartId: 'upstream', holdUntilMs: 300_000 }],
    [
      'PURCHASING',
      { reference: 'ours', referenceIsOurs: true },
      { reference: { text: 'ours', isUnique: true } },
    ],
    [
      'UNCONFIRMED',
      { reference: 'user-42', unconfirmedSinceMs: 2000 },
      { reference: { text: 'user-42', isUnique: false }, sinceMs: 2000 },
    ],
    ['RELEASING', { releasingSinceMs: 3000 }, { sinceMs: 3000 }],
    ['PURCHASED', { receipt: RECEIPT, endedAtMs: 4000 }, { receipt: RECEIPT, endedAtMs: 4000 }],
    ['DELETED', { releasingSinceMs: 3000, endedAtMs: 4000 }, { endedAtMs: 4000 }],
    ['EXPIRED', { endedAtMs: 4000 }, { endedAtMs: 4000 }],
  ])('in state %s is read in the present form, without what its state does not have', (state, more, own) => {
    const record = readRecord({ ...VERSION_1, state, ...more });
    const { id, eventId, currency, caller, requestId, fingerprint } = VERSION_1;
    const base = baseOf(
      newCart(
        {
          ...{ id, eventId, currency, caller, accounts: [], requestId, fingerprint, edition: '2015' },
          request: { eventId, tickets: [], acceptBestAvailable: true },
          captchaToken: null,
        },
        0,
        times,
      ),
    );
    expect(record).toMatchObject({ version: 2, state, operations: VERSION_1.operations, ...own });
    expect(new Set(Object.keys(record))).toEqual(
      new Set([
        ...Object.keys(base),
        'state',
        ...(state === 'RESERVING' ? ['place'] : []),
        ...Object.keys(own),
      ]),
    );
  });

  it('whose purchase was given up as unconfirmed is unresolved', () => {
    const old = { state: 'UNCONFIRMED', reference: 'ours', unconfirmedSinceMs: 2000, endedAtMs: 9000 };
    const record = readRecord({ ...VERSION_1, ...old });
    expect(record).toMatchObject({ state: 'UNRESOLVED', reference: { text: 'ours' }, endedAtMs: 9000 });
    expect(isEnded(record)).toBe(true);
  });

  it('goes on from where it was', () => {
    const record = readRecord(VERSION_1);
    const { kind, atMs } = nextStep(record, times);
    expect({ kind, atMs }).toEqual({ kind: 'tick', atMs: 121_000 });
    expect(applyEvent(record, { kind: 'timePassed' }, atMs, times)).toMatchObject({ state: 'RELEASING' });
  });

  it.each<[string, object]>([
    ['HELD', { upstreamCartId: null }],
    ['PURCHASING', {}],
    ['UNCONFIRMED', { reference: 'ours' }],
    ['RELEASING', {}],
    ['PURCHASED', { endedAtMs: 4000 }],
    ['DELETED', {}],
  ])('in state %s without what that state needs is refused', (state, more) => {
    expect(() => readRecord({ ...VERSION_1, state, ...more })).toThrow(UnreadableRecord);
  });
});

describe('a document of the ledger', () => {
  const record = readRecord(VERSION_1);

  it('is read as it was written', () => {
    expect(readRecord(record)).toBe(record);
  });

  it('of an earlier release has what came later', () => {
    const { leftAtMs, accounts, ...earlier } = record;
    expect([leftAtMs, accounts]).toEqual([null, []]);
    expect(readRecord(earlier)).toEqual(record);
  });

  it.each<[string, unknown]>([
    ['no object', 'text'],
    ['null', null],
    ['a record of a later release', { ...record, version: 3 }],
    ['a record in an unknown state', { ...record, state: 'LOST' }],
    ['a record in a state by the name of a method', { ...record, state: 'toString' }],
    ['a record without what its state needs', { ...record, state: 'RELEASING' }],
  ])('that is %s is refused, without a word of what is in it', (_, body) => {
    expect(() => readRecord(body)).toThrow(UnreadableRecord);
    expect(() => readRecord(body)).not.toThrow(/203\.0\.113\.1/);
  });
});
