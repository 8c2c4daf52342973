import { gateAnswer, Refusal, json, type Answer } from './answers';
import type { Call } from './call';
import type { Tokens } from './tokens';

/** What the gate in front of the API knows of the partner. */
export interface Partner {
  apiKey: string;
  apiSecret: string;
  tokens: Tokens;
}

/**
 * Lets a call in that has the API key in its query and a bearer token in force (manual, "Authentication").
 * @throws Refusal 401 in the gate's own shape.
 */
export function admit(call: Call, { apiKey, tokens }: Partner): void {
  checkKey(call, apiKey);
  const token = /^Bearer +(\S+)$/i.exec(call.headers.authorization ?? '')?.[1];
  if (token === undefined || !tokens.has(token)) {
    throw new Refusal(
      gateAnswer(401, 'oauth.v2.InvalidAccessToken', 'Access token missing, unknown or expired'),
    );
  }
}

/**
 * Issues an access token.
 * @throws Refusal 400 for another body than the form `grant_type=client_credentials`, 401 for wrong credentials.
 */
export function issueToken(call: Call, { apiKey, apiSecret, tokens }: Partner, nowMs: number): Answer {
  const isForm = call.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  if (!isForm || new URLSearchParams(call.body).get('grant_type') !== 'client_credentials') {
    throw new Refusal(gateAnswer(400, 'oauth.v2.InvalidGrantType', 'grant_type must be client_credentials'));
  }
  checkKey(call, apiKey);
  const expected = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
  if (call.headers.authorization !== `Basic ${expected}`) {
    throw new Refusal(gateAnswer(401, 'oauth.v2.InvalidClient', 'Client credentials are invalid'));
  }
  return json(200, tokens.issue(nowMs));
}

function checkKey({ query }: Call, apiKey: string): void {
  if (query.get('apikey') !== apiKey) {
    throw new Refusal(gateAnswer(401, 'oauth.v2.InvalidApiKey', 'API key missing or invalid'));
  }
}
