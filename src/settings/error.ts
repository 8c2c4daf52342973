/** A setting that cannot be used. The message is a sentence for the operator; it contains no secret. */
export class SettingsError extends Error {}
