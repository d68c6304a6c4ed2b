import type { ErrorWords } from '../error-words.ts';

export const SIGNALS_WORDS: ErrorWords = {};
