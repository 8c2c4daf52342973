import { existsSync } from 'node:fs';
import { join } from 'node:path';

import sirv from 'sirv';

import { Refusal, sendRefusal } from '../refusal';
import type { HttpRequest } from '../request';
import { type HttpResponse, send } from '../response';

/** A folder of files for browsers. */
export interface StaticSite {
  readonly folder: string;
  /** What its pages may load besides what `CONTENT_SECURITY_POLICY` grants, by directive. */
  readonly grants?: Readonly<Record<string, string>>;
  /** The response if the folder has not been built. */
  readonly missing: string;
  /** Whether the page does its own routing: a path that names no file is answered with index.html. */
  readonly singlePage?: boolean;
}

/** Nothing from other hosts, no inline scripts or styles, no embedding. */
const CONTENT_SECURITY_POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'style-src': "'self'",
  'font-src': "'self' data:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** Files whose names contain a hash of their content, as Vite names them: they never change. */
const HASHED = /\/assets\/[^/]+\.\w+$/;
const A_YEAR = 'public, max-age=31536000, immutable';

const NOT_FOUND = new Refusal(404, 'NOT_FOUND', 'There is no such page.');

/**
 * Serves the files of a folder: `x.js.br` or `x.js.gz` instead of `x.js` if they exist and the browser accepts them.
 * Browsers may keep hashed files for a year, and revalidate all others by their ETag.
 *
 * @returns a function that answers a GET or HEAD request for `path`, the path within the folder.
 */
export function staticSite(site: StaticSite) {
  const policy = Object.entries({ ...CONTENT_SECURITY_POLICY, ...site.grants })
    .map((directive) => directive.join(' '))
    .join('; ');
  const serve = sirv(site.folder, {
    // Looks at the disk for every request: the folder may be built while we run.
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    single: site.singlePage ?? false,
    // sirv does not know that responses also differ by origin.
    setHeaders: (response) => response.setHeader('vary', 'Origin, Accept-Encoding'),
    onNoMatch: (_, response) => sendRefusal(response as HttpResponse, NOT_FOUND),
  });
  return (request: HttpRequest, response: HttpResponse, path: string): void => {
    if (!existsSync(join(site.folder, 'index.html'))) {
      return send(response, 503, { 'content-type': 'text/plain; charset=utf-8' }, `${site.missing}\n`);
    }
    for (const [name, value] of Object.entries(response.commonByName)) response.setHeader(name, value);
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-frame-options', 'DENY');
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('cache-control', HASHED.test(path) ? A_YEAR : 'no-cache');
    // All files are small, so parts of them are not served. This also avoids errors for invalid ranges.
    delete request.headers.range;
    // sirv looks for names of encodings, and knows no qualities.
    request.headers['accept-encoding'] = request.acceptedEncoding.encoding ?? '';
    request.url = path || '/';
    serve(request, response);
  };
}
