/*
 * The examples continue with the cart of an earlier one. Their variables contain placeholders such as `{{cart}}`, which are
 * filled in here from the newest response that had the value.
 */

/** The placeholders, each with the example that returns its value. */
const SOURCE_OF = {
  cart: 'CreateCart',
  token: 'CreateCart',
  total: 'CreateCart',
  order: 'Buy',
} as const;

type Name = keyof typeof SOURCE_OF;

const isName = (text: string): text is Name => Object.hasOwn(SOURCE_OF, text);

/** An example needs a value that no response has had yet. The message names the example to run first. */
export class MissingValue extends Error {}

/** Stores the ids and tokens of carts and orders in a response. They outlive a reload, but not the tab. */
export function remember(data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  const fields = data as Record<string, unknown>;
  if (fields['__typename'] === 'Cart') {
    keep('cart', fields['id']);
    keep('total', member(member(fields['totals'], 'grand'), 'amount'));
  }
  if (fields['__typename'] === 'Pending') keep('token', fields['token']);
  if (fields['__typename'] === 'PurchaseReceipt') keep('order', fields['orderToken']);
  Object.values(fields).forEach(remember);
}

/**
 * Returns the variables with the newest value in place of each `{{name}}`.
 *
 * @throws MissingValue if no response has had the value.
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
    throw new MissingValue(`{{${name}}} is not known yet. Run the example ${SOURCE_OF[name]} first.`);
  }
  return value;
}

function keep(name: Name, value: unknown): void {
  if (typeof value === 'string') sessionStorage.setItem(`stagedoor:${name}`, value);
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
