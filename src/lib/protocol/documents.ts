import * as v from 'valibot';
import { anId } from './fields.ts';

/**
 * The shared text over the socket; docs/protocol.md describes it for who writes another client.
 * Sizes in bytes.
 */
export const DOCUMENT_LIMITS = {
	update: 64 * 1024,
	document: 1024 * 1024,
	stateVector: 64 * 1024,
	position: 128,
	documentsPerPeer: 200,
	/** Sustained, per socket; bursts up to twice the largest update and twice the messages. */
	bytesPerSecond: 32 * 1024,
	messagesPerSecond: 60,
	/** Refused updates within `refusalsWithin` ms before the socket is closed. */
	refusals: 3,
	refusalsWithin: 60_000
} as const;

/** Bytes arrive as Buffer in Node and as ArrayBuffer in a browser. */
const bytes = (most: number) =>
	v.pipe(
		v.custom<Uint8Array | ArrayBuffer>(
			(value) => value instanceof Uint8Array || value instanceof ArrayBuffer
		),
		v.transform((value) =>
			value instanceof ArrayBuffer
				? new Uint8Array(value)
				: new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
		),
		v.check((value) => value.byteLength <= most)
	);

const documentId = anId;
const epoch = v.pipe(v.number(), v.integer(), v.minValue(1));
const clientId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffffffff));
const root = v.pipe(v.string(), v.maxLength(80));
const position = bytes(DOCUMENT_LIMITS.position);
/** Larger than an update may be: the guard refuses it by name, so that the sender learns why. */
const update = bytes(1024 * 1024);

/** Everything a client can send about shared text. */
export const DOCUMENT_EVENTS = {
	'document:open': v.object({
		documentId,
		epoch: v.optional(epoch),
		stateVector: v.optional(bytes(DOCUMENT_LIMITS.stateVector)),
		resume: v.optional(
			v.object({ clientId, secret: v.pipe(v.string(), v.minLength(16), v.maxLength(128)) })
		)
	}),
	'document:update': v.object({ documentId, epoch, update }),
	'document:cursor': v.union([
		v.object({ documentId, root, anchor: position, head: position }),
		v.object({ documentId, root: v.null() })
	]),
	'document:leave': v.object({ documentId })
};

export type DocumentEvent = keyof typeof DOCUMENT_EVENTS;
export type OpenDocument = v.InferOutput<(typeof DOCUMENT_EVENTS)['document:open']>;
export type DocumentUpdate = v.InferOutput<(typeof DOCUMENT_EVENTS)['document:update']>;
export type DocumentCursor = v.InferOutput<(typeof DOCUMENT_EVENTS)['document:cursor']>;
export type LeaveDocument = v.InferOutput<(typeof DOCUMENT_EVENTS)['document:leave']>;

/**
 * - `invalid-input`: the payload does not have the shape of its event
 * - `not-found`: no such item, or not yours; the two are never told apart
 * - `not-open`: open the document first
 * - `epoch-outdated`: open again; what you hold is of a rewritten history
 * - `not-writable`: the item is closed; what is sent will not be stored
 * - `rejected`, `too-large`, `document-full`: never accepted as it is; a `document:reset` follows
 * - `too-fast`, `not-stored`, `storage-read-only`, `closing`: nothing was stored; keep it, send it later
 * - `too-many`: this socket has too many documents open
 * - `document-corrupt`: this one document cannot be read back; others are not touched
 */
export type DocumentError =
	| 'invalid-input'
	| 'not-found'
	| 'not-open'
	| 'epoch-outdated'
	| 'not-writable'
	| 'rejected'
	| 'too-large'
	| 'document-full'
	| 'too-fast'
	| 'too-many'
	| 'not-stored'
	| 'storage-read-only'
	| 'document-corrupt'
	| 'closing';

export interface Refused {
	ok: false;
	error: DocumentError;
}

export interface Opened {
	ok: true;
	epoch: number;
	/** The Yjs client id this tab must write under; each of its structs is checked for it. */
	clientId: number;
	/** Proves, together with the session, that this tab may take `clientId` up again. */
	secret: string;
	/** Yjs update (V1): what the client lacks, or everything when it could not resume. */
	state: Uint8Array;
	/** Yjs state vector of the server: what the client has beyond it is to be sent again. */
	stateVector: Uint8Array;
	roots: string[];
}

export type OpenReply = Opened | Refused;
export type UpdateReply = { ok: true } | Refused;
export type DocumentReply = OpenReply | UpdateReply;

export type ResetReason = 'rejected' | 'too-large' | 'document-full';

/** What the server sends of its own accord: a socket event and its payload. */
export type ServerDocumentMessage =
	| {
			event: 'document:update';
			payload: { documentId: string; epoch: number; update: Uint8Array };
	  }
	| { event: 'document:cursor'; payload: RemoteCursor }
	| {
			event: 'document:reset';
			payload: {
				documentId: string;
				epoch: number;
				clientId: number;
				secret: string;
				state: Uint8Array;
				stateVector: Uint8Array;
				reason: ResetReason;
			};
	  }
	| { event: 'document:gone'; payload: { documentId: string } };

/** Where someone's caret is; `root` null: no longer in any text. `personId` and `tab` come from the server. */
export interface RemoteCursor {
	documentId: string;
	personId: string;
	/** The tab's Yjs client id: one person can have two tabs. */
	tab: number;
	root: string | null;
	anchor: Uint8Array | null;
	head: Uint8Array | null;
}

export function isDocumentEvent(name: unknown): name is DocumentEvent {
	return typeof name === 'string' && Object.hasOwn(DOCUMENT_EVENTS, name);
}
