import { serverAudits } from 'graphql-http';

import { type House, openHouse } from '../../support/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Every rule of the specification's own audit, those that servers MAY keep to, too. */
describe('the audit of GraphQL over HTTP', () => {
  for (const { id, name, fn } of serverAudits({ url: () => `${house.gateway.url}/graphql` })) {
    it(`R-DOOR-1: ${id}, ${name}`, async () => {
      const result = await fn();
      expect('reason' in result ? result.reason : 'ok').toBe('ok');
    });
  }
});
