import type { ApiLanguage } from '#lib/protocol/api/words.ts';
import { type ProblemCode, PROBLEMS } from '../problem.ts';

const ENGLISH: Record<ProblemCode, string> = {
	'invalid-input': 'The message is wrong; "field" says where.',
	'unknown-cursor': 'We do not know this since: use the "next" of your last answer.',
	'token-required': 'The token is missing, or counts no more: ask for a new one.',
	'connection-paused':
		'This connection is paused: events wait until your administrator resumes it.',
	'not-found': 'It is not there, or not your organisation’s.',
	'method-not-allowed': 'This is not possible here; the header Allow says what is.',
	stale: 'The text has changed: show "current" and ask again.',
	'wrong-status': 'Not possible from the status it has; see "current".',
	changed: 'The action is no longer as you saw it; see "current".',
	'too-large': 'The message is too large: at most 16 kB.',
	'unsupported-media-type': 'Send JSON, with Content-Type: application/json.',
	'idempotency-key-reused': 'This Idempotency-Key was used for another message.',
	'reason-required': 'Who declines gives a reason.',
	'date-in-future': 'The day it was done cannot be in the future.',
	'too-many': 'Too many requests: wait as many seconds as Retry-After says.',
	fault: 'Something went wrong on our side: try again later.',
	'storage-read-only': 'We can store nothing now: try again in a minute; nothing has changed.'
};

/** What a refusal means, for the documentation. */
export function problemWords(code: ProblemCode, language: ApiLanguage): string {
	const [, title, detail] = PROBLEMS[code];
	return language === 'en' ? ENGLISH[code] : `${title} ${detail}`;
}
