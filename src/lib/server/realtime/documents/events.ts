import {
	DOCUMENT_EVENTS,
	type DocumentEvent,
	type DocumentReply
} from '#lib/protocol/documents.ts';
import * as v from 'valibot';
import type { AllowedRoots, DocumentRooms, Peer } from './rooms.ts';

/** What this peer may do at this item right now; null when the item is absent or not theirs. */
export type Authorise<P extends Peer> = (peer: P, documentId: string) => Promise<Access | null>;

export interface Access {
	/** The texts the item has. */
	readonly roots: AllowedRoots;
	/** False once the item is closed: it can be read. */
	readonly writable: boolean;
}

/**
 * One `document:*` event of whatever shape: parsed, authorised, done. Authorisation is asked anew at
 * each event, except to leave. `logged`: the row that an opening leaves on the access log; throws only
 * what that does.
 */
export async function answerDocumentEvent<P extends Peer>(
	rooms: DocumentRooms,
	authorise: Authorise<P>,
	peer: P,
	event: DocumentEvent,
	payload: unknown,
	logged?: Promise<unknown>
): Promise<DocumentReply> {
	const parsed = parse(event, payload);
	if (!parsed) return { ok: false, error: 'invalid-input' };
	if (parsed.event === 'document:leave') {
		rooms.leave(peer, parsed.input.documentId);
		return { ok: true };
	}
	const access = await authorise(peer, parsed.input.documentId);
	if (!access) {
		rooms.leave(peer, parsed.input.documentId);
		return { ok: false, error: 'not-found' };
	}
	switch (parsed.event) {
		case 'document:open':
			return rooms.open(peer, parsed.input, access.roots, logged);
		case 'document:update':
			if (!access.writable) return { ok: false, error: 'not-writable' };
			rooms.setRoots(parsed.input.documentId, access.roots);
			return rooms.update(peer, parsed.input);
		case 'document:cursor':
			rooms.cursor(peer, parsed.input);
			return { ok: true };
	}
}

type Parsed = {
	[Event in DocumentEvent]: {
		event: Event;
		input: v.InferOutput<(typeof DOCUMENT_EVENTS)[Event]>;
	};
}[DocumentEvent];

function parse(event: DocumentEvent, payload: unknown): Parsed | null {
	const parsed = v.safeParse(DOCUMENT_EVENTS[event], payload);
	return parsed.success ? ({ event, input: parsed.output } as Parsed) : null;
}
