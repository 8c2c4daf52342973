import { z } from 'zod';
import { refusal } from '../server/refusal';

/** What a phone's wallet encrypted. */
export const bundleBody = z.object({ bundle: z.string().min(1) });
/** A token of Ticketmaster's wallet, in the place of a card's number. */
export const walletTokenBody = z.object({ number: z.string().min(1) });

/** For scripts: a bundle or a token that contains this is refused. */
const DECLINED = 'declined';

/**
 * Accepts a payment from a wallet. A cart keeps nothing of it.
 * @throws Refusal 20122 for a token of another shape, and for what contains "declined".
 */
export function acceptWallet(card: { bundle: string } | { number: string }): null {
  const isToken = 'number' in card;
  const text = isToken ? card.number : card.bundle;
  if ((isToken && !text.startsWith('wallet-')) || text.includes(DECLINED)) throw refusal(20122);
  return null;
}
