import {
  type DirectiveNode,
  type DocumentNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';

import { badUserInput } from '../scalars';

const known = new WeakMap<DocumentNode, readonly string[]>();

/** The variables on whose values it depends which fields of a document are selected. */
export function conditionsIn(document: DocumentNode): readonly string[] {
  const names = known.get(document) ?? [...variablesInDirectives(document)];
  known.set(document, names);
  return names;
}

/**
 * The error for a condition of `operation` that is null, as it can be if its variable has a default; null if there is none.
 * graphql-js reports it at every field that it meets, in an order that depends on which of them are cached.
 *
 * @param variables as the client sent them. One that the operation does not declare has no effect.
 */
export function checkConditions(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): GraphQLError | null {
  if (!variables) return null;
  const conditions = conditionsIn(document);
  const nulls = variableDefinitions
    .map(({ variable }) => variable.name.value)
    .filter((name) => variables[name] === null);
  const name = nulls.find((each) => conditions.includes(each));
  return name === undefined
    ? null
    : badUserInput(`Variable "$${name}" is a condition, and must not be null.`);
}

function variablesInDirectives(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  const Directive = ({ arguments: args = [] }: DirectiveNode): void => {
    for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
  };
  visit(document, { Directive });
  return names;
}
