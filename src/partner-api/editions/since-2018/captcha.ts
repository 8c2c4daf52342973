import { z } from 'zod';

import { captcha as captcha2015, captchaOf } from '../../calls/captcha';
import { EditionLacks, UpstreamNonsense } from '../../errors';
import type { Received } from '../../transport/exchange';
import { jsonOf } from '../../wire/json';
import { flag, maybe, text } from '../../wire/tolerant';
import type { Calls, CaptchaAnswer } from '../edition';

const answer = z.object({
  captcha_required: maybe(flag),
  captcha_details: maybe(z.object({ site_key: maybe(text) })),
});

/** The keys of the captcha to solve before a reserve for an event. Null: the event needs none. */
export const captcha: Calls['captcha'] = {
  ...captcha2015,
  request: (eventId) => {
    if (eventId === null) throw new EditionLacks('captcha without an event: name the event', 'eventId');
    return { method: 'GET', path: '/captcha', query: { event_id: eventId } };
  },
  read: (response) => readCaptcha(jsonOf(response), response.headers),
};

/** The page of the captcha for an event. */
export const captchaPage: NonNullable<Calls['captchaPage']> = {
  name: 'captcha',
  callClass: 'reserve',
  isRetried: true,
  request: (eventId) => ({
    method: 'GET',
    path: '/captcha',
    query: { event_id: eventId },
    accept: 'text/html',
  }),
  read: ({ text }) => text,
};

/**
 * Reads whether an event needs a captcha. Null: it needs none.
 *
 * @throws UpstreamNonsense where that is not stated, or the captcha has no site key.
 */
function readCaptcha(json: unknown, headers: Received['headers']): CaptchaAnswer | null {
  const read = answer.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no captcha in it');
  const siteKey = read.data.captcha_details?.site_key ?? undefined;
  const isRequired = read.data.captcha_required ?? (siteKey === undefined ? null : true);
  if (isRequired === null) throw new UpstreamNonsense('not whether a captcha is required');
  if (!isRequired) return null;
  return { ...captchaOf(headers, siteKey), html: null };
}
