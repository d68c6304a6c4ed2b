import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const CLOSING_WORDS: ErrorWords = {
	'closing-blocked': ({ count }) => m.closing_error_blocked({ count: Number(count ?? 1) }),
	'nobody-stays': () => m.closing_error_nobody_stays(),
	'case-open': () => m.closing_error_case_open(),
	'check-not-yours': () => m.closing_error_not_yours(),
	'already-answered': () => m.closing_error_answered(),
	'say-what-changed': () => m.closing_error_say_what()
};
