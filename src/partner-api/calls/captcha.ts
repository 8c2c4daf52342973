import { UpstreamNonsense } from '../errors';
import type { Captcha } from '../model/cart';
import type { Received } from '../transport/exchange';
import { readCartId } from '../wire/cart';
import { jsonOf } from '../wire/json';
import type { Call } from './call';
import type { Calls } from '../editions/edition';
import { nullIfNotFound } from './failures';

const REDIRECT_SCHEME = 'ticketmaster-g-recaptcha-response';

/**
 * The captcha whose keys are in the headers.
 *
 * @param siteKey where the body states it.
 * @throws UpstreamNonsense where nothing states a site key.
 */
export function captchaOf(
  headers: Received['headers'],
  siteKey = headers['x-tm-captcha-v2-sitekey'],
): Omit<Captcha, 'html'> {
  const secureToken = headers['x-tm-captcha-v2-stoken'];
  if (typeof siteKey !== 'string') throw new UpstreamNonsense('a captcha without a site key');
  return {
    siteKey,
    secureToken: typeof secureToken === 'string' ? secureToken : null,
    redirectScheme: REDIRECT_SCHEME,
  };
}

/** The captcha to solve before a reserve. Null: this account needs none. */
export const captcha: Calls['captcha'] = {
  name: 'captcha',
  callClass: 'reserve',
  isRetried: true,
  request: () => ({ method: 'GET', path: '/captcha', accept: 'text/html' }),
  read: ({ headers, text }) => ({ ...captchaOf(headers), html: text === '' ? null : text }),
  onFailure: nullIfNotFound,
};

/** Opens a cart session with the token of a solved captcha. The result is upstream's id of the cart. */
export const openCart: Call<string, string> = {
  name: 'openCart',
  callClass: 'reserve',
  isRetried: false,
  request: (captchaToken) => ({ method: 'POST', path: '/cart', body: { token: captchaToken } }),
  read: (response) => readCartId(jsonOf(response)),
};
