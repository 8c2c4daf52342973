import { count, seconds, setting } from '../kinds';

/** How much time and room clients get. */
export const connectionLimits = {
  HEADERS_TIMEOUT_SECONDS: setting(seconds(10), {
    what: 'How long the headers of a request may take to arrive.',
    unit: 'seconds',
  }),
  REQUEST_TIMEOUT_SECONDS: setting(seconds(30), {
    what: 'How long a whole request may take to arrive, its body included.',
    unit: 'seconds',
  }),
  KEEP_ALIVE_SECONDS: setting(seconds(65), {
    what: 'How long a connection may be idle.',
    unit: 'seconds',
    why: 'Longer than a proxy in front keeps its own connections (60 mostly), else it uses one that is closing.',
  }),
  ANSWER_TIMEOUT_SECONDS: setting(seconds(30), {
    what: 'How long a client may leave unread what it was sent.',
    unit: 'seconds',
  }),
  MAX_CONNECTIONS: setting(count(10_000, 1_000_000), {
    what: 'Connections at once. Over it, the connection that has been idle longest is closed.',
    unit: 'connections',
    why: 'Each is an open file: compare `ulimit -n`.',
  }),
};
