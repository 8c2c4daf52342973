/** A time of day, in milliseconds since the epoch, as the scalar DateTime: RFC 3339 in UTC. */
export const dateTime = (atMs: number): string => new Date(atMs).toISOString().replace('.000Z', 'Z');
