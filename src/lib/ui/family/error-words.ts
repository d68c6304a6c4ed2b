import type { ErrorWords } from '../error-words.ts';

export const FAMILY_WORDS: ErrorWords = {};
