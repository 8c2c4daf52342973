import { UpstreamNonsense } from '../errors';

/**
 * Parses the body of a response.
 *
 * @throws UpstreamNonsense where it is not JSON.
 */
export function jsonOf({ text }: { readonly text: string }): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UpstreamNonsense(text === '' ? 'an empty body' : 'a body that is not JSON');
  }
}
