import type { EventKind } from '#lib/protocol/api.ts';
import type { OutboxRow } from '../store/delivery.ts';
import type { ConnectorSettings } from '../store/schema/index.ts';

/** One message for one receiver, whatever way it goes. */
export interface Message {
	/** The same in each attempt, so that the receiver recognises a repeat. */
	id: string;
	kind: EventKind;
	/** The action, or the item of an action list. */
	subjectId: string;
	/** When it happened. */
	at: Date;
	payload: Record<string, unknown>;
}

/** The same whichever way it goes, and whoever fetches it. */
export function messageOf(row: OutboxRow): Message {
	const { id, type: kind, subjectId, createdAt: at, payload } = row;
	return { id, kind, subjectId, at, payload };
}

/**
 * Why an attempt failed; stable, worded on the screen. `no-answer`: it left, and the connection broke
 * before an answer came, so it may have arrived.
 */
export type SendError =
	| 'unreachable'
	| 'timeout'
	| 'no-answer'
	| 'certificate'
	| 'answered-error'
	| 'answered-refusal'
	| 'answered-gone'
	| 'redirect-refused'
	| 'address-refused'
	| 'not-https'
	/** Of a task list: the name or password, writing to it, the list itself, or its room. */
	| 'password-refused'
	| 'no-access'
	| 'list-gone'
	| 'list-full'
	| 'not-a-task-list'
	/** Someone there kept changing the task while we wrote it. */
	| 'changed-meanwhile'
	| 'no-mail-server'
	| 'fault';

export type Outcome = { ok: true } | { ok: false; error: SendError };

/**
 * A way to bring news to an organisation's own system. Sends once, never throws; of what is recorded it
 * touches at most what is its own, never an action or a delivery's state.
 */
export interface Sender {
	send(target: Target, message: Message, signal: AbortSignal): Promise<Outcome>;
}

export interface Target {
	connectorId: string;
	organisationId: string;
	url: string;
	settings: ConnectorSettings;
	/** In the clear; empty where there is none. */
	secret: string;
	/** The one before the last rotation, as long as both count. */
	previousSecret: string | null;
}
