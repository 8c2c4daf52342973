/** Thrown while a read is answered, and never reported. One for all, since recording a stack takes longer than some reads. */
const LEFT_TO_APOLLO = new Error('Apollo Server answers this read.');

/** Gives up on a read of which the fast path does not know the reply, so that Apollo Server answers it. */
export function leaveToApollo(): never {
  throw LEFT_TO_APOLLO;
}
