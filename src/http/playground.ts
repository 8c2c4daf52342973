import type { IncomingMessage, ServerResponse } from 'node:http';

import { reply } from './reply';

/** The query that the playground opens with. */
const FIRST_QUERY = `query FirstEvent {
  event(id: "3F004CBB88958BF9") {
    name
    sellable
    startsAt
    venue {
      name
      timeZone
    }
    tickets {
      id
      description
      prices {
        displayAmount {
          amount
          currency
        }
      }
    }
  }
}
`;

let page: string | undefined;

/** Whether a request is a browser that opens a page, rather than a client that asks a query. */
export const wantsPage = (request: IncomingMessage, url: URL): boolean =>
  request.method === 'GET' &&
  !url.searchParams.has('query') &&
  !url.searchParams.has('extensions') &&
  (request.headers.accept ?? '').includes('text/html');

/** Sends GraphiQL, whole: nothing in the page comes from elsewhere. The bundle is loaded when first asked for. */
export async function replyPlayground(response: ServerResponse): Promise<void> {
  if (page === undefined) {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    page = renderGraphiQL({
      title: 'Stagedoor',
      endpoint: '/graphql',
      defaultQuery: FIRST_QUERY,
    });
  }
  // GraphiQL comes as one page with everything in it, its script too; nothing is loaded from elsewhere all the same.
  const policy =
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; frame-ancestors 'none'; base-uri 'none'";
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  reply(response, 200, headers, page);
}
