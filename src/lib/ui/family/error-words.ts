import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const FAMILY_WORDS: ErrorWords = {
	'bsn-in-text': () => m.family_error_bsn(),
	'already-recorded': () => m.family_error_already(),
	'wrong-standing': () => m.family_error_standing(),
	'name-required': () => m.family_error_name(),
	'too-many-involved': () => m.family_error_too_many(),
	'unknown-organisation': () => m.family_error_organisation(),
	'not-in-family': () => m.family_error_person()
};
