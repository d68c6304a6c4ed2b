import type { ErrorWords } from '../error-words.ts';

export const GROUNDS_WORDS: ErrorWords = {};
