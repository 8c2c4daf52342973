import { z } from 'zod';

import { UpstreamNonsense } from '../errors';
import type { Polling } from '../model/cart';
import { maybe, seconds, text } from './tolerant';

/** The wait of the manual's example, for a response that states none. */
const USUAL_WAIT_SECONDS = 4;

const polling = z.object({ polling_url: text, wait: maybe(seconds), cart_id: maybe(text) });

/**
 * Reads a 202: where to poll, and how long to wait first.
 *
 * @throws UpstreamNonsense where it names no address.
 */
export function readPolling(json: unknown): Polling {
  const read = polling.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no polling address in it');
  const { polling_url: url, wait } = read.data;
  const waitMs = (wait ?? USUAL_WAIT_SECONDS) * 1000;
  return { kind: 'polling', url, waitMs, cartId: read.data.cart_id ?? cartIdIn(url) };
}

/** Edition 2015 states the cart's id only in the polling address: `…?apikey=KEY&cart_id=…`. */
function cartIdIn(pollingUrl: string): string | null {
  const found = /[?&]cart_id=([^&#]+)/.exec(pollingUrl)?.[1];
  try {
    return found === undefined ? null : decodeURIComponent(found);
  } catch {
    return null;
  }
}
