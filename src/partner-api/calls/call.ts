import type { CallClass } from '../quota/call-class';
import type { ApiRequest, CallName } from '../transport/api-request';
import type { Received } from '../transport/exchange';
import type { PollingAddresses } from './polling';

/** One call of the Partner API: how it is sent, and how its response is read. */
export interface Call<Input, Result> {
  readonly name: CallName;
  /** What it is for: decides its turn in the budget of calls. */
  readonly callClass: CallClass;
  /** Whether it is sent again where the connection fails. Never for a call that changes a cart. */
  readonly isRetried: boolean;
  /** Encodes the call. Throws UpstreamNonsense where `input` is a polling address that may not be followed. */
  readonly request: (input: Input, polling: PollingAddresses) => ApiRequest;
  /** Reads a response of 200, 202 or 204. Throws UpstreamNonsense where it makes no sense. */
  readonly read: (response: Received, input: Input, polling: PollingAddresses) => Result;
  /** Returns what a failure means, or throws it. Without it every failure is thrown. */
  readonly onFailure?: (error: unknown) => Result;
}

/** `path` with every inserted value encoded, so that no id can leave its segment. */
export const path = (pieces: TemplateStringsArray, ...values: string[]): string =>
  pieces.reduce((whole, piece, at) => whole + encodeURIComponent(values[at - 1] ?? '') + piece);
