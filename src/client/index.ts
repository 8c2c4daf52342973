export { encryptCard, type EncryptedCard } from './encrypt-card';
export { follow, type FollowOptions, type PendingLike, type PollingResultLike, type Settled } from './follow';
