import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  getArgumentValues,
  getVariableValues,
  isLeafType,
  isListType,
  isNonNullType,
  typeFromAST,
  visit,
} from 'graphql';

import { leaveToApollo } from './left-to-apollo';

export type Values = Readonly<Record<string, unknown>>;

/*
 * Variables and arguments, coerced as graphql-js coerces them. Its functions take longer than all else in a read of a
 * list, so the plain case is done here: a value is there, it is not null, and it is a leaf or a list of leaves. Whatever
 * else it is, graphql-js coerces it.
 */

/**
 * Returns what coerces the variables of an operation.
 *
 * @throws (what it returns) if they are not valid.
 */
export function variableCoercer(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (given: Values) => Values {
  const plain = variableDefinitions.map(({ variable, type }) => ({
    name: variable.name.value,
    coerce: plainCoercer(typeFromAST(schema, type) as GraphQLInputType | undefined),
  }));
  const coercePlain = (given: Values): Values => {
    const coerced: Record<string, unknown> = {};
    for (const { name, coerce } of plain) {
      coerced[name] = Object.hasOwn(given, name) ? coerce(given[name]) : leaveToApollo();
    }
    return coerced;
  };
  return (given) => {
    try {
      return coercePlain(given);
    } catch {
      return (
        getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 }).coerced ?? leaveToApollo()
      );
    }
  };
}

/** Coerces plain values of a type; throws for all others. */
function plainCoercer(type: GraphQLInputType | undefined): (value: unknown) => unknown {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isLeafType(nullable)) {
    return (value): unknown =>
      value === null ? leaveToApollo() : (nullable.parseValue(value) ?? leaveToApollo());
  }
  if (!isListType(nullable)) return leaveToApollo;
  const coerce = plainCoercer(nullable.ofType);
  return (value) => (Array.isArray(value) ? value.map(coerce) : leaveToApollo());
}

/**
 * Returns what coerces the arguments of a field.
 *
 * @throws (also what it returns) if they are not valid.
 */
export function argumentCoercer(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Values) => Values {
  const [given, ...others] = node.arguments ?? [];
  if (!hasVariable(node)) {
    const args = getArgumentValues(field, node);
    return () => args;
  }
  if (!given || others.length > 0 || field.args.length > 1 || given.value.kind !== Kind.VARIABLE) {
    return (variables) => getArgumentValues(field, node, variables);
  }
  const argument = given.name.value;
  const variable = given.value.name.value;
  return (variables) => {
    const value = Object.hasOwn(variables, variable) ? variables[variable] : null;
    return value === null || value === undefined
      ? getArgumentValues(field, node, variables)
      : { [argument]: value };
  };
}

function hasVariable({ arguments: args = [] }: FieldNode): boolean {
  let found = false;
  const Variable = (): void => void (found = true);
  for (const argument of args) visit(argument, { Variable });
  return found;
}
