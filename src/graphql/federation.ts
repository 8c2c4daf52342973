import {
  type ConstDirectiveNode,
  GraphQLError,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

import type { PartnerEvent } from '../partner-api/model/event';
import type { Context } from './context';
import { EventID, badUserInput } from './scalars';

/*
 * The schema as a subgraph of Apollo Federation 2. A router asks a subgraph for entities by `_entities`, and composition
 * reads its SDL by `_service`. Only that SDL has the directives of federation: the schema that is executed does without.
 */

/** What the SDL says of its types to the router. A type without an entry is this subgraph's alone. */
export const DIRECTIVES_OF_TYPES: Readonly<Record<string, string>> = {
  Event: '@key(fields: "id")',
  // Values without an identity: another subgraph may have the same type, if it resolves it alike.
  Money: '@shareable',
  PriceRange: '@shareable',
  PriceRangeEnd: '@shareable',
  Address: '@shareable',
  Market: '@shareable',
  Image: '@shareable',
  VenueImage: '@shareable',
  StateEntry: '@shareable',
  CountryEntry: '@shareable',
};

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])`;

const ENTITIES = `
"What a router knows of an entity: its type as \`__typename\`, and its key."
scalar _Any

"The entities that a router can ask for."
union _Entity = Event

extend type Query {
  """
  The entities of these representations, in their order, for a router. An event that upstream does not know is null. As many at once as
  \`events\` takes.
  """
  _entities(
    "The representations, for example \`{ __typename: \\"Event\\", id: \\"3F004CBB88958BF9\\" }\`."
    representations: [_Any!]!
  ): [_Entity]!
}
`;

const SERVICE = `
"This schema as a subgraph."
type _Service {
  "The schema with the directives of federation, for composition."
  sdl: String!
}

extend type Query {
  "This schema as a subgraph, for composition."
  _service: _Service!
}
`;

export interface EntitiesArguments {
  readonly representations: readonly unknown[];
}

/** The id of the event that a representation names; or the error of this entity. */
export function eventIdIn(representation: unknown): string | GraphQLError {
  const { __typename, id } = (representation ?? {}) as Readonly<Record<string, unknown>>;
  if (__typename !== 'Event') return NO_EVENT;
  try {
    return EventID.parseValue(id);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

const NO_EVENT = badUserInput('A representation is an object with the __typename "Event" and an id.');

/** The type definitions that a subgraph has beside `typeDefs`, and their resolvers. */
export function subgraphOf(typeDefs: string, { showsSdl }: { readonly showsSdl: boolean }) {
  const sdl = showsSdl ? subgraphSdl(typeDefs) : null;
  return {
    typeDefs: sdl === null ? ENTITIES : ENTITIES + SERVICE,
    resolvers: {
      _Entity: { __resolveType: () => 'Event' },
      Query: {
        _entities: (_: unknown, { representations }: EntitiesArguments, { events }: Context) =>
          representations.map(
            (representation): PartnerEvent | null | Promise<PartnerEvent | null> | GraphQLError => {
              const id = eventIdIn(representation);
              return typeof id === 'string' ? events.load(id) : id;
            },
          ),
        ...(sdl !== null && { _service: () => ({ sdl }) }),
      },
    },
  };
}

/**
 * The SDL with the directives of federation, as composition reads it. Composition does not know `@oneOf`: the gateway itself
 * refuses an input that has none or several of the fields.
 */
const subgraphSdl = (typeDefs: string): string =>
  `${LINK}\n\n${print(
    visit(parse(typeDefs), {
      Directive: ({ name }) => (name.value === 'oneOf' ? null : undefined),
      ObjectTypeDefinition: (node): ObjectTypeDefinitionNode | undefined => {
        const directives = DIRECTIVES_OF_TYPES[node.name.value];
        return directives === undefined
          ? undefined
          : { ...node, directives: [...(node.directives ?? []), ...directivesIn(directives)] };
      },
    }),
  )}\n`;

/** Parses directives by giving them to a type. */
function directivesIn(text: string): readonly ConstDirectiveNode[] {
  const [type] = parse(`type Any ${text}`).definitions;
  return (type?.kind === Kind.OBJECT_TYPE_DEFINITION && type.directives) || [];
}
