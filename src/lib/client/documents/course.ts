import type { DocumentError } from '#lib/protocol/documents.ts';

/**
 * What to do after an answer that is not ok.
 * - `retry`: nothing was stored; the same again, later
 * - `open-again`: this connection has not (or no longer) opened the document
 * - `start-again`: never acceptable as it is; from what is stored, own words kept as a draft
 * - `gone`: no longer at this item
 * - `failed`: this document cannot be opened
 */
export type Course = 'retry' | 'open-again' | 'start-again' | 'gone' | 'failed';

const COURSES: Record<DocumentError, Course> = {
	'too-fast': 'retry',
	'not-stored': 'retry',
	'storage-read-only': 'retry',
	closing: 'retry',
	'too-many': 'retry',
	'not-open': 'open-again',
	'epoch-outdated': 'open-again',
	'not-writable': 'start-again',
	rejected: 'start-again',
	'too-large': 'start-again',
	'document-full': 'start-again',
	'invalid-input': 'start-again',
	'not-found': 'gone',
	'document-corrupt': 'failed'
};

/** An error that is not in the list is the server's fault: the edits stay. */
export function courseAfter(error: DocumentError): Course {
	return COURSES[error] ?? 'retry';
}
