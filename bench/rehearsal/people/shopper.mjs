import { nightId, ticketId } from '../plan/shows.mjs';
import { buy, giveBack } from './checkout.mjs';
import { Life, Left } from './life.mjs';
import { CREATE } from './operations.mjs';

/** What a shopper does when the gateway names no time. */
const USUAL_PAUSE_SECONDS = 2;

/**
 * One shopper's morning, as planned: arrives, asks for seats, waits in line, reloads, leaves or buys. Resolves to the
 * record of it; never rejects.
 */
export async function shop(plan, morning) {
  const life = new Life(plan, morning);
  try {
    await life.pause(plan.arrivesAfter);
    life.arrive();
    const cart = await reachSeats(life);
    if (cart !== null) await decide(life, cart);
  } catch (error) {
    const cause = life.reason() ?? error;
    life.end(cause instanceof Left ? cause.outcome : morning.end.aborted ? 'stopped' : 'broken', error);
  } finally {
    life.dispose();
  }
  return life.record;
}

/** Stands in line until there are seats. Returns the cart, or null if the morning ended without one. */
async function reachSeats(life) {
  for (let attempt = 1; ; attempt++) {
    let answer = await reserve(life, attempt);
    while (answer.result?.__typename === 'Pending') {
      life.waits(answer.result);
      answer = await follow(life, answer);
    }
    const { result, errors } = answer;
    if (result?.__typename === 'Cart') {
      life.gotSeats(result);
      return result;
    }
    const { code = 'UNKNOWN', retryable, retryAfterSeconds } = result ?? failureOf(errors);
    if (!retryable) {
      life.end(code === 'NO_INVENTORY' ? 'soldOut' : 'failed', code);
      return null;
    }
    life.wasRefused(code);
    await life.pause(retryAfterSeconds ?? USUAL_PAUSE_SECONDS);
  }
}

function reserve(life, attempt) {
  const { number, night, quantity } = life.plan;
  const input = {
    eventId: nightId(night),
    tickets: [{ ticketId, quantity }],
    idempotencyKey: `rehearsal-of-shopper-${number}-attempt-${attempt}`,
  };
  return life.ask(CREATE, { input });
}

/** The next news of a pending reserve: by the stream or a poll, or by a poll at once after a reload. */
async function follow(life, { result: { token, waitSeconds } }) {
  const interruption = life.nextReload();
  const { client, plan } = life;
  try {
    if (plan.watches === 'stream') {
      const news = await client.watch(
        plan.address,
        token,
        ({ result }) => {
          if (result?.__typename === 'Pending') life.waits(result);
        },
        interruption.signal,
      );
      if (news !== null) return news;
    } else await life.pause(waitSeconds, interruption.signal);
    return await client.poll(plan.address, token, interruption.signal);
  } catch (error) {
    if (!interruption.isReload()) throw life.reason() ?? error;
    life.reloaded();
    return life.poll(token);
  } finally {
    interruption.dispose();
  }
}

const failureOf = ([error]) => ({
  code: error?.extensions?.code,
  retryable: error !== undefined,
  retryAfterSeconds: error?.extensions?.retryAfterSeconds,
});

/** What the shopper does with their seats. */
async function decide(life, cart) {
  switch (life.plan.ends) {
    case 'buys':
      return buy(life, cart);
    case 'givesBack':
      return giveBack(life, cart);
    case 'keeps':
      return life.end('kept');
    default:
      // They look at the seats until they leave, at most as long as others take to buy.
      return life.stayUntilLeaving();
  }
}
