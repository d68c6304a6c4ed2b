import type { SendError } from '../connector.ts';

/** What a request to a task list came to, when it is not what we asked for; carried out of tsdav by a throw. */
export class Refusal extends Error {
	override readonly name = 'Refusal';
	readonly code: SendError;

	constructor(code: SendError) {
		super(code);
		this.code = code;
	}
}

/** What an HTTP status that refuses means for a task list (RFC 4791, RFC 4918). */
export function refusalOf(status: number): SendError {
	switch (status) {
		case 401:
			return 'password-refused';
		case 403:
			return 'no-access';
		// 409: the list that the task would be in is not there (RFC 4918, 9.7.1).
		case 404:
		case 409:
		case 410:
			return 'list-gone';
		case 413:
		case 507:
			return 'list-full';
		case 408:
		case 429:
			return 'answered-error';
	}
	if (status >= 500) return 'answered-error';
	if (status >= 300 && status < 400) return 'redirect-refused';
	return status >= 400 ? 'answered-refusal' : 'not-a-task-list';
}

/** Concerns the list or the way to it, so that asking it more is of no use now. */
export function endsRound(error: SendError): boolean {
	return error !== 'answered-error' && error !== 'answered-refusal' && error !== 'no-access';
}
