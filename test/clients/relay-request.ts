import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  isUnionType,
  print,
  valueFromASTUntyped,
} from 'graphql';
import type { ConcreteRequest } from 'relay-runtime';

/*
 * What Relay's compiler makes of an operation, for operations without named fragments: relay-runtime only runs compiled
 * ones. A condition on an interface becomes one condition for each type that implements it.
 */

type Selection = Readonly<Record<string, unknown>>;

/** Compiles the one operation of `document`. */
export function relayRequest(schema: GraphQLSchema, document: DocumentNode): ConcreteRequest {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) throw new Error('The document has no operation.');
  const name = operation.name?.value ?? 'Unnamed';
  const argumentDefinitions = argumentsOf(operation);
  const selections = selectionsOf(schema, root, operation.selectionSet);
  return {
    kind: 'Request',
    fragment: { kind: 'Fragment', name, type: root.name, argumentDefinitions, metadata: null, selections },
    operation: { kind: 'Operation', name, argumentDefinitions, selections },
    params: {
      id: null,
      cacheID: print(document),
      text: print(document),
      name,
      operationKind: operation.operation,
      metadata: {},
    },
  } as unknown as ConcreteRequest;
}

const argumentsOf = ({ variableDefinitions = [] }: OperationDefinitionNode) =>
  variableDefinitions.map(({ variable, defaultValue }) => ({
    kind: 'LocalArgument',
    name: variable.name.value,
    defaultValue: defaultValue ? valueFromASTUntyped(defaultValue) : null,
  }));

const selectionsOf = (
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
): Selection[] =>
  selections.flatMap<Selection>((node) => {
    if (node.kind === Kind.FIELD) return fieldOf(schema, type, node);
    if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('Named fragments are not compiled.');
    const condition = schema.getType(node.typeCondition?.name.value ?? type.name);
    if (!isCompositeType(condition)) throw new Error('There is no such type.');
    return objectTypesOf(schema, condition).map((objectType) => ({
      kind: 'InlineFragment',
      type: objectType.name,
      abstractKey: null,
      selections: selectionsOf(schema, objectType, node.selectionSet),
    }));
  });

const objectTypesOf = (schema: GraphQLSchema, type: GraphQLCompositeType) =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : [type];

function fieldOf(schema: GraphQLSchema, type: GraphQLCompositeType, node: FieldNode): Selection {
  const name = node.name.value;
  const common = { alias: node.alias?.value ?? null, name, args: argsOf(node), storageKey: null };
  const fields = isUnionType(type) ? {} : type.getFields();
  const below = fields[name]?.type;
  if (!below || !node.selectionSet) return { ...common, kind: 'ScalarField' };
  const named = getNamedType(below);
  if (!isObjectType(named) && !isUnionType(named) && !isInterfaceType(named)) throw new Error(name);
  return {
    ...common,
    kind: 'LinkedField',
    concreteType: isObjectType(named) ? named.name : null,
    plural: isListType(getNullableType(below)),
    selections: selectionsOf(schema, named, node.selectionSet),
  };
}

/** Relay looks for arguments in the order of their names. */
function argsOf({ arguments: args = [] }: FieldNode) {
  if (args.length === 0) return null;
  return [...args]
    .sort((a, b) => (a.name.value < b.name.value ? -1 : 1))
    .map(({ name, value }) =>
      value.kind === Kind.VARIABLE
        ? { kind: 'Variable', name: name.value, variableName: value.name.value }
        : { kind: 'Literal', name: name.value, value: valueFromASTUntyped(value) },
    );
}
