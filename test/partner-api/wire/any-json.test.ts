import fc from 'fast-check';

import { UpstreamNonsense } from '../../../src/partner-api/errors';
import { readCart, readCartId } from '../../../src/partner-api/wire/cart';
import { readPolling } from '../../../src/partner-api/wire/polling';
import { readEvent } from '../../../src/partner-api/wire/event';
import areasSample from '../../../src/sandbox/catalogue/samples/event-areas.json';
import eventSample from '../../../src/sandbox/catalogue/samples/event.json';
import cartSample from '../fixtures/cart.json';
import { cartShape, eventShape, wholeOf } from '../shapes';

type Json = fc.JsonValue;

/** Values with which readers have been known to stumble. */
const awkward: Json[] = [
  null,
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'constructor',
  '__proto__',
  'toString',
  'javascript:alert(1)',
  '2015-02-30T25:00:00Z',
  '2015-08-21T02:00:00Z/',
  0,
  -0,
  -1,
  0.1 + 0.2,
  -1e-17,
  1e-7,
  1e21,
  1e308,
  2 ** 31,
  true,
  [],
  {},
  [[]],
  [null],
  { id: null },
  { value: {} },
];

const anything = fc.oneof(fc.constantFrom(...awkward), fc.jsonValue());

/** Every way down to a value inside `json`. */
function pathsIn(json: Json, path: string[] = []): string[][] {
  if (json === null || typeof json !== 'object') return [path];
  return [path, ...Object.entries(json).flatMap(([key, value]) => pathsIn(value ?? null, [...path, key]))];
}

/** `json` with the value at `path` replaced, or without it. */
function mutated(json: Json, [key, ...rest]: string[], put: Json | undefined): Json {
  if (key === undefined || json === null || typeof json !== 'object') return put ?? null;
  const copy = structuredClone(json) as Record<string, Json>;
  const inside = copy[key];
  if (rest.length > 0 && inside !== undefined) copy[key] = mutated(inside, rest, put);
  else if (put === undefined) delete copy[key];
  else copy[key] = put;
  return copy;
}

/** `sample`, changed in one to four places. */
const mutantsOf = (sample: Json) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pathsIn(sample)), fc.option(anything, { nil: undefined })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) => changes.reduce((json, [path, put]) => mutated(json, path, put), sample));

/** Expects `read` to give what `check` accepts, or to call it nonsense. Says whether it gave anything. */
function expectSense<Out>(read: () => Out, check: (out: Out) => void): boolean {
  let out: Out;
  try {
    out = read();
  } catch (error) {
    if (error instanceof UpstreamNonsense) return false;
    throw error;
  }
  check(out);
  return true;
}

const readsEvent = (json: Json) =>
  expectSense(
    () => readEvent({ text: JSON.stringify(json) }, 'asked-for', { from: 2, to: 3 }),
    (event) => {
      eventShape.parse(wholeOf(event));
      expect(event.id).toBe('asked-for');
    },
  );
/** A cart whose items state their kinds, with what today's answers have grown by. */
const cartOf2018: Json = {
  cart_id: 'cart',
  agreements: [{ id: 1, text: 'terms' }],
  cart: {
    items: [
      {
        id: 1,
        type: 'ticket',
        is_ga: true,
        section: 'FLOOR',
        tickets: [{ id: '000002040006', quantity: 1 }],
      },
      { id: 2, type: 'delivery', totals: { currency_code: 'USD', delivery: 2.5, grand: 2.5 } },
      { id: 3, type: 'processing', totals: { grand: 0 } },
      { id: 4, type: 'resale', tickets: [{ id: 'x' }], offer: { protected: true } },
    ],
    payments: [{ type: 'APPLE_PAY', amount: 2.5 }],
    totals: { grand: 2.5 },
  },
};

const readsCart = (json: Json) =>
  expectSense(
    () => readCart(json, 'USD'),
    (cart) => void cartShape.parse(cart),
  );

