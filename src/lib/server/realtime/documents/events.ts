import {
	DOCUMENT_EVENTS,
	type DocumentEvent,
	type DocumentReply
} from '#lib/protocol/documents.ts';
import * as v from 'valibot';
import type { AllowedRoots, DocumentRooms, Peer } from './rooms.ts';

/** The texts this peer may write at this item right now; null when the item is absent or not theirs. */
export type Authorise = (peer: Peer, documentId: string) => Promise<AllowedRoots | null>;

/**
 * One `document:*` event of whatever shape: parsed, authorised, done. Never throws. Authorisation is
 * asked anew at each event, except to leave.
 */
export async function answerDocumentEvent(
	rooms: DocumentRooms,
	authorise: Authorise,
	peer: Peer,
	event: DocumentEvent,
	payload: unknown
): Promise<DocumentReply> {
	const parsed = parse(event, payload);
	if (!parsed) return { ok: false, error: 'invalid-input' };
	if (parsed.event === 'document:leave') {
		rooms.leave(peer, parsed.input.documentId);
		return { ok: true };
	}
	const roots = await authorise(peer, parsed.input.documentId);
	if (!roots) {
		rooms.leave(peer, parsed.input.documentId);
		return { ok: false, error: 'not-found' };
	}
	switch (parsed.event) {
		case 'document:open':
			return rooms.open(peer, parsed.input, roots);
		case 'document:update':
			rooms.setRoots(parsed.input.documentId, roots);
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
