/**
 * The text of a note from upstream, which may hold markup. It is parsed as a document of its own, in which nothing runs
 * and nothing is loaded, and shown as text alone.
 */
export function plainText(note: string): string {
  const withBreaks = note.replace(/<br\s*\/?>|<\/p>/gi, '$&\n');
  const { body } = new DOMParser().parseFromString(withBreaks, 'text/html');
  for (const element of body.querySelectorAll('script, style')) element.remove();
  return (body.textContent ?? '').trim();
}
