import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const CONNECTIONS_WORDS: ErrorWords = {
	'connector-exists': () => m.connections_error_exists(),
	'organisation-left': () => m.connections_error_organisation_left(),
	'list-not-ratified': () => m.connections_error_not_ratified(),
	'no-list-chosen': () => m.connections_error_no_list(),
	'no-lists-found': () => m.connections_error_no_lists_found()
};
