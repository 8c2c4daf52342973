// A plugin for graphql-codegen that writes the schema as a Markdown page.
const {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} = require('graphql');

const INTRODUCTION = `# Schema reference

Every query, mutation, subscription and type of Stagedoor, generated from the SDL in [\`schema\`](../schema) by
\`npm run codegen\`: do not edit. The [frontend guide](frontend-guide.md) explains how to use them, from the first query to the
purchase.
`;

/** The kinds of type in their order, each with its predicate. */
const KINDS = [
  ['Unions', isUnionType],
  ['Interfaces', isInterfaceType],
  ['Objects', isObjectType],
  ['Inputs', isInputObjectType],
  ['Enums', isEnumType],
  ['Scalars', isScalarType],
];

exports.plugin = (schema) => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    Boolean,
  );
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !roots.includes(type))
    .sort((one, other) => one.name.localeCompare(other.name));
  const parts = [INTRODUCTION];
  for (const root of roots) {
    parts.push(
      `## ${root.name}`,
      root.description ?? '',
      ...fieldsOf(root).map((field) => operation(root, field)),
    );
  }
  for (const [title, isOfKind] of KINDS) {
    parts.push(`## ${title}`, ...types.filter(isOfKind).map((type) => describe(type, schema)));
  }
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};

const fieldsOf = (type) => Object.values(type.getFields());

/** A query, mutation or subscription, with its arguments. */
const operation = (root, field) =>
  [
    `### ${root.name}.${field.name}`,
    `Returns ${link(field.type)}.`,
    field.description,
    field.args.length > 0 && table(['argument', 'type', 'meaning'], field.args.map(row)),
  ]
    .filter(Boolean)
    .join('\n\n');

/** A type, with all that is in it. */
const describe = (type, schema) =>
  [`### ${type.name}`, type.description, ...contents(type, schema)].filter(Boolean).join('\n\n');

function contents(type, schema) {
  if (isUnionType(type)) return [`One of ${type.getTypes().map(link).join(', ')}.`];
  if (isEnumType(type)) {
    const rows = type.getValues().map(({ name, description }) => [`\`${name}\``, inline(description)]);
    return [table(['value', 'meaning'], rows)];
  }
  if (isScalarType(type)) return [];
  const column = isInputObjectType(type) ? 'input' : 'field';
  const fields = table([column, 'type', 'meaning'], fieldsOf(type).map(row));
  if (isInterfaceType(type))
    return [`Implemented by ${schema.getPossibleTypes(type).map(link).join(', ')}.`, fields];
  return [fields];
}

const row = (part) => [`\`${part.name}\`${parameters(part)}`, link(part.type), inline(part.description)];

const parameters = ({ args = [] }) =>
  args.length > 0 ? ` (${args.map(({ name }) => `\`${name}\``).join(', ')})` : '';

/** A type as it is written, with a link to where it is described. */
function link(type) {
  const named = getNamedType(type);
  if (isSpecifiedScalarType(named)) return `\`${type}\``;
  return `[\`${type}\`](#${named.name.toLowerCase()})`;
}

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A description in one line, for a table. */
const inline = (description) => (description ?? '').replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
