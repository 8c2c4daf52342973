import { getNamedType, isNonNullType, isObjectType } from 'graphql';

import { buildSchema } from '../../src/graphql/schema';
import { catalogue } from '../../src/sandbox/catalogue/catalogue';
import { fullSelectionOf } from '../graphql/full-selection';
import { askOne } from '../support/carts';
import { buyTwo } from '../support/checkout';
import { type House, openHouse } from '../support/house';

const schema = buildSchema();
const objectTypes = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));

describe('a field that is called id', () => {
  // The caches of clients merge objects that share an id.
  it('identifies its object in the whole graph: there is a query that finds the object by it', () => {
    const withId = objectTypes.filter((type) => type.getFields()['id']);
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    const findable = queries
      .filter(({ args }) => args.length === 1 && args[0]?.name === 'id')
      .map(({ type }) => getNamedType(type));
    expect(withId.map(({ name }) => name).sort()).toEqual(['Cart', 'Event']);
    expect(withId.filter((type) => !findable.includes(type))).toEqual([]);
  });

  it('is never null', () => {
    for (const type of objectTypes) {
      const id = type.getFields()['id'];
      if (id) expect(isNonNullType(id.type)).toBe(true);
    }
  });
});

describe('ids that are answered', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ env: { MAX_COST: '1000000' } });
  });
  afterAll(() => house.close());

  /** The values of each field of what an id names, as JSON. */
  const values = new Map<string, Set<string>>();

  /** Notes the fields of all objects with an id in `value`, without the objects in them that have an id of their own. */
  function note(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, part] of Object.entries(value)) {
      note(part);
      if (!hasId(value)) continue;
      const key = `${value.id} ${name}`;
      const json = JSON.stringify(part, (_, inner: unknown) => (hasId(inner) ? undefined : inner));
      values.set(key, (values.get(key) ?? new Set()).add(json));
    }
  }

  it('name one thing each, over the whole catalogue, carts and orders', async () => {
    const event = fullSelectionOf(schema, 'Event', 'Area', 'PriceLevel');
    const cart = fullSelectionOf(schema, 'Cart', 'Event', 'Event');
    for (const { id } of catalogue()) note(await askOne(house, `{ event(id: "${id}") ${event} }`, {}));
    for (const [eventId, ticketId] of ticketsForSale()) {
      const bought = await buyTwo(house, eventId, ticketId);
      note(await askOne(house, `{ cart(id: "${bought.cart.id}") ${cart} }`, {}));
      const order = fullSelectionOf(schema, 'Order');
      note(await askOne(house, `{ order(token: "${bought.orderToken}") ${order} }`, {}));
    }
    const ids = [...values.keys()].filter((key) => key.endsWith(' id'));
    expect(ids).toHaveLength(catalogue().length + 3);
    expect([...values].filter(([, different]) => different.size > 1)).toEqual([]);
  });

  /** Three events with a ticket of each. */
  const ticketsForSale = () =>
    catalogue()
      .flatMap(({ id, answer }): [string, string][] => {
        const [ticket] = (answer.event['tickets'] ?? []) as { id: string }[];
        return answer.api_transactable && ticket ? [[id, ticket.id]] : [];
      })
      .slice(0, 3);
});

const hasId = (value: unknown): value is { id: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
