/**
 * Returns the text of a note from upstream, which may contain markup. It is parsed as a separate document, in which nothing
 * runs or loads.
 */
export function plainText(note: string): string {
  const withBreaks = note.replace(/<br\s*\/?>|<\/p>/gi, '$&\n');
  const { body } = new DOMParser().parseFromString(withBreaks, 'text/html');
  for (const element of body.querySelectorAll('script, style')) element.remove();
  return (body.textContent ?? '').trim();
}
