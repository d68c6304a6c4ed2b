import * as v from 'valibot';
import { anId } from './fields.ts';

/** Version of the live protocol; a client with another one is told to reload. */
export const PROTOCOL_VERSION = 1;

/** Why a connection is not let in: the message of the connection error. */
export type RefusedConnection =
	'signed-out' | 'protocol-outdated' | 'too-many-tabs' | 'not-available';

/** Why the server closes a connection: a closed union, worded on the screen. */
export type CloseReason =
	| 'signed-out'
	| 'session-ended'
	| 'account-changed'
	| 'protocol-outdated'
	| 'misbehaved'
	| 'server-stops';

const topic = v.pipe(v.string(), v.regex(/^(meeting|item|person):[\w-]{8,64}$/));

/** client → server, each acknowledged with a `Result` */
export const liveEvents = {
	'view:open': v.object({ topic }),
	'view:close': v.object({ topic }),
	command: v.object({ id: v.pipe(v.string(), v.uuid()), name: v.string(), input: v.unknown() }),
	/** A room tab is in front of someone: listening keeps the session awake. */
	here: v.object({}),
	'answer:history': v.object({
		itemId: anId,
		subjectId: anId,
		questionId: v.pipe(v.string(), v.maxLength(4))
	})
};
export type LiveEvent = keyof typeof liveEvents;

/** server → client */
export interface ViewPartMessage {
	topic: string;
	part: string;
	value: unknown;
}
export interface ViewGoneMessage {
	topic: string;
}
