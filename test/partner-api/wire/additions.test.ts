import fc from 'fast-check';

import { EDITIONS } from '../../../src/partner-api/editions/editions';
import { readAvailability } from '../../../src/partner-api/wire/availability';
import { readCart } from '../../../src/partner-api/wire/cart';
import { readReceipt, readShippingOptions } from '../../../src/partner-api/wire/checkout';
import { readEvent } from '../../../src/partner-api/wire/event';
import { readListedEvents } from '../../../src/partner-api/wire/event-look-ups';
import { readOrder, readUnredeemed } from '../../../src/partner-api/wire/orders';
import areasSample from '../../../src/sandbox/catalogue/samples/event-areas.json';
import eventSample from '../../../src/sandbox/catalogue/samples/event.json';
import availabilitySample from '../fixtures/availability.json';
import cartSample from '../fixtures/cart.json';
import eventsSample from '../fixtures/events.json';
import orderSample from '../fixtures/order.json';
import purchaseSample from '../fixtures/purchase.json';
import shippingSample from '../fixtures/shipping-options.json';
import unredeemedSample from '../fixtures/unredeemed.json';
import { wholeOf } from '../shapes';

type Json = fc.JsonValue;

/** Names of what answers hold by now ("Since 2018"), which the gateway does not model. */
const NAMES = [
  'agreements',
  'resale',
  'is_resale',
  'listing',
  'protected_offers',
  'offer_protection',
  '_links',
];

/** Reads what an answer of upstream says. */
const READERS: readonly [string, unknown, (json: Json) => unknown][] = [
  ['event', eventSample, event],
  ['event with areas', areasSample, event],
  ['cart', cartSample, (json) => readCart(json, 'USD')],
  ['receipt', purchaseSample, (json) => readReceipt(json, 'USD')],
  ['order', orderSample, readOrder],
  ['unredeemed orders', unredeemedSample, readUnredeemed],
  ['shipping options', shippingSample, (json) => readShippingOptions(json, 'USD')],
  ['availability', availabilitySample, (json) => readAvailability(json, 'USD')],
  ['list of events', eventsSample, readListedEvents],
  [
    'captcha of edition 2018',
    { captcha_required: true, captcha_details: { type: 2, site_key: 'site' } },
    captcha,
  ],
];

function event(json: Json): unknown {
  return wholeOf(readEvent({ text: JSON.stringify(json) }, 'asked-for', { from: 0, to: 2 }));
}

function captcha(json: Json): unknown {
  const response = { status: 200, headers: {}, text: JSON.stringify(json) };
  return EDITIONS[2018].calls.captcha.read(response, 'event', NO_POLLING);
}

/** No captcha polls. */
const NO_POLLING = undefined as never;

/** The objects in `json`, itself included. */
function objectsIn(json: Json): Record<string, Json>[] {
  if (json === null || typeof json !== 'object') return [];
  const inside = Object.values(json).flatMap((value) => objectsIn(value ?? null));
  return Array.isArray(json) ? inside : [json as Record<string, Json>, ...inside];
}

/** `sample` with one to eight additions, each in some object of it. */
const grownFrom = (sample: Json) =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom(...NAMES), fc.jsonValue()), { minLength: 1, maxLength: 8 })
    .map((additions) => {
      const grown = structuredClone(sample);
      const objects = objectsIn(grown);
      for (const [at, name, value] of additions) {
        const object = objects[at % objects.length];
        if (object) object[name] = value;
      }
      return grown;
    });

describe('what the answers of today hold beside what the manual names', () => {
  it.each(READERS)('R-WIRE-9: changes nothing of what is read of a sample: %s', (_, sample, read) => {
    const expected = read(sample as Json);
    fc.assert(
      fc.property(grownFrom(sample as Json), (grown) => {
        expect(read(grown)).toEqual(expected);
      }),
      { numRuns: sample === areasSample ? 10 : 200 },
    );
  });
});
