import { UpstreamNonsense } from '../errors';

/**
 * The body of an answer as JSON.
 *
 * @throws UpstreamNonsense where it is none.
 */
export function jsonOf({ text }: { readonly text: string }): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UpstreamNonsense(text === '' ? 'an empty body' : 'a body that is not JSON');
  }
}
