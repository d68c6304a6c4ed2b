import type { ErrorWords } from '../error-words.ts';

export const MELDCODE_WORDS: ErrorWords = {};
