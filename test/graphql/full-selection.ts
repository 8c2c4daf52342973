import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** How often a type may stand in itself: areas have price levels, which have areas, and so on without end. */
const MOST_TURNS = 2;

const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());

/** Every field of `type` and of all object types below it, as a selection set. */
export function fullSelection(type: GraphQLObjectType, above: readonly GraphQLNamedType[] = []): string {
  const path = [...above, type];
  const fields = fieldsOf(type).flatMap((field) => {
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [field.name];
    const turns = path.filter((other) => other === below).length;
    return turns < MOST_TURNS ? [`${field.name} ${fullSelection(below, path)}`] : [];
  });
  return `{ ${fields.join(' ')} }`;
}

/**
 * Every field of the type called `name`, and of all below it.
 *
 * @param above types that count as standing around it already: named once, a type stands below only once; named twice,
 *   not at all.
 */
export function fullSelectionOf(schema: GraphQLSchema, name: string, ...above: string[]): string {
  const objectType = (typeName: string): GraphQLObjectType => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no object type.`);
    return type;
  };
  return fullSelection(objectType(name), above.map(objectType));
}

/** What values of the project's own scalars have to look like. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  EventID: /^[0-9A-Za-z]{15,16}$/,
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/,
  LocalDate: /^\d{4}-\d\d-\d\d$/,
  LocalTime: /^\d\d:\d\d:\d\d$/,
  TimeZone: /^[A-Za-z_]+(\/[A-Za-z_]+)*$/,
  Decimal: /^\d+(\.\d+)?$/,
  CurrencyCode: /^[A-Z]{3}$/,
  URL: /^https?:\/\/\S+$/,
};

/** What an answer of `type` has that the schema does not allow: one line for each place. */
export function complaintsAbout(value: unknown, type: GraphQLOutputType, path: string): string[] {
  if (isNonNullType(type)) {
    return value === null || value === undefined
      ? [`${path} is null`]
      : complaintsAbout(value, type.ofType, path);
  }
  if (value === null) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((entry, index) => complaintsAbout(entry, type.ofType, `${path}[${index}]`));
  }
  if (isObjectType(type)) {
    const fields = type.getFields();
    return Object.entries(value as object).flatMap(([name, below]) => {
      const field = fields[name];
      return field
        ? complaintsAbout(below, field.type, `${path}.${name}`)
        : [`${path}.${name} is unheard of`];
    });
  }
  if (isEnumType(type)) {
    return typeof value === 'string' && type.getValue(value)
      ? []
      : [`${path} is no ${type.name}: ${JSON.stringify(value)}`];
  }
  return isScalarOf(value, type.toString())
    ? []
    : [`${path}: ${JSON.stringify(value)} is no ${type.toString()}`];
}

function isScalarOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'Int':
      return Number.isInteger(value);
    case 'Float':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'ID':
    case 'String':
      return typeof value === 'string';
    default:
      return typeof value === 'string' && SHAPES[type]?.test(value) === true;
  }
}
