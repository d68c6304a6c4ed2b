import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const GROUNDS_WORDS: ErrorWords = {
	'ground-required': ({ organisation }) =>
		m.grounds_error_required({ organisation: organisation ?? '' }),
	'explanation-required': () => m.grounds_error_explanation(),
	'not-informed-why': () => m.grounds_error_not_informed(),
	'runs-the-table': () => m.grounds_error_runs_table(),
	'nothing-on-consent': () => m.grounds_error_nothing_on_consent(),
	'consent-not-needed': () => m.grounds_error_not_needed(),
	'organisation-not-here': () => m.grounds_error_not_here(),
	'unknown-organisation': () => m.grounds_error_unknown_organisation(),
	'knows-the-item': () => m.grounds_error_knows(),
	'names-in-question': ({ names }) => m.grounds_error_names({ names: names ?? '' }),
	'already-answered': () => m.grounds_error_answered()
};
