import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

/** A source of choices that the same seed makes the same. */
export class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to `count` - 1 (mulberry32). */
  below(count: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  }

  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error('There is nothing to choose from.');
    return items[this.below(items.length)] as Item;
  }
}

/** A document as frontends send them, and the variables that it declares. */
export interface ReadDocument {
  readonly query: string;
  /** The names of its operations; null for one without a name. */
  readonly operations: readonly (string | null)[];
  readonly variables: readonly string[];
}

/** Variables by name: how each is declared, and the values that clients send for it; `undefined`: none. */
const VARIABLES: Readonly<
  Record<string, { readonly types: readonly string[]; readonly values: readonly unknown[] }>
> = {
  a: { types: ['Boolean!'], values: [true, false, true, false, null, undefined, 'true'] },
  b: { types: ['Boolean = true', 'Boolean! = true'], values: [true, false, undefined, undefined, null, 1] },
  c: { types: ['Boolean! = false', 'Boolean = false'], values: [true, false, undefined, undefined, null] },
};

const DEEPEST = 4;
const MOST_FRAGMENTS = 4;

/**
 * Writes random reads of public data, valid by the schema: conditions on fields, inline fragments and spreads; fragments
 * spread more than once, overlapping and within one another; fields that have to be merged; aliases; several operations.
 * The fields come from the schema.
 */
export class ReadDocuments {
  readonly #query: GraphQLObjectType;

  /** @param ids event ids that an operation may read. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: readonly string[],
    private readonly choices: Choices,
  ) {
    const query = schema.getQueryType();
    if (!query) throw new Error('The schema has no queries.');
    this.#query = query;
  }

  /** A new document. */
  next(): ReadDocument {
    const writer = new Writer(this.schema, this.#query, this.ids, this.choices);
    return writer.document();
  }

  /** Values for the variables of a document, as a client would send them: some are absent, null or wrong. */
  variablesFor({ variables }: ReadDocument): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const name of variables) {
      const value = this.#value(name);
      if (value !== undefined) values[name] = value;
    }
    return values;
  }

  #value(name: string): unknown {
    const { choices } = this;
    if (name === 'id')
      return choices.oneIn(12) ? choices.pick([null, undefined, '..', 7]) : choices.pick(this.ids);
    if (name === 'ids') {
      if (choices.oneIn(12)) return choices.pick([null, undefined, [null], this.ids[0], {}]);
      return Array.from({ length: choices.below(4) }, () => choices.pick(this.ids));
    }
    if (name === 'country')
      return choices.pick(['CANADA', 'UNITED_STATES_OF_AMERICA', null, undefined, 'NOWHERE']);
    return choices.pick(VARIABLES[name]?.values ?? []);
  }
}

