import type { Caller } from '../../src/partner-api/model/caller';
import type { DeleteAnswer, CartAnswer } from '../../src/partner-api/model/cart';
import { UpstreamRefused, UpstreamUnauthorized } from '../../src/partner-api/errors';
import { PartnerApi } from '../../src/partner-api/partner-api';
import { notable } from '../../src/sandbox/catalogue/notable';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox';
import { FakeClock } from '../support/fake-clock';
import { CALLER, ONE_TICKET, failure } from './rig';

type Answer = CartAnswer | DeleteAnswer;

let clock: FakeClock;
let sandbox: Sandbox;
let api: PartnerApi;
const open = async (options: SandboxOptions = {}, apiSecret?: string) => {
  clock = new FakeClock();
  sandbox = await startSandbox({ clock, ...options });
  api = new PartnerApi(
    {
      edition: '2015',
      baseUrl: sandbox.url,
      apiKey: sandbox.apiKey,
      apiSecret: apiSecret ?? sandbox.apiSecret,
      timeoutMs: 5_000,
      connections: 2,
      maxWaiting: 10,
      callsPerSecond: Infinity,
      callsPerDay: null,
    },
    clock,
  );
};
afterEach(async () => {
  await api.close();
  await sandbox.close();
});

/** What comes in the end, after as many polls as it takes, none of them early. */
async function endOf(first: Answer, poll: (url: string) => Promise<Answer>) {
  let answer = first;
  while (answer.kind === 'polling') {
    clock.advance(answer.waitMs);
    answer = await poll(answer.url ?? '');
  }
  return answer;
}

const forced: Caller = { ...CALLER, forcePolling: true };
const untouched = { earlyPoll: 0, concurrentCall: 0, busyCart: 0, missingClientIp: 0, invalidClientIp: 0 };

describe('against a strict upstream', () => {
  it('R-CALL-2: a cart goes through all its polls and back, and nothing on the way is punished', async () => {
    await open();
    const started = await api.reserve(ONE_TICKET, undefined, 'USD', forced);
    expect(started.kind).toBe('polling');
    const held = await endOf(started, (url) => api.pollCart(url, 'USD', forced));
    expect(held).toMatchObject({ kind: 'cart', cart: { holdSeconds: 299, items: [{ quantity: 1 }] } });
    expect(sandbox.report().openCarts).toBe(1);

    const cartId = held.kind === 'cart' ? (held.cartId ?? '') : '';
    const ending = await api.deleteCart({ eventId: ONE_TICKET.eventId, cartId }, forced);
    expect(ending.kind).toBe('polling');
    expect(await endOf(ending, (url) => api.pollDelete(url, forced))).toEqual({ kind: 'deleted' });
    expect(sandbox.report()).toMatchObject({ openCarts: 0, violations: untouched });
    await expect(api.deleteCart({ eventId: ONE_TICKET.eventId, cartId }, forced)).rejects.toThrow(
      UpstreamRefused,
    );
  });

  it('R-CALL-4: nothing polls that need not, unless it is asked to', async () => {
    await open();
    expect((await api.reserve(ONE_TICKET, undefined, 'USD', CALLER)).kind).toBe('cart');
  });

  it('R-CALL-6: a captcha that is called for names its site and its page, and guards the reserve', async () => {
    await open({ captcha: 'required' });
    const captcha = await api.captcha(null, CALLER);
    expect(captcha).toMatchObject({
      siteKey: expect.stringMatching(/./) as string,
      html: expect.stringContaining('<html') as string,
      redirectScheme: 'ticketmaster-g-recaptcha-response',
    });
    const error = await failure(api.reserve(ONE_TICKET, undefined, 'USD', CALLER));
    expect(error).toMatchObject({ upstreamCode: 10004 });
    expect(sandbox.report().requests.token).toBe(1);
  });

  it('R-TOKEN-3: over a whole day no call meets the end of a token', async () => {
    await open({ maintenance: false });
    const calls = 24 * 12;
    for (let call = 0; call < calls; call++) {
      await api.event(notable.manualSample, CALLER);
      clock.advance(5 * 60_000);
    }
    const { requests } = sandbox.report();
    // A call that was refused for its token would have been made twice.
    expect(requests.event).toBe(calls);
    expect(requests.token).toBeLessThanOrEqual(28);
  });

  it('R-TOKEN-5: a wrong secret is reported as such, and nothing but the token is requested', async () => {
    await open({}, 'wrong');
    expect(await failure(api.event(notable.manualSample, CALLER))).toBeInstanceOf(UpstreamUnauthorized);
    expect(sandbox.report().requests).toMatchObject({ token: 1, event: 0 });
  });

  it('R-ERROR-7: an event that upstream does not know is null, and ids differ by case alone', async () => {
    await open();
    expect(await api.event(notable.manualSample.toLowerCase(), CALLER)).toBeNull();
    expect(await api.event(notable.manualSample, CALLER)).not.toBeNull();
  });

  it('R-EVENT-6: every event of the catalogue can be read', async () => {
    await open();
    for (const id of Object.values(notable)) expect(await api.event(id, CALLER)).toMatchObject({ id });
  });
});
