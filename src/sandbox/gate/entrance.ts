import { Refusal } from '../server/refusal';
import type { Reply } from '../server/reply';
import type { Services } from '../services';
import { checkApiKey, type KeyBearer } from './credentials';

/** The gate's decision on one request, before the API sees it. */
export interface Entrance {
  /** The refusal to send; null if the request may pass. */
  refusal: Reply | null;
  /** The gate's headers on whatever response follows. */
  headers: Record<string, string>;
}

/** Checks the API key, then counts the request against the key's quota. A request without the key counts for none. */
export function enter(request: KeyBearer, { behaviour, partner, quota }: Services): Entrance {
  const withoutKey = refusalOf(() => checkApiKey(request, partner, behaviour.edition));
  if (withoutKey !== null) return { refusal: withoutKey, headers: {} };
  const refusal = refusalOf(() => quota.admit());
  return { refusal, headers: quota.headers() };
}

function refusalOf(check: () => void): Reply | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}
