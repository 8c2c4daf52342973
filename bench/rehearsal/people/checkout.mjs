import { constants, publicEncrypt } from 'node:crypto';

import { CERTIFICATE, DELETE, OPTIONS, PAY, PURCHASE, SHIP } from './operations.mjs';

const MOST_TRIES = 30;
const USUAL_PAUSE_SECONDS = 2;

/** An invented buyer, and the manual's test card. */
const BUYER = {
  firstName: 'Jo',
  lastName: 'Example',
  email: 'jo@example.com',
  address: {
    line1: '1 Example Street',
    city: 'Chicago',
    country: 'UNITED_STATES_OF_AMERICA',
    postalCode: '60601',
  },
};
const CARD = { number: '4588883206000011', securityCode: '123' };

/** From seats to a receipt: delivery, payment and purchase, with the planned thinking before each. */
export async function buy(life, cart) {
  const [beforeDelivery, beforePayment, beforePurchase] = life.plan.thinks;
  const cartId = cart.id;

  await life.pause(beforeDelivery);
  const options = await step(
    life,
    OPTIONS,
    { id: cartId },
    ({ shippingOptions }) => shippingOptions !== null,
  );
  if (options === null) return;
  const { shippingOptionId } = options.shippingOptions.find(({ requiresAddress }) => !requiresAddress);
  if ((await step(life, SHIP, { input: { cartId, shippingOptionId } })) === null) return;

  await life.pause(beforePayment);
  const certificate = await step(life, CERTIFICATE, { cartId });
  if (certificate === null) return;
  const paid = await step(life, PAY, { input: { cartId, buyer: BUYER, method: methodOf(certificate) } });
  if (paid === null) return;

  await life.pause(beforePurchase);
  const expectedTotal = paid.totals.grand.amount;
  if ((await step(life, PURCHASE, { input: { cartId, expectedTotal } })) !== null) life.end('bought');
}

/** Gives the seats back after some thinking. */
export async function giveBack(life, { id: cartId }) {
  await life.pause(life.plan.thinks[0]);
  if ((await step(life, DELETE, { input: { cartId } })) !== null) life.end('gaveBack');
}

/**
 * One step of a cart, to its end: polls while it is pending, and tries again what may succeed later. Returns the result, or
 * null after a failure, with which the morning has ended.
 */
async function step(life, query, variables, isComplete = () => true) {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    let { result, errors } = await life.ask(query, variables);
    while (result?.__typename === 'Pending' || result?.__typename === 'OutcomeUnknown') {
      await life.pause(result.waitSeconds ?? result.retryAfterSeconds ?? USUAL_PAUSE_SECONDS);
      ({ result, errors } = await life.poll(result.token));
    }
    if (result !== null && result.code === undefined && isComplete(result)) return result;
    const { code, retryable, retryAfterSeconds } = result?.code ? result : fromErrors(errors);
    if (!retryable) {
      life.end(code === 'CART_EXPIRED' ? 'holdRanOut' : 'failed', code);
      return null;
    }
    life.wasRefused(code);
    await life.pause(retryAfterSeconds ?? USUAL_PAUSE_SECONDS);
  }
  life.end('failed', 'TOO_MANY_TRIES');
  return null;
}

const fromErrors = ([error]) => ({
  code: error?.extensions?.code ?? 'NO_RESULT',
  retryable: error !== undefined,
  retryAfterSeconds: error?.extensions?.retryAfterSeconds,
});

/** The card as a page encrypts it: 16 characters in front of each secret, which need not be secret here. */
function methodOf({ pem, certificateId }) {
  const encrypted = (text) =>
    publicEncrypt(
      { key: pem, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(`abcdefghijklmnop${text}`),
    ).toString('base64');
  return {
    card: {
      number: encrypted(CARD.number),
      securityCode: encrypted(CARD.securityCode),
      certificateId,
      expiryMonth: 12,
      expiryYear: 2035,
    },
  };
}
