/** What lies on the shelf. */
export type Shelved =
  /** A token that may be used for `usableMs` from the moment the shelf was asked. */
  | { readonly kind: 'token'; readonly value: string; readonly usableMs: number }
  /** There is none, and the caller is to request it. Nobody else does for some seconds. */
  | { readonly kind: 'claimed' }
  /** Another process is requesting it. */
  | { readonly kind: 'awaited' };

/**
 * Where processes with the same API key share their access token. Every method answers within about a second, and rejects
 * where the shelf cannot be reached.
 */
export interface TokenShelf {
  /**
   * The shared token, or who requests it.
   *
   * @param refused a token that upstream no longer accepts; it counts as none. Null: there is no such token.
   */
  take(refused: string | null): Promise<Shelved>;
  /** Lays down a token for all, and ends the claim of this process. */
  put(value: string, usableMs: number): Promise<void>;
  /** Ends the claim of this process, which was not granted a token. */
  release(): Promise<void>;
}
