/**
 * How a confirmation begins, the same in every grammar so that all of them share it: `UE5FG1U7P2 Confirmed.`.
 * The receipt may have been cut off by an export, and a Swahili opening may precede English words.
 */
export const opening = '[{receipt}_][(confirmed|imethibitishwa)_]';
