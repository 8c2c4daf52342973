import { randomBytes } from 'node:crypto';
import type { Agenda } from './agenda';
import { html, type Answer } from './answers';

const SOLUTION_SECONDS = 120;
/** How long a used convenience token is remembered; longer would let a long run grow without bound. */
const USED_SECONDS = 600;
const SITE_KEY = '6LsandboxSiteKeyForTheStandInPartnerApi0';

/** The captcha page and its solutions. Each solution opens one cart session. */
export class Captcha {
  private readonly issued = new Set<string>();
  private readonly used = new Set<string>();

  constructor(private readonly agenda: Agenda) {}

  /** A page whose button "solves" the captcha: it leads to the redirect that a web view waits for. */
  page(nowMs: number): Answer {
    const token = randomBytes(24).toString('base64url');
    this.issued.add(token);
    this.agenda.at(nowMs + SOLUTION_SECONDS * 1000, () => this.issued.delete(token));
    const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Captcha</title></head>
<body>
<p>The real page would ask for proof that you are human.</p>
<a role="button" href="ticketmaster-g-recaptcha-response://${token}">I am human</a>
</body>
</html>
`;
    return html(200, page, {
      'X-TM-CAPTCHA-V2-SITEKEY': SITE_KEY,
      'X-TM-CAPTCHA-V2-STOKEN': randomBytes(32).toString('base64url'),
    });
  }

  /** Uses a solution up. False when it is wrong, stale or used. Any `solved-…` is taken once, for scripts. */
  redeem(token: string, nowMs: number): boolean {
    if (this.issued.delete(token)) return true;
    if (!/^solved-./.test(token) || this.used.has(token)) return false;
    this.used.add(token);
    this.agenda.at(nowMs + USED_SECONDS * 1000, () => this.used.delete(token));
    return true;
  }
}