class Writer {
  /** The bodies of the fragments by name, each on its type. */
  readonly #fragments = new Map<string, { readonly type: string; text: string }>();
  readonly #idsType: string;
  readonly #idType: string;
  readonly #types: Readonly<Record<string, string>>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly query: GraphQLObjectType,
    private readonly ids: readonly string[],
    private readonly choices: Choices,
  ) {
    const [first = ''] = ids;
    this.#idType = choices.oneIn(3) ? `EventID! = "${first}"` : 'EventID!';
    this.#idsType = choices.oneIn(3) ? `[EventID!]! = ["${first}"]` : '[EventID!]!';
    this.#types = {
      ...Object.fromEntries(
        Object.entries(VARIABLES).map(([name, { types }]) => [name, choices.pick(types)]),
      ),
      id: this.#idType,
      ids: this.#idsType,
      country: choices.pick(['Country', 'Country = CANADA', 'Country!']),
    };
  }

  document(): ReadDocument {
    const names = this.choices.oneIn(5) ? ['A', 'B'] : [this.choices.pick([null, 'A'])];
    const roots = names.map(() => this.#selection(this.query, 0));
    const fragments = [...this.#fragments].map(([name, { type, text }]) => ({
      name,
      text: `fragment ${name} on ${type} ${text}`,
    }));
    const variables = new Set<string>();
    const operations = roots.map((root, at) => {
      const used = this.#variablesIn(root);
      for (const name of used) variables.add(name);
      const declared = used.map((name) => `$${name}: ${this.#types[name] ?? ''}`).join(', ');
      const name = names[at];
      const head =
        name === null && declared === '' ? '' : `query ${name ?? ''}${declared && `(${declared})`}`;
      return `${head} ${root}`.trim();
    });
    const used = new Set(roots.flatMap((root) => [...this.#fragmentsIn(root)]));
    const query = [...operations, ...fragments.filter(({ name }) => used.has(name)).map(({ text }) => text)];
    return {
      query: query.join('\n'),
      operations: names.map((name) => name ?? null),
      variables: [...variables],
    };
  }

  /** The variables that a selection uses, also in fragments. */
  #variablesIn(text: string): string[] {
    const whole = [
      text,
      ...[...this.#fragmentsIn(text)].map((name) => this.#fragments.get(name)?.text ?? ''),
    ];
    return [...new Set([...whole.join(' ').matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''))];
  }

  #fragmentsIn(text: string, into = new Set<string>()): Set<string> {
    for (const [, name = ''] of text.matchAll(/\.\.\.(F\w+)/g)) {
      if (into.has(name)) continue;
      into.add(name);
      this.#fragmentsIn(this.#fragments.get(name)?.text ?? '', into);
    }
    return into;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const count = 1 + this.choices.below(depth === 0 ? 3 : 5);
    return `{ ${Array.from({ length: count }, () => this.#item(type, depth)).join(' ')} }`;
  }

  #item(type: GraphQLObjectType, depth: number): string {
    const kind = this.choices.below(10);
    if (kind === 0 && depth < DEEPEST) {
      const condition = this.choices.pick(['', ` on ${type.name}`]);
      return `...${condition}${this.#condition()} ${this.#selection(type, depth + 1)}`;
    }
    if (kind <= 2) {
      const name = this.#fragment(type, depth);
      if (name !== null) return `...${name}${this.#condition()}`;
    }
    return type === this.query ? this.#root(depth) : this.#field(type, depth);
  }

  /** A fragment on a type, an earlier one or a new one; null where there are enough. An earlier one is never within itself. */
  #fragment(type: GraphQLObjectType, depth: number): string | null {
    const known = [...this.#fragments].filter(
      ([, fragment]) => fragment.type === type.name && fragment.text !== '',
    );
    if (known.length > 0 && !this.choices.oneIn(3)) return this.choices.pick(known)[0];
    if (this.#fragments.size >= MOST_FRAGMENTS || depth >= DEEPEST) return null;
    const name = `F${this.#fragments.size}`;
    const fragment = { type: type.name, text: '' };
    this.#fragments.set(name, fragment);
    fragment.text = this.#selection(type, depth + 1);
    return name;
  }

  #condition(): string {
    if (!this.choices.oneIn(3)) return '';
    const value = () => this.choices.pick(['$a', '$b', '$c', '$a', '$b', 'true', 'false']);
    if (this.choices.oneIn(6)) return ` @include(if: ${value()}) @skip(if: ${value()})`;
    return ` @${this.choices.pick(['include', 'skip'])}(if: ${value()})`;
  }

  #root(depth: number): string {
    const { choices } = this;
    // Fields of one response key are merged only where their arguments are the same: so the key names them.
    switch (choices.below(8)) {
      case 0:
        return `__typename${this.#condition()}`;
      case 1:
        return `countries${this.#condition()} ${this.#selection(this.#typeOf('CountryEntry'), depth + 1)}`;
      case 2: {
        const [key, args] = choices.pick([
          ['states', ''],
          ['byVariable: states', '(country: $country)'],
          ['mexican: states', '(country: MEXICO)'],
        ] as const);
        return `${key}${args}${this.#condition()} ${this.#selection(this.#typeOf('StateEntry'), depth + 1)}`;
      }
      case 3:
      case 4: {
        const [key, args] = choices.pick([
          ['events', '(ids: $ids)'],
          ['fixed: events', `(ids: ["${this.ids[0] ?? ''}", "${this.ids[1] ?? ''}"])`],
          ['mixed: events', `(ids: [$id, "${this.ids[1] ?? ''}"])`],
        ] as const);
        return `${key}${args}${this.#condition()} ${this.#selection(this.#typeOf('Event'), depth + 1)}`;
      }
      default: {
        const [key, args] = choices.pick([
          ['event', '(id: $id)'],
          ['event', '(id: $id)'],
          ['first: event', `(id: "${this.ids[0] ?? ''}")`],
        ] as const);
        return `${key}${args}${this.#condition()} ${this.#selection(this.#typeOf('Event'), depth + 1)}`;
      }
    }
  }

  #field(type: GraphQLObjectType, depth: number): string {
    if (this.choices.oneIn(10)) return `__typename${this.#condition()}`;
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        field.args.length === 0 &&
        field.name !== 'availability' &&
        (depth < DEEPEST || !isObjectType(getNamedType(field.type))),
    );
    if (fields.length === 0) return '__typename';
    const { name, type: fieldType } = this.choices.pick(fields);
    const named = getNamedType(fieldType);
    // An alias always stands for the same field, so that no two of one key differ.
    const key = this.choices.oneIn(6) ? `as_${name}: ${name}` : name;
    const below = isObjectType(named) ? ` ${this.#selection(named, depth + 1)}` : '';
    return `${key}${this.#condition()}${below}`;
  }

  #typeOf(name: string): GraphQLObjectType {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
    return type;
  }
}
