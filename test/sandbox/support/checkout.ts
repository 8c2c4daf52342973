import { constants, publicEncrypt } from 'node:crypto';
import { ADULT, SEATED } from './events';
import type { Partner, Reply } from './partner';

/** Sixteen letters and digits, the prefix of every encrypted secret. */
export const SALT = 'aB3dE5fG7hJ9kL1m';
/** The manual's test card. */
export const TEST_CARD = { number: '4588883206000011', cin: '123', month: 12, year: 2020 };

/** Encrypts text with a certificate (PEM). */
export function encrypted(pem: string, text: string): string {
  const key = { key: pem, padding: constants.RSA_PKCS1_PADDING };
  return publicEncrypt(key, Buffer.from(text)).toString('base64');
}

/** The fields that every payment has. */
export const BUYER = {
  first_name: 'Ada',
  last_name: 'Byron',
  home_phone: '310-555-0117',
  email_address: 'ada@example.com',
  address: {
    line1: '12 Analytical Way',
    line2: '',
    city: 'Los Angeles',
    country: { id: 840 },
    region: { abbrev: 'CA' },
    postal_code: '90017',
  },
};

/** A cart on its way to an order. */
export class Checkout {
  constructor(
    private readonly partner: Partner,
    readonly cartId: string,
    readonly eventId: string,
  ) {}

  static async start(partner: Partner, quantity = 1, eventId = SEATED, ticket = ADULT): Promise<Checkout> {
    const { body } = await partner.reserve({ [ticket]: quantity }, { eventId });
    return new Checkout(partner, body.cart_id, eventId);
  }

  /** A cart that is ready to be bought: will call, paid by invoice. */
  static async paid(partner: Partner, quantity = 1): Promise<Checkout> {
    const checkout = await Checkout.start(partner, quantity);
    const { body } = await checkout.ship('4');
    await checkout.payBy({ type: 'INVOICE', reference: '77' }, body.cart.totals.unpaid);
    return checkout;
  }

  options(eventId = this.eventId, cartId = this.cartId): Promise<Reply> {
    return this.partner.call(`/events/${eventId}/cart/shipping?cart_id=${encodeURIComponent(cartId)}`);
  }

  ship(shippingId: unknown, poll = false): Promise<Reply> {
    const path = `/events/${this.eventId}/cart/shipping?cart_id=${encodeURIComponent(this.cartId)}`;
    return this.put(path, { shipping_id: shippingId }, poll);
  }

  certificate(): Promise<Reply> {
    return this.partner.call(`/certificate?cart_id=${encodeURIComponent(this.cartId)}`);
  }

  /** Pays `total` dollars. `payment` is added to the buyer's data. */
  payBy(payment: Record<string, unknown>, total: number | undefined): Promise<Reply> {
    return this.put('/cart/payment', {
      cart_id: this.cartId,
      payment: { ...BUYER, amount: total?.toFixed(2), ...payment },
    });
  }

  /** Pays `total` dollars with an encrypted card. `replaced` replaces fields of the card. */
  async payWith(
    card: typeof TEST_CARD,
    total: number,
    replaced: Record<string, unknown> = {},
  ): Promise<Reply> {
    const { id, value } = (await this.certificate()).body;
    return this.payBy(
      {
        type: 'CC',
        card: {
          number: encrypted(value, SALT + card.number),
          cin: encrypted(value, SALT + card.cin),
          encryption_key: id,
          expire_month: card.month,
          expire_year: card.year,
          postal_code: '90017',
          ...replaced,
        },
      },
      total,
    );
  }

  buy(sourceAccountId?: string, poll = false): Promise<Reply> {
    return this.put('/cart', { cart_id: this.cartId, source_account_id: sourceAccountId }, poll);
  }

  private put(path: string, body: unknown, poll = false): Promise<Reply> {
    return this.partner.call(path, {
      method: 'PUT',
      headers: { 'x-tm-force-polling': poll ? 'true' : null },
      body,
    });
  }
}

/** Polls at the pace of `wait` until the call has completed. */
export async function settled(partner: Partner, reply: Reply): Promise<Reply> {
  while (reply.status === 202) {
    partner.clock.advance(reply.body.wait * 1000);
    reply = await partner.get(reply.body.polling_url);
  }
  return reply;
}

/** The reply to a call that is refused with one of the manual's codes. */
export function refused(code: number, status = 400) {
  return { status, body: { error: { code } } };
}
