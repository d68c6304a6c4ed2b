import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const RECORDS_WORDS: ErrorWords = {
	'no-copy-for': () => m.error_no_copy_for(),
	'nothing-chosen': () => m.error_nothing_chosen(),
	'chair-or-coordinator': () => m.error_chair_or_coordinator()
};
