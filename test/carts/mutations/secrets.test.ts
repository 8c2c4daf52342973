import { FORCE_POLLING, type Result, follow } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import {
  createCart,
  deleteCart,
  keepCart,
  lookAtCart,
  pollCart,
  release,
  requests,
  untilAllGivenBack,
} from './shop';

/**
 * A house that collects every answer to a client, headers and errors included, and upstream's ids of all carts that it
 * has ever seen open.
 */
async function openWatchedHouse(options: Parameters<typeof openHouse>[0]) {
  const house = await openHouse(options);
  const answers: string[] = [];
  const cartIds = new Set<string>();
  const note = () => house.sandbox.report().carts.forEach(({ cartId }) => cartIds.add(cartId));
  const watched: House = {
    ...house,
    ask: async (...question) => {
      const answer = await house.ask(...question);
      answers.push(JSON.stringify(answer));
      note();
      return answer;
    },
  };
  return { house: watched, answers, cartIds };
}

/** The forms in which `text` could stand in an address, a body or a log line. */
const formsOf = (text: string): string[] => [
  text,
  encodeURIComponent(text),
  JSON.stringify(text).slice(1, -1),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('base64url'),
];

/** Takes carts through everything that can happen to them: held, deleted, released, refused, lost. */
async function liveThroughEverything(house: House): Promise<Result[]> {
  const results: Result[] = [];
  const held = await follow(house, await createCart(house, { captchaToken: 'solved-1' }, FORCE_POLLING));
  results.push(held, await lookAtCart(house, held.id), await keepCart(house, held.id));
  results.push(await deleteCart(house, { cartId: held.id }));

  const pending = await createCart(house, { captchaToken: 'solved-2' }, FORCE_POLLING);
  house.sandbox.setFaults([
    { route: 'poll', kind: 'status', status: 500, times: 1 },
    { route: 'poll', kind: 'html', times: 1 },
    { route: 'deleteCart', kind: 'resetBefore', times: 1 },
  ]);
  results.push(pending, await pollCart(house, pending.token));
  await release(pending.releaseUrl);

  const at = house.sandbox.url;
  const body = { polling_url: `${at}/../elsewhere?apikey=sandbox-key&cart_id=c3RvbGVuK2lk`, wait: 1 };
  house.sandbox.setFaults([
    { route: 'reserve', kind: 'json', status: 202, body, times: 1 },
    { route: 'reserve', kind: 'status', status: 401, times: 2 },
    { route: 'reserve', kind: 'resetAfter', times: 1 },
    { route: 'event', kind: 'json', body: { error: 'sandbox-secret' }, eventId: 'FATFESTIVAL00001' },
  ]);
  await house.ask('{ event(id: "FATFESTIVAL00001") { name } }');
  for (const captchaToken of ['solved-3', 'solved-4', 'solved-5'])
    results.push(await createCart(house, { captchaToken }));
  house.sandbox.setFaults([]);
  results.push(await createCart(house, { captchaToken: 'unsolved' }));
  // Where no captcha opens a session, the cart whose answer was lost ends with its hold.
  await untilAllGivenBack(house, 300_000);
  return results;
}

describe('L1: secrets stay in:', () => {
  it("upstream's cart ids, polling addresses, key, secret, token and captchas are in no answer and no log line", async () => {
    const { house, answers, cartIds } = await openWatchedHouse({ sandbox: { captcha: 'required' } });
    const kinds = (await liveThroughEverything(house)).map(
      ({ __typename }) => __typename as string | undefined,
    );
    const published = answers.join('\n') + house.log();
    await house.close();

    // The test proves nothing unless the carts went through all of this.
    expect(new Set(kinds)).toEqual(
      new Set(['Cart', undefined, 'Pending', 'UpstreamFailed', 'CaptchaFailed']),
    );
    expect(requests(house).poll).toBeGreaterThan(3);
    expect(cartIds.size).toBeGreaterThanOrEqual(2);
    expect(house.log()).toContain('upstream call');
    expect(answers.some((answer) => answer.includes('"errors"'))).toBe(true);

    const secrets = [...cartIds, 'sandbox-key', 'sandbox-secret', 'c3RvbGVuK2lk', 'stolen+id', 'solved-1'];
    for (const form of secrets.flatMap(formsOf)) expect(published).not.toContain(form);
    expect(published).not.toMatch(/polling_url|\/polling[-/]|partners\/v1|bearer/i);
    expect(published).not.toContain(new URL(house.sandbox.origin).host);
  });
});
