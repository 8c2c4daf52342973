import { createClient } from 'graphql-sse';

import { type Result, RESULT } from './carts';
import type { House } from './house';

/** A subscription to `cartProgress`, by the reference client: what it has heard so far, and the end of it. */
export interface Stream {
  readonly heard: Result[];
  readonly ended: Promise<void>;
  readonly close: () => void;
}

/** Subscribes to the progress of the operation that `token` names. */
export function listen(house: House, token: string): Stream {
  const client = createClient({ url: `${house.gateway.url}/graphql/stream`, retryAttempts: 0 });
  const heard: Result[] = [];
  let stop = (): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    stop = client.subscribe<{ cartProgress: Result }>(
      {
        query: `subscription Progress($token: ID!) { cartProgress(token: $token) { ${RESULT} } }`,
        variables: { token },
      },
      {
        next: ({ data, errors }) => {
          if (errors) reject(new Error(JSON.stringify(errors)));
          heard.push(data?.cartProgress);
        },
        error: (error) => reject(error instanceof Error ? error : new Error(JSON.stringify(error))),
        complete: resolve,
      },
    );
  });
  return { heard, ended, close: () => stop() };
}
