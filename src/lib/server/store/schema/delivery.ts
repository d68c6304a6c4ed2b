import type { ConnectorKind } from '#lib/domain/connector-kind.ts';
import type { DeliveryStatus } from '#lib/domain/retry.ts';
import {
	count,
	id,
	index,
	json,
	moment,
	sequence,
	string,
	table,
	uniqueIndex
} from '../columns.ts';
import { organisations } from './people.ts';

/**
 * `by-hand`: an administrator did it. `gone`: the receiver answered 410, it will not come back.
 * `failing`: nothing arrived for too long.
 */
export type PauseReason = 'by-hand' | 'gone' | 'failing';

/** What a connector needs to know besides its address and secret; nothing in it is secret. */
export interface ConnectorSettings {
	/** With which one signs in at a task list (CalDAV). */
	username?: string;
}

/** How an organisation receives its actions. Secrets are encrypted with the key outside the database. */
export const connectors = table(
	'connectors',
	{
		id: id().primaryKey(),
		organisationId: id('organisation_id')
			.notNull()
			.references(() => organisations.id),
		kind: string('kind').$type<ConnectorKind>().notNull(),
		/** Where it goes: https of a webhook or a task list, `mailto:` of a mailbox; empty when it is fetched. */
		url: string('url').notNull(),
		settings: json<ConnectorSettings>('settings'),
		/** What it signs with, or the password of a task list; empty where there is none. */
		secret: string('signing_secret').notNull(),
		/** SHA-256 of the client secret with which the organisation's system asks for a token. */
		apiKeyHash: string('api_key_hash').notNull(),
		/** The secret before the last rotation: messages are signed with both until `previousUntil`. */
		previousSecret: string('previous_secret'),
		previousUntil: moment('previous_until'),
		/** Since when every attempt failed; null after one that arrived. */
		failingSince: moment('failing_since'),
		/** How many attempts failed since then. */
		failedAttempts: count('failed_attempts').notNull().default(0),
		pausedAt: moment('paused_at'),
		pausedBecause: string('paused_because').$type<PauseReason>(),
		removedAt: moment('removed_at'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [
		index('connectors_organisation').on(t.organisationId),
		uniqueIndex('connectors_key').on(t.apiKeyHash)
	]
);

export type OutboxType =
	'action-assigned' | 'action-changed' | 'action-withdrawn' | 'action-list-ratified';

/** What must leave, written in the transaction that decided it. */
export const outbox = table(
	'outbox',
	{
		seq: sequence(),
		id: id().notNull(),
		type: string('type').$type<OutboxType>().notNull(),
		organisationId: id('organisation_id').notNull(),
		/** The action, or for an action list the item: deliveries keep order within it. */
		subjectId: id('subject_id').notNull(),
		itemId: id('item_id').notNull(),
		revision: count('revision').notNull(),
		payload: json<Record<string, unknown>>('payload').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [
		uniqueIndex('outbox_id').on(t.id),
		index('outbox_subject').on(t.subjectId),
		index('outbox_item').on(t.itemId)
	]
);

/** One outbox row to one connector, with its visible state: the ledger. */
export const deliveries = table(
	'deliveries',
	{
		id: id().primaryKey(),
		outboxSeq: count('outbox_seq')
			.notNull()
			.references(() => outbox.seq),
		/** Null when the organisation has no connector: told in the app only. */
		connectorId: id('connector_id').references(() => connectors.id),
		status: string('status').$type<DeliveryStatus>().notNull(),
		attempts: count('attempts').notNull().default(0),
		nextAttemptAt: moment('next_attempt_at'),
		claimedUntil: moment('claimed_until'),
		sentAt: moment('sent_at'),
		receivedAt: moment('received_at'),
		readAt: moment('read_at'),
		parkedAt: moment('parked_at'),
		/** Stable code of what went wrong last; worded on the screen. */
		error: string('error')
	},
	(t) => [
		uniqueIndex('deliveries_once').on(t.outboxSeq, t.connectorId),
		index('deliveries_due').on(t.status, t.nextAttemptAt),
		index('deliveries_connector').on(t.connectorId, t.status),
		/** What is next for a connector is at the front, however long its queue. */
		index('deliveries_next').on(t.connectorId, t.outboxSeq)
	]
);

/** What went over a connection or came in by it, without content; only the newest are kept. */
export const connectorExchanges = table(
	'connector_exchanges',
	{
		seq: sequence(),
		connectorId: id('connector_id')
			.notNull()
			.references(() => connectors.id),
		at: moment('at').notNull(),
		/** The type of event that left, or what came in. */
		what: string('what').$type<ExchangeKind>().notNull(),
		/** Null when it went well, else a stable code. */
		error: string('error')
	},
	(t) => [index('connector_exchanges_connector').on(t.connectorId)]
);

/** `looked`: a system that fetches by itself came for the first time, and nothing waited for it. */
export type ExchangeKind = OutboxType | 'test' | 'looked' | 'status-in' | 'read-in';
