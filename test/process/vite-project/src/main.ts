import { CartSession } from '@stagedoor/client';
import { encryptCard } from '@stagedoor/client/card';

import type { BuyerInput, CreateCartInput, ResultFragment, TypedDocumentString } from './gql/graphql';
import { Certificate, CreateCart, DeleteCart, KeepCart, Pay, PollCart, Purchase, Ship } from './operations';

/* A page that reserves two tickets, and buys them: `?gateway=…`. */

const gateway = new URLSearchParams(location.search).get('gateway') ?? '';
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}
const show = (text: string) => (element('status').textContent = text);

async function ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables) {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tm-force-polling': 'true' },
    body: JSON.stringify({ query: String(document), variables }),
  });
  return ((await response.json()) as { data: Data }).data;
}

/** The order is the memo: what the page needs to show the cart after a reload. */
const isOrder = (value: unknown): value is CreateCartInput =>
  typeof value === 'object' && value !== null && 'idempotencyKey' in value;

function present(result: ResultFragment | null | undefined): ResultFragment {
  if (!result) throw new Error('No result came.');
  return result;
}

const session = new CartSession(
  {
    poll: async (token) => present((await ask(PollCart, { token })).pollCart),
    keep: async (id) => (await ask(KeepCart, { id })).keepCart ?? null,
    remove: (input) => ask(DeleteCart, { input }),
  },
  { isMemo: isOrder },
);
/** Also sends an order again whose first answer was lost with the page: its key keeps it from being reserved twice. */
function reserve(order: CreateCartInput): void {
  const create = async () => present((await ask(CreateCart, { input: order })).createCart);
  // The browser cancels the call when the page is reloaded.
  session.carryOut(create, order).catch(() => show('No answer'));
}

session.subscribe(() => {
  const { status, memo, result } = session.state;
  if (status === 'unanswered' && memo) reserve(memo);
  else if (status === 'pending') show('Pending');
  else if (status === 'open') show('Cart');
  else if (result?.__typename === 'PurchaseReceipt') show(`Order ${result.orderNumber}`);
  else show(result?.__typename ?? status);
});
session.start();

element('reserve').addEventListener('click', () => {
  const tickets = [{ ticketId: '000002040006', quantity: 2 }];
  reserve({ eventId: '3F004CBB88958BF9', tickets, idempotencyKey: crypto.randomUUID() });
});

element('buy').addEventListener('click', async () => {
  const cartId = session.state.cart?.id;
  if (cartId === undefined) return show('No cart');
  const shipping = { cartId, shippingOptionId: '4' };
  await session.carryOut(async () => present((await ask(Ship, { input: shipping })).setCartShipping));
  const paid = await session.carryOut(async () => {
    const { paymentCertificate } = await ask(Certificate, { cartId });
    if (!paymentCertificate) throw new Error('There is no certificate.');
    const { certificateId, pem } = paymentCertificate;
    const card = { ...encryptCard(pem, '4588 8832 0600 0011', '123'), certificateId };
    const method = { card: { ...card, expiryMonth: 12, expiryYear: 2020 } };
    return present((await ask(Pay, { input: { cartId, buyer, method } })).setCartPayment);
  });
  if (paid?.__typename !== 'Cart') return show(paid?.__typename ?? 'None');
  // Money is text: with `any` this would compile for a number, too.
  const expectedTotal: string = paid.totals?.grand?.amount ?? '';
  const purchase = { cartId, expectedTotal };
  await session.carryOut(async () => present((await ask(Purchase, { input: purchase })).purchaseCart));
});

const buyer: BuyerInput = {
  firstName: 'John',
  lastName: 'Doe',
  email: 'john.doe@example.com',
  address: {
    line1: '123 Main Street',
    city: 'Los Angeles',
    state: 'CALIFORNIA',
    country: 'UNITED_STATES_OF_AMERICA',
    postalCode: '90210',
  },
};
