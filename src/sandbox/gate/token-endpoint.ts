import { Refusal } from '../server/refusal';
import { gateFault, json } from '../server/reply';
import type { Handler } from '../services';

/**
 * "Access token": issues one.
 * @throws Refusal 400 for a body other than the form `grant_type=client_credentials`, 401 for wrong credentials.
 */
export const token: Handler = ({ headers, body }, { partner }, nowMs) => {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  if (!isForm || new URLSearchParams(body).get('grant_type') !== 'client_credentials') {
    throw new Refusal(gateFault(400, 'oauth.v2.InvalidGrantType', 'grant_type must be client_credentials'));
  }
  const { apiKey, apiSecret, hasTokens, tokens } = partner;
  if (!hasTokens) throw new Refusal(gateFault(401, 'oauth.v2.InvalidClient', 'The account has no tokens'));
  const expected = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
  if (headers.authorization !== `Basic ${expected}`) {
    throw new Refusal(gateFault(401, 'oauth.v2.InvalidClient', 'Client credentials are invalid'));
  }
  return json(200, tokens.issue(nowMs));
};
