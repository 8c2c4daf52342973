import { fanOut, times } from '../../graphql/limits/bombs';
import { type House, openHouse } from '../../support/house';
import { call, codeOf } from '../call';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
const progress = (selection: string) => `subscription { cartProgress(token: "x") { ${selection} } }`;

describe.each(['/graphql', '/graphql/stream'])('a subscription at %s', (path) => {
  it.each([
    ['tokens', progress(times(3000, () => '__typename'))],
    ['depth', progress(`... on Cart ${'{ event '.repeat(20)}{ id }${' }'.repeat(20)}`)],
    ['aliases', progress(times(31, (index) => `a${index}: __typename`))],
    ['directives', progress(`__typename ${times(51, () => '@include(if: true)')}`)],
    ['fragments', fanOut(100)],
    [
      'cost',
      progress(`... on Cart { event { ${'priceLevels { areas { '.repeat(6)}areaId${' } }'.repeat(6)} } }`),
    ],
  ])('R-LIMIT-6: is refused over the same limits: %s', async (limit, query) => {
    const answer = await call(house, path, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'OVER_LIMIT']);
    expect(answer.text).toContain(`"limit":"${limit}"`);
  });

  it('R-LIMIT-6: of fragments that spread themselves is left to validation', async () => {
    const query =
      'subscription { ...a } fragment a on Subscription { ...a cartProgress(token: "x") { __typename } }';
    const answer = await call(house, path, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    expect(answer.text).toContain('Cannot spread fragment');
  });

  it('R-LIMIT-6: has a body within the same bounds', async () => {
    const body = JSON.stringify({ query: `${progress('__typename')} #${'x'.repeat(70_000)}` });
    const answer = await call(house, path, { method: 'POST', headers, body });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('is answered within them', async () => {
    const query = progress('__typename ... on CartGone { code }');
    const answer = await call(house, path, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('CartGone');
  });
});
