import type { ErrorWords } from '../error-words.ts';

export const CLOSING_WORDS: ErrorWords = {};
