import { expect } from 'vitest';
import type { ConnectorKind } from '#lib/domain/connector-kind.ts';
import { hasArrived } from '#lib/domain/retry.ts';
import { messageOf } from '#lib/server/connectors/connector.ts';
import { senders } from '#lib/server/connectors/senders.ts';
import { targetOf } from '#lib/server/connectors/target.ts';
import type { Dispatch } from '#lib/server/store/delivery.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { stored } from '../support/test-app.ts';
import type { Place } from './place.ts';

/** What the receiver has of an action: the newest it heard. */
export interface Held {
	revision: number;
	/** It was told that the action is off. */
	isOff: boolean;
}

/** One way to a receiver, who is real and does its own part of the bargain. */
export interface Way {
	readonly kind: ConnectorKind;
	readonly place: Place;
	readonly connectorId: string;
	/** All that may go now goes; by a way that is fetched, the receiver asks. */
	carry(): Promise<void>;
	/** By action; what was never heard of is not in it. */
	truth(): Promise<ReadonlyMap<string, Held>>;
	/** How often something happened there about an action. */
	effects(actionId: string): Promise<number>;
	/** The title that people there read; null when there is none (any more). */
	reads(actionId: string): Promise<string | null>;
	/** Every byte that ever came in there. */
	everything(): Promise<string>;
	/** A message comes (again), whatever came since. */
	comes(message: Dispatch): Promise<void>;
	/** It acts on what comes, and its answer never arrives. */
	loseReplies(isLosing: boolean): void;
	/** Nobody there, and somebody again. */
	off(): Promise<void>;
	on(): Promise<void>;
	/** It will never take what is about this action; with what the ledger says of that in the end. */
	refuse(actionId: string): Promise<string | null>;
	/** What is due was taken in hand and brought; the process ends before it wrote that down, and starts. */
	crash(): Promise<void>;
}

/** Keeps the part of the receiver: each message once, by its id; of an action the highest revision. */
export class Bookkeeper {
	readonly held = new Map<string, Held>();
	readonly #heard = new Map<string, string>();

	take(id: string, actionId: string, news: Held): void {
		if (this.#heard.has(id)) return;
		this.#heard.set(id, actionId);
		const now = this.held.get(actionId);
		if (!now || news.revision >= now.revision) this.held.set(actionId, news);
	}

	effects(actionId: string): number {
		return [...this.#heard.values()].filter((one) => one === actionId).length;
	}
}

/** One message by the real sender, without the outbox. */
export async function send({ app }: Place, { row, delivery }: Dispatch): Promise<void> {
	const connector = await stored(app).delivery.connector(delivery.connectorId ?? '');
	const sender = connector && senders(app)[connector.kind];
	if (!sender) throw new Error('nothing is sent by this way');
	await sender.send(targetOf(app, connector), messageOf(row), new AbortController().signal);
}

/** Claims what is due, brings it, and ends before any of it is written down. */
export async function crashAfterSending(place: Place, connectorId: string): Promise<void> {
	const now = place.clock.now();
	const until = new Date(now.getTime() + 60_000);
	const claimed = await place.app.database.write((queries) =>
		repositories(queries).delivery.claim(connectorId, now, until, 32)
	);
	for (const dispatch of claimed) await send(place, dispatch);
	await place.restart();
}

/** The ledger says of each message that counts what the receiver has of it, no more and no less. */
export async function expectAgreement(way: Way): Promise<void> {
	const truth = await way.truth();
	const ledger = (await way.place.ledger(way.connectorId)).filter(
		({ delivery }) => delivery.status !== 'outdated'
	);
	const told = ledger.map(({ row, delivery }) => ({
		...{ actionId: row.subjectId, kind: row.type, revision: row.revision },
		hasArrived: hasArrived(delivery.status)
	}));
	expect(told).toEqual(
		told.map((one) => ({
			...one,
			hasArrived: isThere(one, truth.get(one.actionId)) ?? one.hasArrived
		}))
	);
	for (const actionId of truth.keys()) expect(told.map((one) => one.actionId)).toContain(actionId);
}

/** Null: of what never came nobody can see whether it was told that it is off. */
function isThere(told: { kind: string; revision: number }, held: Held | undefined): boolean | null {
	if (told.kind === 'action-withdrawn')
		return held ? held.isOff && held.revision >= told.revision : null;
	return held !== undefined && !held.isOff && held.revision === told.revision;
}
