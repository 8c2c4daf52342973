import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';

import type { EventLoader } from '../../src/events/loader';
import { Validity } from '../../src/events/validity';
import { FIELD_FRESHNESS, type Freshness, freshnessOf } from '../../src/fast-reads/field-freshness';
import { FieldInfo } from '../../src/fast-reads/field-info';
import type { Context } from '../../src/graphql/context';
import { buildSchema } from '../../src/graphql/schema';
import { readEvent } from '../../src/partner-api/wire/event';
import { catalogue } from '../../src/sandbox/catalogue/catalogue';
import { Stop } from '../../src/stop';
import { FakeClock } from '../support/fake-clock';

/** The queries that read an event or the appendix. The others depend on the caller, or on upstream. */
const PUBLIC_QUERIES = ['event', 'events', '_entities', 'states', 'countries'];

const schema = buildSchema({ showsSdl: false });
const query = schema.getQueryType();

/** The types that can be reached from the public queries, except through live fields: `Type.field` for each field. */
function reachableFields(from: GraphQLSchema): Map<string, GraphQLObjectType> {
  const fields = new Map<string, GraphQLObjectType>();
  const follow = (type: GraphQLObjectType, names: readonly string[]): void => {
    for (const name of names) {
      const field = `${type.name}.${name}`;
      if (fields.has(field)) continue;
      fields.set(field, type);
      const below = getNamedType(type.getFields()[name]?.type);
      if (freshnessOf(type.name, name) === 'live' || isLeafType(below)) continue;
      // An interface or another union would have fields that this walk does not see.
      const types = isUnionType(below) && below.name === '_Entity' ? below.getTypes() : [below];
      for (const each of types) {
        if (!isObjectType(each)) throw new Error(`${field} is neither of an object type nor a leaf.`);
        follow(each, Object.keys(each.getFields()));
      }
    }
  };
  const root = from.getQueryType();
  if (root) follow(root, PUBLIC_QUERIES);
  return fields;
}

const reachable = reachableFields(schema);
const declared = new Map<string, Freshness>(
  Object.entries(FIELD_FRESHNESS).flatMap(([type, fields]) =>
    Object.entries(fields).map(([name, freshness]) => [`${type}.${name}`, freshness] as const),
  ),
);

describe('the table of the freshness of fields', () => {
  it('declares every field that can be reached from public queries, and no other', () => {
    expect([...declared.keys()].sort()).toEqual([...reachable.keys()].sort());
  });

  it.each([
    ['Query', 'captcha'],
    ['Query', 'cart'],
    ['Query', 'order'],
    ['Cart', 'id'],
    ['Event', 'toString'],
    ['constructor', 'name'],
  ])('does not declare %s.%s', (type, field) => {
    expect(freshnessOf(type, field)).toBeUndefined();
  });

  it('has no field below the queries with arguments, on which its value could depend', () => {
    const withArguments = [...reachable].filter(
      ([name, type]) => type !== query && type.getFields()[name.split('.')[1] ?? '']?.args.length !== 0,
    );
    expect(withArguments.map(([name]) => name)).toEqual([]);
  });
});

describe('the resolvers of fields of events', () => {
  const NOW_MS = Date.parse('2026-06-15T12:00:00Z');
  const events = catalogue().map(({ id, answer }) =>
    readEvent({ text: JSON.stringify(answer) }, id, { from: 2, to: 3 }),
  );
  const ofEvents = Object.values((schema.getType('Event') as GraphQLObjectType).getFields());
  const resolved = ofEvents.filter((field) => field.resolve);

  /** Resolves a field of each event. */
  const resolve = async (field: (typeof ofEvents)[number], context: Partial<Context>): Promise<void> => {
    for (const event of events) await field.resolve?.(event, {}, context, new FieldInfo(field.name));
  };

  it('look neither at the clock nor at the caller where the field is fixed', async () => {
    const looks: string[] = [];
    for (const field of resolved.filter(({ name }) => freshnessOf('Event', name) === 'fixed')) {
      const signal = new Stop();
      const look = (key: string | symbol): void => void looks.push(`${field.name}: ${String(key)}`);
      // Long lists are resolved in slices, which end with the signal.
      const get = (_: unknown, key: string | symbol) => (key === 'signal' ? signal : look(key));
      await resolve(field, new Proxy({}, { get }));
    }
    expect(looks).toEqual([]);
  });

  it('report for how long the value holds where it goes by the clock', async () => {
    const clocked = resolved.filter(({ name }) => freshnessOf('Event', name) === 'clock');
    expect(clocked.length).toBeGreaterThan(0);
    for (const field of clocked) {
      const validity = new Validity();
      const clock = new FakeClock(NOW_MS);
      const loaded = { freshUntilMs: () => NOW_MS + 60_000 } as unknown as EventLoader;
      await resolve(field, { clock, wallClock: clock, events: loaded, validity });
      expect(validity.span.fromMs).toBeLessThanOrEqual(NOW_MS);
      expect(validity.span.untilMs).toBeGreaterThan(NOW_MS);
      expect(validity.span.untilMs).toBeLessThan(Infinity);
    }
  });

  it('are known to the table wherever they are', () => {
    // A resolver below an event could look at the clock as well; there is none so far.
    const below = [...reachable].filter(([name, type]) => {
      const field = type.getFields()[name.split('.')[1] ?? ''];
      return (
        type !== query && type.name !== 'Event' && isLeafType(getNamedType(field?.type)) && field?.resolve
      );
    });
    expect(below.map(([name]) => name)).toEqual([]);
  });
});
