const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The id of one seat in availability and reserve: unpadded base 32 of `section:row:seat`. */
export function placeId(section: string, row: string, seat: string): string {
  let id = '';
  let bits = 0;
  let pending = 0;
  for (const byte of Buffer.from(`${section}:${row}:${seat}`)) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += BASE_32.charAt((pending >> bits) & 31);
    }
    pending &= (1 << bits) - 1;
  }
  return bits === 0 ? id : id + BASE_32.charAt((pending << (5 - bits)) & 31);
}
