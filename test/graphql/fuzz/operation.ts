import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** What an operation is made from; every list is used from its beginning, and of an empty one comes what is least. */
export interface Ingredients {
  readonly choices: readonly number[];
  readonly hostile: readonly unknown[];
  /** Values that are right, by the name of their type or of the argument that takes them. */
  readonly good: Readonly<Record<string, readonly unknown[]>>;
}

export interface Operation {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

const MOST_ROOT_FIELDS = 3;
const DEEPEST = 6;

/** An operation that is valid by `schema`, save for what stands in its variables. */
export const operationOf = (schema: GraphQLSchema, ingredients: Ingredients): Operation =>
  new Writer(schema, ingredients).operation();

class Writer {
  #choices = 0;
  #hostile = 0;
  #aliases = 0;
  readonly #declared: string[] = [];
  readonly #fragments: string[] = [];
  readonly #variables: Record<string, unknown> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ingredients: Ingredients,
  ) {}

  operation(): Operation {
    const kind = this.#oneIn(3) ? 'mutation' : 'query';
    const root = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    if (!root) throw new Error(`The schema has no ${kind}.`);
    const fields = Object.values(root.getFields());
    const roots = Array.from({ length: 1 + this.#below(MOST_ROOT_FIELDS) }, () =>
      this.#field(this.#pick(fields), 1, true),
    );
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(' ')})` : '';
    return {
      document: [`${kind} Fuzz${declared} { ${roots.join(' ')} }`, ...this.#fragments].join('\n'),
      variables: this.#variables,
    };
  }

  /** A number from 0 to `count` - 1. */
  #below(count: number): number {
    return (this.ingredients.choices[this.#choices++] ?? 0) % count;
  }

  /** Whether it is the one time in `times`. */
  #oneIn(times: number): boolean {
    return this.#below(times) === times - 1;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, alias: boolean): string {
    const given = field.args
      .filter((argument) => isRequiredArgument(argument) || this.#oneIn(2))
      .map((argument) => `${argument.name}: ${this.#argument(argument)}`);
    const type = getNamedType(field.type);
    return [
      alias || this.#oneIn(6) ? `f${this.#aliases++}: ${field.name}` : field.name,
      given.length > 0 ? `(${given.join(', ')})` : '',
      this.#oneIn(12) ? ' @include(if: true)' : '',
      isCompositeType(type) ? ` ${this.#selection(type, depth + 1)}` : '',
    ].join('');
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    if (!isAbstractType(type)) return `{ ${this.#fields(type, depth, false)} }`;
    const types = this.schema.getPossibleTypes(type).filter(() => this.#oneIn(2));
    return `{ __typename ${types.map((possible) => this.#fragment(possible, depth)).join(' ')} }`;
  }

  /** Part of what an abstract type can be; aliases keep its fields from meeting others of the same name. */
  #fragment(type: GraphQLObjectType, depth: number): string {
    const selection = `on ${type.name} { ${this.#fields(type, depth, true)} }`;
    if (!this.#oneIn(3)) return `... ${selection}`;
    const name = `Part${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} ${selection}`);
    return `...${name}`;
  }

  #fields(type: GraphQLObjectType, depth: number, alias: boolean): string {
    const fields = Object.values(type.getFields())
      .filter((field) => depth < DEEPEST || !isCompositeType(getNamedType(field.type)))
      .filter((field) => this.#oneIn(isCompositeType(getNamedType(field.type)) ? 3 : 2))
      .map((field) => this.#field(field, depth, alias));
    return fields.length > 0 ? fields.join(' ') : '__typename';
  }

  /** A variable with the value of an argument. Literals of the wrong shape would only be refused by validation. */
  #argument(argument: GraphQLArgument): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: ${argument.type.toString()}`);
    this.#variables[name] = this.#value(argument.name, argument.type);
    return `$${name}`;
  }

  #value(name: string, type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#value(name, type.ofType);
    if (isListType(type)) {
      const length = this.#oneIn(12) ? 60 : this.#below(4);
      return Array.from({ length }, () => this.#value(name, type.ofType));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const wanted = type.isOneOf
        ? [this.#pick(fields)]
        : fields.filter((field) => isRequiredInputField(field) || this.#oneIn(2));
      return Object.fromEntries(wanted.map((field) => this.#inputField(field)));
    }
    const good = this.ingredients.good[name] ?? this.ingredients.good[type.name];
    // A wait takes its time, and what it comes to is the same.
    if (good && (name === 'waitUpToSeconds' || !this.#oneIn(4))) return this.#pick(good);
    if (isEnumType(type) && !this.#oneIn(6)) return this.#pick(type.getValues()).name;
    return this.#hostileValue(type.name);
  }

  #inputField(field: GraphQLInputField): [string, unknown] {
    return [field.name, this.#value(field.name, field.type)];
  }

  /** A hostile value that mostly is of the kind that a scalar takes, so that it gets past the first check. */
  #hostileValue(type: string): unknown {
    const value = this.ingredients.hostile[this.#hostile++] ?? '';
    if (this.#oneIn(8)) return value;
    switch (type) {
      case 'Int':
      case 'Float':
        return typeof value === 'number' ? value : this.#below(10);
      case 'Boolean':
        return value === true;
      default:
        return typeof value === 'string' ? value : JSON.stringify(value);
    }
  }
}
