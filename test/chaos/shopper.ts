import { setTimeout as pause } from 'node:timers/promises';

import { CREATE, DELETE, FORCE_POLLING, POLL, type Result, TWO_TICKETS } from '../support/carts';
import { BUYER, PAY, POLL_CHECKOUT, PURCHASE } from '../support/checkout';
import { ask } from '../support/house';
import type { GatewayProcess } from './gateway-process';

/** What a shopper does with the seats. */
export type Intent = 'buy' | 'delete' | 'abandon';

/** What became of a shopper. `answer` is the last result; null: they gave up without one. */
export interface Visit {
  readonly intent: Intent;
  readonly answer: Result;
  /** The token of the last operation. */
  readonly token: string | null;
  /** Whether they were shown a place in line. */
  readonly stoodInLine: boolean;
}

/** How long a shopper tries to get an answer to one request, and the pause between tries. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 150;

/** A shopper who sends each request to any of the gateways, and again to another if it is not answered. */
export class Shopper {
  #token: string | null = null;
  #stoodInLine = false;

  /** @param draw a whole number below its argument. */
  constructor(
    private readonly gateways: readonly GatewayProcess[],
    private readonly name: string,
    private readonly intent: Intent,
    private readonly draw: (below: number) => number,
  ) {}

  /** Reserves, and then buys, deletes or leaves. Never throws. */
  async visit(): Promise<Visit> {
    let answer: Result = null;
    try {
      const input = { ...TWO_TICKETS, idempotencyKey: this.name, captchaToken: `solved-${this.name}` };
      const first = await this.#one(CREATE, { input });
      // Some leave before they have their seats.
      if (this.intent === 'abandon' && this.draw(2) === 0) answer = first;
      else answer = await this.#follow(first, POLL);
      if (answer.__typename === 'Cart' && this.intent === 'delete')
        answer = await this.#follow(await this.#one(DELETE, { input: { cartId: answer.id } }), POLL);
      if (answer.__typename === 'Cart' && this.intent === 'buy')
        answer = await this.#buy(answer.id as string);
    } catch (error) {
      if (!(error instanceof OutOfPatience)) throw error;
    }
    return { intent: this.intent, answer, token: this.#token, stoodInLine: this.#stoodInLine };
  }

  async #buy(cartId: string): Promise<Result> {
    const input = { cartId, buyer: BUYER, method: { invoiceReference: '4711' } };
    const paid = await this.#follow(await this.#one(PAY, { input }), POLL_CHECKOUT);
    if (paid.__typename !== 'Cart') return paid;
    const expectedTotal = '50.00';
    return this.#follow(await this.#one(PURCHASE, { input: { cartId, expectedTotal } }), POLL_CHECKOUT);
  }

  /** Polls until there is a result. */
  async #follow(first: Result, poll: string): Promise<Result> {
    let result = first;
    while (result.__typename === 'Pending' || result.__typename === 'OutcomeUnknown') {
      this.#token = result.token as string;
      if (result.queue) this.#stoodInLine = true;
      if (result.__typename === 'OutcomeUnknown') return result;
      result = await this.#one(poll, { token: this.#token, wait: 2 });
    }
    return result;
  }

  async #one(query: string, variables: Record<string, unknown>): Promise<Result> {
    const giveUpAtMs = Date.now() + PATIENCE_MS;
    for (;;) {
      const urls = this.gateways.flatMap(({ url }) => url ?? []);
      const url = urls[this.draw(Math.max(urls.length, 1))];
      if (url !== undefined) {
        const answer = await Promise.race([
          ask(url, query, variables, FORCE_POLLING).catch(() => null),
          pause(8000, null, { ref: false }),
        ]);
        if (answer && !answer.errors) return Object.values(answer.data as Record<string, Result>)[0];
        const code = answer?.errors?.[0]?.extensions.code;
        if (code === 'INTERNAL_SERVER_ERROR' || code === 'BAD_USER_INPUT')
          throw new Error(`A shopper got ${JSON.stringify(answer?.errors)}`);
      }
      if (Date.now() > giveUpAtMs) throw new OutOfPatience();
      await pause(RETRY_MS);
    }
  }
}

class OutOfPatience extends Error {}