describe('whatever JSON upstream sends', () => {
  it('R-WIRE-1: event details are an event of the right types or nonsense', () => {
    fc.assert(fc.property(anything, (json) => void readsEvent(json)));
    fc.assert(fc.property(anything, (event) => void readsEvent({ api_transactable: true, event })));
  });

  it('R-WIRE-8: an event that dropped its parsed values reads the same again, however often', () => {
    const event = readEvent({ text: JSON.stringify(areasSample) }, 'asked-for', { from: 2, to: 3 });
    const before = structuredClone(wholeOf(event));
    for (let time = 0; time < 3; time++) {
      event.dropParsed();
      expect(wholeOf(event)).toEqual(before);
    }
  });

  it('R-WIRE-8: the JSON of an event makes the same event, also once its text has been dropped', () => {
    const event = readEvent({ text: JSON.stringify(areasSample) }, 'asked-for', { from: 2, to: 3 });
    const before = structuredClone(wholeOf(event));
    for (let time = 0; time < 3; time++) {
      expect(wholeOf(readEvent({ text: event.json() }, 'asked-for', { from: 2, to: 3 }))).toEqual(before);
      event.dropParsed();
      expect(wholeOf(event)).toEqual(before);
    }
  });

  it.each([
    ['the plain event', eventSample as Json, 300],
    ['the seated show', areasSample as Json, 150],
  ])(
    'R-WIRE-2: a change of %s of the manual, anywhere, leaves an event of the right types',
    (_, sample, numRuns) => {
      expect(readsEvent(sample)).toBe(true);
      fc.assert(
        fc.property(mutantsOf(sample), (json) => void readsEvent(json)),
        { numRuns },
      );
    },
  );

  it('R-WIRE-3: no field of an event but the event itself is needed', () => {
    for (const path of pathsIn(eventSample as Json).filter(({ length }) => length > 1)) {
      for (const put of [undefined, ...awkward]) {
        expect(readsEvent(mutated(eventSample as Json, path, put))).toBe(true);
      }
    }
  });

  it('R-WIRE-4: a cart is plain data of the right types or nonsense', () => {
    fc.assert(fc.property(anything, (json) => void readsCart(json)));
    fc.assert(fc.property(anything, (cart) => void readsCart({ cart_id: 'cart', cart })));
    fc.assert(
      fc.property(mutantsOf(cartSample as Json), (json) => void readsCart(json)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(mutantsOf(cartOf2018), (json) => void readsCart(json)),
      { numRuns: 300 },
    );
  });

  it('R-WIRE-5: no field of a cart but the cart itself is needed', () => {
    const needed = ['', 'cart'];
    for (const path of pathsIn(cartSample as Json).filter((way) => !needed.includes(way.join('.')))) {
      for (const put of [undefined, ...awkward]) {
        expect(readsCart(mutated(cartSample as Json, path, put))).toBe(true);
      }
    }
  });

  it('R-WIRE-6: a poll has an address and a wait that can be waited, or is nonsense', () => {
    const address = fc.oneof(fc.constant('http://127.0.0.1/polling/1?cart_id=%zz'), anything);
    const polls = fc.record(
      { polling_url: address, wait: anything, cart_id: anything },
      { requiredKeys: ['polling_url'] },
    );
    fc.assert(
      fc.property(fc.oneof(polls, anything), (json) => {
        expectSense(
          () => readPolling(json),
          ({ url, waitMs, cartId }) => {
            expect(typeof url).toBe('string');
            expect(waitMs).toBeGreaterThanOrEqual(0);
            expect(waitMs).toBeLessThanOrEqual(1e12);
            expect(cartId === null || typeof cartId === 'string').toBe(true);
          },
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('R-WIRE-7: a cart session has an id, or is nonsense', () => {
    fc.assert(
      fc.property(fc.oneof(fc.record({ cart_id: anything }), anything), (json) => {
        expectSense(
          () => readCartId(json),
          (cartId) => expect(cartId).toMatch(/\S/),
        );
      }),
    );
  });
});
