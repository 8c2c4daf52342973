import { showId } from '../../events/shows';
import type { House } from '../../support/house';
import { complaints } from '../mutations/shop';
import { type Outcome, STEP_MS, calls, openMorning, shop } from './morning';

let house: House;
afterEach(() => house.close());

const six = (of: House): Promise<Outcome[]> =>
  Promise.all(Array.from({ length: 6 }, (_, at) => shop(of, `192.0.2.${at + 1}`)));

describe('six shoppers at once, and five calls a second', () => {
  it.each([
    ['stated', true],
    ['learned', false],
  ])('%s: are six carts, and upstream hardly has to refuse a call', async (_, isStated) => {
    house = await openMorning(5, { isStated });
    const outcomes = await house.clock.until(six(house), STEP_MS);
    expect(outcomes.map(({ result }) => result.__typename)).toEqual(Array(6).fill('Cart'));
    const { refused, all } = calls(house);
    if (isStated) expect(refused).toBe(0);
    else expect(refused / all).toBeLessThan(0.05);
    expect(complaints(house)).toEqual([]);
  });

  it('get their seats before the readers of cold lists get theirs, who are all answered in time', async () => {
    house = await openMorning(5);
    const startMs = house.clock.now();
    const alone = await house.clock.until(six(house), STEP_MS);
    const aloneMs = Math.max(...alone.map(({ atMs }) => atMs)) - startMs;
    await house.close();

    const lists = Array.from({ length: 30 }, (_, reader) =>
      Array.from({ length: 20 }, (__, at) => showId('R', 100 * reader + at)),
    );
    house = await openMorning(5);
    const beganMs = house.clock.now();
    const QUERY = 'query ($ids: [EventID!]!) { events(ids: $ids) { name } }';
    const readers = lists.map(async (ids, at) => {
      const answer = await house.ask(QUERY, { ids }, { 'x-forwarded-for': `198.51.100.${at + 1}` });
      return { answer, atMs: house.clock.now() };
    });
    const [outcomes, answers] = await house.clock.until(
      Promise.all([six(house), Promise.all(readers)]),
      STEP_MS,
    );
    expect(outcomes.map(({ result }) => result.__typename)).toEqual(Array(6).fill('Cart'));
    expect(Math.max(...outcomes.map(({ atMs }) => atMs)) - beganMs).toBeLessThanOrEqual(2 * aloneMs);
    const lastMs = Math.max(...answers.map(({ atMs }) => atMs));
    expect(lastMs - beganMs).toBeLessThanOrEqual(20_000);
    for (const { answer } of answers) {
      for (const error of answer.errors ?? []) {
        expect(error.extensions).toMatchObject({
          code: 'UPSTREAM_QUOTA',
          retryAfterSeconds: expect.any(Number),
        });
      }
    }
    const { refused, all } = calls(house);
    expect(refused).toBe(0);
    expect(all / ((lastMs - beganMs) / 200)).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a reserve that the gate refuses, since the calls of the day are used', () => {
  it('keeps its place in line until there are calls again', async () => {
    house = await openMorning(5);
    const errorcode = 'policies.ratelimit.QuotaViolation';
    const body = JSON.stringify({
      fault: { faultstring: 'Rate limit quota violation.', detail: { errorcode } },
    });
    house.sandbox.setFaults([{ route: 'reserve', kind: 'json', status: 429, body, times: 1 }]);
    const beganMs = house.clock.now();
    const { result, places, atMs } = await house.clock.until(shop(house, '192.0.2.1'), 500);
    expect(result).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(places[0]).toMatchObject({ position: 1, estimatedWaitSeconds: expect.any(Number) });
    expect(places[0]?.estimatedWaitSeconds).toBeGreaterThan(200);
    expect(atMs - beganMs).toBeGreaterThan(290_000);
    expect(complaints(house)).toEqual([]);
  });
});
