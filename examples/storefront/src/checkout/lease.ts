import { ask } from '../api/ask';
import { KeepCartDocument } from '../api/generated/graphql';
import { currentVisit } from './visit';

/** Well within the gateway's lease of two minutes, also in a tab in the background, whose timers are slow. */
const EVERY_MS = 30_000;

/** Tells the gateway, as long as seats are held, that the shopper is still there: reading, or filling in a form. */
export function keepCartWhileOpen(): void {
  setInterval(() => {
    const visit = currentVisit();
    if (visit.stage === 'holding') void keep(visit.hold.cart.id);
  }, EVERY_MS);
}

async function keep(id: string): Promise<void> {
  try {
    await ask(KeepCartDocument, { id });
  } catch {
    // The next one may get through. If none does, the countdown finds out.
  }
}
