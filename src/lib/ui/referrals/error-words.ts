import type { ErrorWords } from '../error-words.ts';

export const REFERRALS_WORDS: ErrorWords = {};
