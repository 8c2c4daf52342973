/** The user on whose behalf a call is made. The manual requires the address; the rest is optional. */
export interface Caller {
  /** Sent as `True-Client-IP`, "required on every ticketing and polling request". IPv4 or IPv6, without port or zone. */
  readonly ip: string;
  /** Sent as `User-Agent`: "we use all headers to model good and bad behavior". */
  readonly userAgent?: string;
  /** Sent as `Original-User-Id`, "to identify specific users to aid in debugging". */
  readonly userId?: string;
  /** Sends `X-TM-FORCE-POLLING: true`, which makes every call that may poll do so. For testing. */
  readonly forcePolling?: boolean;
}
