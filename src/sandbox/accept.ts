/** Whether an Accept header lets in a media type such as `application/json`. Its most specific range decides. */
export function accepts(header: string | undefined, mediaType: string): boolean {
  if (header === undefined || header.trim() === '') return true;
  const ranges = new Map(header.split(',').map(readRange));
  const [type = ''] = mediaType.split('/');
  const quality = ranges.get(mediaType) ?? ranges.get(`${type}/*`) ?? ranges.get('*/*') ?? 0;
  return quality > 0;
}

/** A range and its quality: `text/html;q=0.5` as `['text/html', 0.5]`. */
function readRange(text: string): [string, number] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return [range, quality === undefined ? 1 : Number(quality)];
}
