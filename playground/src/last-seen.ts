/*
 * The examples go on with the cart that an earlier one made. What they need of it stands in their variables as
 * `{{cart}}` and the like, and is filled in here from the newest answer that told it.
 */

/** What can be filled in, and the example that brings it about. */
const MADE_BY = {
  cart: 'CreateCart',
  token: 'CreateCart',
  total: 'CreateCart',
  order: 'Buy',
} as const;

type Name = keyof typeof MADE_BY;

const isName = (text: string): text is Name => Object.hasOwn(MADE_BY, text);

/** An example was run before the one that it goes on from. The message says which. */
export class NothingSeen extends Error {}

/** Remembers what the data of an answer tells of carts and orders. It outlives a reload, but not the tab. */
export function remember(data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  const told = data as Record<string, unknown>;
  if (told['__typename'] === 'Cart') {
    keep('cart', told['id']);
    keep('total', member(member(told['totals'], 'grand'), 'amount'));
  }
  if (told['__typename'] === 'Pending') keep('token', told['token']);
  if (told['__typename'] === 'PurchaseReceipt') keep('order', told['orderToken']);
  Object.values(told).forEach(remember);
}

/**
 * Variables with the newest value in the place of each `{{name}}`.
 *
 * @throws NothingSeen where no answer has told such a value.
 */
export function fillIn(variables: unknown): Record<string, unknown> {
  const filled: unknown = JSON.parse(JSON.stringify(variables ?? {}), (_, value: unknown) => {
    const name = typeof value === 'string' ? /^\{\{(\w+)\}\}$/.exec(value)?.[1] : undefined;
    return name !== undefined && isName(name) ? newest(name) : value;
  });
  return filled as Record<string, unknown>;
}

function newest(name: Name): string {
  const value = sessionStorage.getItem(`stagedoor:${name}`);
  if (value === null) {
    throw new NothingSeen(`{{${name}}} is not known yet. Run the example ${MADE_BY[name]} first.`);
  }
  return value;
}

function keep(name: Name, value: unknown): void {
  if (typeof value === 'string') sessionStorage.setItem(`stagedoor:${name}`, value);
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
