import type { IncomingHttpHeaders } from 'node:http';
import type { EditionRules } from '../editions';
import { Refusal } from '../server/refusal';
import { gateFault } from '../server/reply';
import type { AccessTokens } from './access-tokens';

/** What the gate in front of the API knows about the partner. */
export interface Partner {
  apiKey: string;
  apiSecret: string;
  /** Whether the account has access tokens; if not, none is asked for. */
  hasTokens: boolean;
  tokens: AccessTokens;
}

/** The parts of a request that can have the key. */
export interface KeyBearer {
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/**
 * Checks the API key in the query (manual, "Authentication") or, where the edition takes it, in a header.
 * @throws Refusal 401 in the gate's own shape.
 */
export function checkApiKey(
  { query, headers }: KeyBearer,
  { apiKey }: Partner,
  { takesKeyHeader }: EditionRules,
): void {
  const inHeader = takesKeyHeader ? headers['x-api-key'] : undefined;
  if ((query.get('apikey') ?? inHeader) === apiKey) return;
  throw new Refusal(gateFault(401, 'oauth.v2.InvalidApiKey', 'API key missing or invalid'));
}

/**
 * Checks the bearer token of a partner whose account has tokens.
 * @throws Refusal 401 in the gate's own shape.
 */
export function checkAccessToken(headers: IncomingHttpHeaders, { hasTokens, tokens }: Partner): void {
  if (!hasTokens) return;
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token !== undefined && tokens.has(token)) return;
  throw new Refusal(
    gateFault(401, 'oauth.v2.InvalidAccessToken', 'Access token missing, unknown or expired'),
  );
}
