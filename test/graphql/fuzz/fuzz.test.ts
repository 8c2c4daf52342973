import fc from 'fast-check';
import { parse, validate } from 'graphql';

import { buildSchema } from '../../../src/graphql/schema';
import { notable } from '../../../src/sandbox/catalogue/notable';
import type { Fault } from '../../../src/sandbox/sandbox';
import { CREATE, FORCE_POLLING } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { call } from '../../http/call';
import { complaintsAboutAnswer } from './conformity';
import { hostileValue } from './hostile';
import { type Ingredients, operationOf } from './operation';

const RUNS = 300;
const LONGEST_MS = 15_000;

const schema = buildSchema();

let house: House;
beforeAll(async () => {
  house = await openHouse({ env: { MAX_QUERY_ALIASES: '1000' } });
});
afterAll(() => house.close());

/** L1: what no answer may hold. */
const secrets = () => [
  'sandbox-key',
  'sandbox-secret',
  'Bearer ',
  '/polling/',
  house.sandbox.origin,
  process.cwd(),
  'node_modules',
  '4588883206000011',
  '4588 8832 0600 0011',
];
/** What a stack trace, a source file or a failure of the system's would look like. */
const INNARDS = /\\n\s+at |\.[cm]?[jt]s\b|\bE(CONN|NOENT|PIPE)\w*/;

const fault: fc.Arbitrary<Fault> = fc.record({
  route: fc.constantFrom<Fault['route']>(
    'token',
    'event',
    'captcha',
    'reserve',
    'deleteCart',
    'poll',
    'purchase',
    'payment',
    'shippingOptions',
    'order',
    'events',
    'availability',
  ),
  kind: fc.constantFrom<Fault['kind']>(
    'status',
    'resetBefore',
    'resetAfter',
    'statusAfter',
    'html',
    'empty',
    'truncated',
    'json',
  ),
  times: fc.constantFrom(1, 2, 5),
});

/** A cart that is held, and one that is still pending. */
async function carts() {
  const input = { eventId: notable.noTimeZone, tickets: [{ ticketId: '000001020005', quantity: 1 }] };
  const held = await house.ask(CREATE, { input });
  const pending = await house.ask(CREATE, { input }, FORCE_POLLING);
  return {
    id: (held.data?.createCart.id ?? 'none') as string,
    token: (pending.data?.createCart.token ?? 'none') as string,
  };
}

const goodValues = ({ id, token }: { id: string; token: string }): Ingredients['good'] => ({
  EventID: [
    notable.fat,
    notable.foxwoods,
    notable.noTimeZone,
    notable.soldOut,
    notable.manualSample,
    'NOSUCHEVENT00001',
  ],
  cartId: [id],
  id: [id],
  token: [token],
  ticketId: ['000001020005', '000002040006'],
  quantity: [1, 2, 3],
  waitUpToSeconds: [0, -1, 26, 2 ** 31 - 1],
  shippingOptionId: ['4', '1'],
  expectedTotal: ['52.50', '0'],
  daysFromPurchase: [0, 1, 5000],
  email: ['jo@example.com'],
});

it('R-FUZZ-1: any valid operation, with any values and any fault upstream, is answered as the schema says, without secrets', async () => {
  let answered = 0;
  let runs = 0;
  let names = await carts();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(5039), { minLength: 20, maxLength: 300 }),
      fc.array(hostileValue, { minLength: 5, maxLength: 40 }),
      fc.option(fault, { freq: 3 }),
      async (choices, hostile, upstreamFault) => {
        if (runs++ % 25 === 24) names = await carts();
        const { document, variables } = operationOf(schema, { choices, hostile, good: goodValues(names) });
        expect(validate(schema, parse(document))).toEqual([]);

        house.sandbox.setFaults(upstreamFault ? [upstreamFault] : []);
        const answer = await house.clock.until(
          call(house, '/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: document, variables }),
          }),
        );
        house.sandbox.setFaults([]);

        expect([200, 400, 413]).toContain(answer.status);
        const { data, errors = [] } = JSON.parse(answer.text) as {
          data?: unknown;
          errors?: { message: unknown; extensions: Record<string, unknown> }[];
        };
        for (const { message, extensions } of errors) {
          expect(message).toEqual(expect.any(String));
          expect(extensions).toEqual(expect.objectContaining({ code: expect.any(String) }));
          expect(extensions['code']).not.toBe('INTERNAL_SERVER_ERROR');
          expect(extensions).not.toHaveProperty('stacktrace');
        }
        if (data !== undefined && data !== null) {
          expect(complaintsAboutAnswer(schema, parse(document), data)).toEqual([]);
          answered++;
        } else {
          expect(errors).not.toEqual([]);
        }
        expect(secrets().filter((secret) => answer.text.includes(secret))).toEqual([]);
        expect(INNARDS.exec(JSON.stringify(errors))).toBeNull();
      },
    ),
    { numRuns: RUNS, interruptAfterTimeLimit: LONGEST_MS },
  );
  // Most operations are executed, not refused.
  expect(answered).toBeGreaterThan(runs / 2);
  expect(house.log()).not.toContain('unexpected error');
});
