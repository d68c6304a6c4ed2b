import type { DeliveryStatus } from '#lib/domain/retry.ts';
import {
	and,
	asc,
	countDistinct,
	desc,
	eq,
	exists,
	gt,
	inArray,
	isNotNull,
	isNull,
	lte,
	ne,
	notInArray,
	or,
	sql
} from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Connector = typeof schema.connectors.$inferSelect;
export type OutboxRow = typeof schema.outbox.$inferSelect;
export type Delivery = typeof schema.deliveries.$inferSelect;
export type Exchange = typeof schema.connectorExchanges.$inferSelect;
/** A delivery with the row of the outbox it brings. */
export interface Dispatch {
	row: OutboxRow;
	delivery: Delivery;
}

/** Still to arrive; `sent` left, and nobody knows yet whether it was received. */
const OPEN: DeliveryStatus[] = ['queued', 'sent', 'failed'];
/** How many exchanges are kept per connection: enough to look on, too few to be a dossier. */
const EXCHANGES_KEPT = 20;

/** The outbox, its deliveries (the ledger) and the connectors they go by. */
export function delivery(queries: Queries) {
	const { connectors: c, outbox: o, deliveries: d, connectorExchanges: x } = schema;
	const dispatches = () =>
		queries.select({ row: o, delivery: d }).from(d).innerJoin(o, eq(o.seq, d.outboxSeq));
	/** Its turn has come and nobody has it in hand. */
	const due = (now: Date) =>
		and(
			inArray(d.status, OPEN),
			isNull(d.parkedAt),
			or(isNull(d.nextAttemptAt), lte(d.nextAttemptAt, now)),
			or(isNull(d.claimedUntil), lte(d.claimedUntil, now))
		);
	/**
	 * Nothing earlier about the same subject is still on its way to the same receiver. A claimed one
	 * counts also when it is outdated by now: it may arrive after the newer one otherwise.
	 */
	const nothingEarlier = (now: Date) => sql`not exists (
		select 1 from ${d} earlier_d join ${o} earlier_o on earlier_o.seq = earlier_d.outbox_seq
		where earlier_d.connector_id = ${d.connectorId}
			and earlier_o.subject_id = ${o.subjectId} and earlier_o.seq < ${o.seq}
			and (earlier_d.status in ('queued', 'sent', 'failed')
				or earlier_d.claimed_until > ${sql.param(now, d.claimedUntil)}))`;
	/** What is fetched by the receiver itself is not brought. */
	const goes = and(isNull(c.pausedAt), isNull(c.removedAt), ne(c.kind, 'api'));

	return {
		async connector(id: string): Promise<Connector | null> {
			const [row] = await queries.select().from(c).where(eq(c.id, id));
			return row ?? null;
		},
		async connectorsOf(organisationId: string): Promise<Connector[]> {
			return queries
				.select()
				.from(c)
				.where(and(eq(c.organisationId, organisationId), isNull(c.removedAt)))
				.orderBy(asc(c.createdAt));
		},
		async allConnectors(): Promise<Connector[]> {
			return queries.select().from(c).where(isNull(c.removedAt)).orderBy(asc(c.createdAt));
		},
		/** Also those that were removed: what they brought stays in the ledger. */
		async connectorsEver(): Promise<Connector[]> {
			return queries.select().from(c);
		},
		async addConnector(row: typeof c.$inferInsert) {
			await queries.insert(c).values(row);
		},
		async changeConnector(id: string, values: Partial<typeof c.$inferInsert>) {
			await queries.update(c).set(values).where(eq(c.id, id));
		},
		/** Of a secret that counts no more nothing is kept. */
		async forgetPreviousSecrets(now: Date) {
			await queries
				.update(c)
				.set({ previousSecret: null, previousUntil: null })
				.where(lte(c.previousUntil, now));
		},

		async addOutbox(row: typeof o.$inferInsert): Promise<number> {
			const [added] = await queries.insert(o).values(row).returning({ seq: o.seq });
			return added?.seq ?? 0;
		},
		async addDelivery(row: typeof d.$inferInsert) {
			await queries.insert(d).values(row);
		},
		async find(deliveryId: string): Promise<Dispatch | null> {
			const [found] = await dispatches().where(eq(d.id, deliveryId));
			return found ?? null;
		},
		async changeDelivery(id: string, values: Partial<typeof d.$inferInsert>) {
			await queries.update(d).set(values).where(eq(d.id, id));
		},
		/** All that was written about a subject so far tells an older text. A claim stands: it is on its way. */
		async outdate(subjectId: string) {
			const rows = queries.select({ seq: o.seq }).from(o).where(eq(o.subjectId, subjectId));
			await queries
				.update(d)
				.set({ status: 'outdated', nextAttemptAt: null, parkedAt: null })
				.where(and(inArray(d.outboxSeq, rows), ne(d.status, 'outdated')));
		},
		/** What one organisation was told about a subject, oldest first. */
		async toldAbout(subjectId: string, organisationId: string): Promise<Dispatch[]> {
			return dispatches()
				.where(and(eq(o.subjectId, subjectId), eq(o.organisationId, organisationId)))
				.orderBy(asc(o.seq));
		},
		/** One of the things an organisation was told. */
		async toldTo(organisationId: string, id: string): Promise<OutboxRow | null> {
			const [row] = await queries
				.select()
				.from(o)
				.where(and(eq(o.id, id), eq(o.organisationId, organisationId)));
			return row ?? null;
		},
		/**
		 * What an organisation is to know, oldest first. Left out: news that newer news took the place of, and
		 * news that it may not be told any more (GC5) and was not told before.
		 */
		async eventsOf(organisationId: string, afterSeq: number, most: number): Promise<OutboxRow[]> {
			const stands = sql`exists (select 1 from ${d}
				where ${d.outboxSeq} = ${o.seq} and ${d.status} <> 'outdated'
					and (${d.error} is null or ${d.error} <> 'organisation-left'))`;
			return queries
				.select()
				.from(o)
				.where(and(eq(o.organisationId, organisationId), gt(o.seq, afterSeq), stands))
				.orderBy(asc(o.seq))
				.limit(most);
		},
		/** What a connector still has to get about some subjects; what waits for a human is not among it. */
		async waitingFor(connectorId: string, subjectIds: readonly string[]): Promise<Dispatch[]> {
			if (subjectIds.length === 0) return [];
			return dispatches()
				.where(
					and(
						eq(d.connectorId, connectorId),
						inArray(d.status, OPEN),
						isNull(d.parkedAt),
						inArray(o.subjectId, [...subjectIds])
					)
				)
				.orderBy(asc(o.seq));
		},
		/** The ledger of some items: what left, for whom, and where it stands. */
		async ledger(itemIds: readonly string[]): Promise<Dispatch[]> {
			if (itemIds.length === 0) return [];
			return (
				dispatches()
					.where(inArray(o.itemId, [...itemIds]))
					// What it was to go by first, before what took over in the app.
					.orderBy(asc(o.seq), asc(isNull(d.connectorId)))
			);
		},

		/** Connectors that have something to bring now. */
		async connectorsWithDue(now: Date): Promise<string[]> {
			const something = queries
				.select({ one: sql`1` })
				.from(d)
				.innerJoin(o, eq(o.seq, d.outboxSeq))
				.where(and(eq(d.connectorId, c.id), due(now), nothingEarlier(now)));
			const rows = await queries
				.select({ id: c.id })
				.from(c)
				.where(and(goes, exists(something)));
			return rows.map((row) => row.id);
		},
		/** Takes up to `most` due deliveries in hand until `until`, at most one per subject. */
		async claim(connectorId: string, now: Date, until: Date, most: number): Promise<Dispatch[]> {
			const found = await queries
				.select({ row: o, delivery: d })
				.from(d)
				.innerJoin(o, eq(o.seq, d.outboxSeq))
				.innerJoin(c, eq(c.id, d.connectorId))
				.where(and(eq(d.connectorId, connectorId), goes, due(now), nothingEarlier(now)))
				.orderBy(asc(d.outboxSeq))
				.limit(most);
			const ids = found.map((each) => each.delivery.id);
			if (ids.length > 0)
				await queries
					.update(d)
					.set({ status: 'sent', sentAt: now, claimedUntil: until })
					.where(inArray(d.id, ids));
			return found;
		},
		/** The first moment after `now` at which something becomes due again. */
		async nextDueAt(now: Date): Promise<Date | null> {
			const soonest = (column: typeof d.nextAttemptAt | typeof d.claimedUntil) =>
				queries
					.select({ at: column })
					.from(d)
					.innerJoin(c, eq(c.id, d.connectorId))
					.where(and(goes, inArray(d.status, OPEN), isNull(d.parkedAt), gt(column, now)))
					.orderBy(asc(column))
					.limit(1);
			const [[retry], [claim]] = [await soonest(d.nextAttemptAt), await soonest(d.claimedUntil)];
			const moments = [retry?.at, claim?.at].filter((at) => at instanceof Date);
			return moments.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
		},
		/** What is open for a connector that goes away will not arrive; whose items those are. */
		async failOpen(connectorId: string, error: string, now: Date): Promise<string[]> {
			const mine = and(eq(d.connectorId, connectorId), inArray(d.status, OPEN));
			const items = await queries
				.selectDistinct({ itemId: o.itemId })
				.from(d)
				.innerJoin(o, eq(o.seq, d.outboxSeq))
				.where(mine);
			await queries
				.update(d)
				.set({ status: 'failed', error, parkedAt: now, nextAttemptAt: null, claimedUntil: null })
				.where(mine);
			return items.map((each) => each.itemId);
		},

		/** What is open by a connector, oldest first. */
		async openBy(connectorId: string): Promise<Dispatch[]> {
			return dispatches()
				.where(and(eq(d.connectorId, connectorId), inArray(d.status, OPEN)))
				.orderBy(asc(o.seq));
		},
		/** About how many subjects attempts of a connector failed; what was held back here does not count. */
		async subjectsFailing(connectorId: string): Promise<number> {
			const [row] = await queries
				.select({ subjects: countDistinct(o.subjectId) })
				.from(d)
				.innerJoin(o, eq(o.seq, d.outboxSeq))
				.where(
					and(
						eq(d.connectorId, connectorId),
						inArray(d.status, OPEN),
						gt(d.attempts, 0),
						or(isNull(d.error), ne(d.error, 'names-in-title'))
					)
				);
			return row?.subjects ?? 0;
		},
		/** What is open for an organisation by any way, of one item or of all. */
		async openFor(organisationId: string, itemId: string | null): Promise<Dispatch[]> {
			return dispatches()
				.where(
					and(
						eq(o.organisationId, organisationId),
						inArray(d.status, OPEN),
						itemId === null ? undefined : eq(o.itemId, itemId)
					)
				)
				.orderBy(asc(o.seq));
		},
		/** What an organisation is told in the app only and has not opened there, oldest first. */
		async waitingInApp(organisationId: string): Promise<Dispatch[]> {
			return dispatches()
				.where(
					and(eq(o.organisationId, organisationId), isNull(d.connectorId), eq(d.status, 'queued'))
				)
				.orderBy(asc(o.seq));
		},
		/** All ways by which one row of the outbox goes. */
		async waysOf(outboxSeq: number): Promise<Delivery[]> {
			return queries.select().from(d).where(eq(d.outboxSeq, outboxSeq));
		},
		/** What of a connector waits for a human, oldest first. */
		async parkedBy(connectorId: string): Promise<Dispatch[]> {
			return dispatches()
				.where(and(eq(d.connectorId, connectorId), isNotNull(d.parkedAt)))
				.orderBy(asc(o.seq));
		},
		/** What only waited for its time goes now. */
		async hurry(connectorId: string) {
			await queries
				.update(d)
				.set({ nextAttemptAt: null })
				.where(and(eq(d.connectorId, connectorId), inArray(d.status, OPEN), isNull(d.parkedAt)));
		},
		/** Whether anything ever went well over a connector, as far as that is kept. */
		async everWorked(connectorId: string): Promise<boolean> {
			const [arrived] = await queries
				.select({ id: d.id })
				.from(d)
				.where(and(eq(d.connectorId, connectorId), isNotNull(d.receivedAt)))
				.limit(1);
			if (arrived) return true;
			const [went] = await queries
				.select({ seq: x.seq })
				.from(x)
				.where(and(eq(x.connectorId, connectorId), isNull(x.error)))
				.limit(1);
			return went !== undefined;
		},

		/** Of each connector only the newest are kept. */
		async addExchange(...rows: (typeof x.$inferInsert)[]) {
			if (rows.length === 0) return;
			await queries.insert(x).values(rows);
			for (const connectorId of new Set(rows.map((row) => row.connectorId))) {
				const newest = queries
					.select({ seq: x.seq })
					.from(x)
					.where(eq(x.connectorId, connectorId))
					.orderBy(desc(x.seq))
					.limit(EXCHANGES_KEPT);
				await queries
					.delete(x)
					.where(and(eq(x.connectorId, connectorId), notInArray(x.seq, newest)));
			}
		},
		/** The newest exchanges of a connector, newest first. */
		async exchanges(connectorId: string, most = 10): Promise<Exchange[]> {
			return queries
				.select()
				.from(x)
				.where(eq(x.connectorId, connectorId))
				.orderBy(desc(x.seq))
				.limit(most);
		}
	};
}
