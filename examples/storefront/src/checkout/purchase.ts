import { askFor } from '../api/ask';
import { PurchaseDocument } from '../api/generated/graphql';
import { carryOut, pause, poll } from './carry-out';
import { carryOutTask, takeIn } from './holding';
import { currentVisit } from './visit';

/** How long to wait when the gateway does not say. */
const ASK_AGAIN_SECONDS = 60;

/**
 * Buys what is held, for the total that the shopper has seen. A cart is bought at most once, so after a lost answer
 * the same call is simply made again.
 */
export async function purchase(expectedTotal: string): Promise<void> {
  const outcome = await carryOutTask('purchase', (cartId) =>
    askFor('purchaseCart', PurchaseDocument, { input: { cartId, expectedTotal } }),
  );
  if (outcome?.__typename === 'OutcomeUnknown') await findOut(outcome.token, outcome.retryAfterSeconds);
}

/** Asks on until it is known what became of a purchase whose answer was lost. It is not bought again meanwhile. */
async function findOut(token: string, waitSeconds: number | null): Promise<void> {
  for (;;) {
    await pause((waitSeconds ?? ASK_AGAIN_SECONDS) * 1000);
    const visit = currentVisit();
    if (visit.stage !== 'unsure') return;
    const outcome = await carryOut(
      () => poll(token),
      () => {},
      new AbortController().signal,
    );
    if (outcome.__typename === 'OutcomeUnknown') ({ token, retryAfterSeconds: waitSeconds } = outcome);
    else if (outcome.__typename === 'Unreachable' || outcome.__typename === 'Refused') waitSeconds = null;
    else return takeIn(visit, outcome);
  }
}
