import type { FailureDetail } from '#lib/domain/result.ts';

/** What a stable code is called on the screen: plain words that say what to do. */
export type ErrorWords = Record<string, (detail: FailureDetail) => string>;
