import { randomBytes } from 'node:crypto';
import { html, json, type Reply } from '../server/reply';
import type { Schedule } from '../time/schedule';

const SOLUTION_SECONDS = 120;
/** How long a used `solved-…` token is remembered. Without an end a long run would grow without bound. */
const USED_SECONDS = 600;
const SITE_KEY = '6LsandboxSiteKeyForTheStandInPartnerApi0';

/** The captcha page and its solutions. Each solution opens one cart session. */
export class Captcha {
  private readonly issued = new Set<string>();
  private readonly used = new Set<string>();

  constructor(private readonly schedule: Schedule) {}

  /** A page whose button "solves" the captcha: it links to the redirect that a web view waits for. */
  page(nowMs: number): Reply {
    const token = randomBytes(24).toString('base64url');
    this.issued.add(token);
    this.schedule.at(nowMs + SOLUTION_SECONDS * 1000, () => this.issued.delete(token));
    const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Captcha</title></head>
<body>
<p>The real page would ask for proof that you are human.</p>
<a role="button" href="ticketmaster-g-recaptcha-response://${token}">I am human</a>
</body>
</html>
`;
    return html(200, page, keyHeaders());
  }

  /** Whether a captcha is required and, if so, its keys. */
  details(isRequired: boolean): Reply {
    if (!isRequired) return json(200, { captcha_required: false });
    const details = { type: 2, site_key: SITE_KEY };
    return json(200, { captcha_required: true, captcha_details: details }, keyHeaders());
  }

  /**
   * Accepts a solution once. Returns false if it is wrong, stale or used. For scripts, any `solved-…` is accepted once.
   */
  redeem(token: string, nowMs: number): boolean {
    if (this.issued.delete(token)) return true;
    if (!/^solved-./.test(token) || this.used.has(token)) return false;
    this.used.add(token);
    this.schedule.at(nowMs + USED_SECONDS * 1000, () => this.used.delete(token));
    return true;
  }
}

const keyHeaders = (): Record<string, string> => ({
  'X-TM-CAPTCHA-V2-SITEKEY': SITE_KEY,
  'X-TM-CAPTCHA-V2-STOKEN': randomBytes(32).toString('base64url'),
});
