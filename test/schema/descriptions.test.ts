import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  concatAST,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  validateSchema,
} from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLNamedType } from 'graphql';

const folder = join(__dirname, '../../schema');
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
const schema = buildASTSchema(
  concatAST(files.map((file) => parse(readFileSync(join(folder, file), 'utf8')))),
);

const ourTypes = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

/** An element of the schema, by its path, for example `Query.event(id:)`. */
interface Element {
  path: string;
  description: string;
}

const element = (path: string, node: { description?: string | null | undefined }): Element => ({
  path,
  description: node.description ?? '',
});

const argumentsOf = (path: string, args: readonly GraphQLArgument[]): Element[] =>
  args.map((arg) => element(`${path}(${arg.name}:)`, arg));

const fieldsOf = (typeName: string, fields: readonly GraphQLField<unknown, unknown>[]): Element[] =>
  fields.flatMap((field) => {
    const path = `${typeName}.${field.name}`;
    return [element(path, field), ...argumentsOf(path, field.args)];
  });

function membersOf(type: GraphQLNamedType): Element[] {
  if (isObjectType(type) || isInterfaceType(type))
    return fieldsOf(type.name, Object.values(type.getFields()));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => element(`${type.name}.${field.name}`, field));
  }
  if (isEnumType(type)) return type.getValues().map((value) => element(`${type.name}.${value.name}`, value));
  return [];
}

const elements = [
  ...ourTypes.flatMap((type) => [element(type.name, type), ...membersOf(type)]),
  ...schema
    .getDirectives()
    .filter((directive) => !isSpecifiedDirective(directive))
    .flatMap((directive) => [
      element(`@${directive.name}`, directive),
      ...argumentsOf(`@${directive.name}`, directive.args),
    ]),
];

const pathsWhere = (wrong: (description: string) => boolean): string[] =>
  elements.filter(({ description }) => wrong(description)).map(({ path }) => path);

const valuesOf = (enumName: string): string[] => {
  const type = schema.getType(enumName);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
};

describe('the public contract', () => {
  it('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('describes every type, field, argument, input field, enum value and directive', () => {
    expect(elements.length).toBeGreaterThan(600);
    expect(pathsWhere((description) => description.trim().length < 10)).toEqual([]);
  });

  it('has no placeholder for a description', () => {
    const placeholder = /\b(todo|tbd|fixme|lorem|placeholder|describe me|no description)\b|\.\.\.(?! on )|…/i;
    expect(pathsWhere((description) => placeholder.test(description))).toEqual([]);
  });

  it('ends every description like a sentence', () => {
    expect(pathsWhere((description) => !/[.:]$/.test(description.trim()))).toEqual([]);
  });

  it('has nullable mutation fields, so that an error in one does not void the others', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(fields.map(({ name }) => name)).toEqual([
      'createCart',
      'deleteCart',
      'keepCart',
      'setCartShipping',
      'setCartPayment',
      'purchaseCart',
    ]);
    expect(fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
  });

  it('says of every @oneOf input that exactly one field must be given', () => {
    const oneOfs = ourTypes.filter((type) => isInputObjectType(type)).filter(({ isOneOf }) => isOneOf);
    expect(oneOfs.map(({ name }) => name).sort()).toEqual([
      'DeleteCartInput',
      'PaymentMethodInput',
      'SeatSelection',
    ]);
    expect(
      oneOfs.filter(({ description }) => !description?.includes('Exactly one')).map(({ name }) => name),
    ).toEqual([]);
  });

  it('has a failure in every member of PollingResult that is neither pending nor done', () => {
    const failure = schema.getType('Failure');
    const result = schema.getType('PollingResult');
    const failures = isInterfaceType(failure) ? schema.getPossibleTypes(failure) : [];
    const members = isUnionType(result) ? result.getTypes() : [];
    const names = members.filter((type) => !failures.includes(type)).map(({ name }) => name);
    expect(names).toEqual(['Pending', 'Cart', 'CartDeleted', 'PurchaseReceipt']);
    expect(failures.filter((type) => !members.includes(type))).toEqual([]);
  });

  it('names every failure code in exactly one failure, and begins the description of the code with that failure', () => {
    const failure = schema.getType('Failure');
    const failures = isInterfaceType(failure) ? schema.getPossibleTypes(failure) : [];
    const carriedBy = (code: string): string[] =>
      failures
        .filter((type) => type.getFields()['code']?.description?.includes(`\`${code}\``))
        .map(({ name }) => `In \`${name}\``);
    const codes = elements.filter(({ path }) => path.startsWith('FailureCode.'));
    const wrong = codes.filter(({ path, description }) => {
      const carriers = carriedBy(path.replace('FailureCode.', ''));
      return carriers.length !== 1 || !carriers.every((words) => description.trim().startsWith(words));
    });
    expect(codes).toHaveLength(31);
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('has a step or an operation of its own for every part of the checkout', () => {
    expect(valuesOf('CartStep')).toEqual(['SHIPPING', 'PAYMENT']);
    expect(valuesOf('CartOperation')).toEqual(['CREATE', 'SHIPPING', 'PAYMENT', 'PURCHASE', 'DELETE']);
  });

  it('says of every desk query that it is refused as FORBIDDEN unless the operator has enabled it', () => {
    const refusing = /off by\s+default[\s\S]*`Authorization`[\s\S]*`FORBIDDEN`/;
    const paths = elements.filter(({ description }) => refusing.test(description)).map(({ path }) => path);
    expect(paths).toEqual(['Query.order(number:)', 'Query.unredeemedOrders']);
  });

  it("has the appendix's 75 states and 5 countries", () => {
    expect(valuesOf('State')).toHaveLength(75);
    expect(valuesOf('Country')).toHaveLength(5);
  });
});
