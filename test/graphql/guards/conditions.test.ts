import { codeOf, call } from '../../http/call';
import { type House, openHouse } from '../../support/house';

const QUERY = `query Plain { countries { name } }
query Conditional($a: Boolean = true) { countries { name @include(if: $a) } }`;

describe('null for a condition that has a default', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const send = (operationName: string, variables: unknown) =>
    call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: QUERY, operationName, variables }),
    });

  it("is the client's mistake", async () => {
    const reply = await send('Conditional', { a: null });
    expect(reply.status).toBe(400);
    expect(codeOf(reply)).toBe('BAD_USER_INPUT');
  });

  it('has no effect on an operation that does not declare the variable', async () => {
    const reply = await send('Plain', { a: null });
    expect(reply.status).toBe(200);
    expect(reply.text).toBe((await send('Plain', {})).text);
  });
});
