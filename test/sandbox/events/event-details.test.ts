import { catalogue } from '../../../src/sandbox/catalogue/catalogue';
import { events, SEATED } from '../support/events';
import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start({ pollingDepth: 3 });
});
afterEach(() => partner.sandbox.close());

describe('event details', () => {
  it.each(['event', 'events'])("return the catalogue's own body under /%s", async (path) => {
    const reply = await partner.call(`/${path}/${SEATED}`);
    expect(reply.status).toBe(200);
    expect(reply.text).toBe(JSON.stringify(events().find(({ id }) => id === SEATED)?.answer));
  });

  it('never poll', async () => {
    const reply = await partner.call(`/event/${SEATED}`, { headers: { 'x-tm-force-polling': 'true' } });
    expect(reply.status).toBe(200);
  });

  it('are 404 for an unknown event and for an id that differs in case', async () => {
    expect(await partner.call('/event/0000000000000000')).toMatchObject({
      status: 404,
      body: { error: { code: 404 } },
    });
    expect(await partner.call(`/event/${SEATED.toLowerCase()}`)).toMatchObject({ status: 404 });
  });

  it("include the manual's own example", async () => {
    const other = await Partner.start({ events: catalogue() });
    expect((await other.call('/event/3F004CBB88958BF9')).status).toBe(200);
    await other.sandbox.close();
  });
});
