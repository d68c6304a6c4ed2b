import type { ActionStatus } from '#lib/domain/action.ts';
import { and, asc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Action = typeof schema.actions.$inferSelect;
export type ActionEvent = typeof schema.actionEvents.$inferSelect;

/** Which part of a list: after an action, with a status, so many. */
export interface ActionPage {
	after: Pick<Action, 'createdAt' | 'id'> | null;
	status: ActionStatus | null;
	most: number;
}

/** Actions and what happened to them. */
export function actions(queries: Queries) {
	const { actions: a, actionEvents: e } = schema;
	return {
		async find(id: string): Promise<Action | null> {
			const [row] = await queries.select().from(a).where(eq(a.id, id));
			return row ?? null;
		},
		async ofItem(itemId: string): Promise<Action[]> {
			return queries.select().from(a).where(eq(a.itemId, itemId)).orderBy(asc(a.createdAt));
		},
		async ofItems(itemIds: readonly string[]): Promise<Action[]> {
			if (itemIds.length === 0) return [];
			return queries
				.select()
				.from(a)
				.where(inArray(a.itemId, [...itemIds]))
				.orderBy(asc(a.createdAt));
		},
		/** An organisation's own, what is due first on top. */
		async ofOrganisation(organisationId: string): Promise<Action[]> {
			return queries
				.select()
				.from(a)
				.where(eq(a.ownerOrganisationId, organisationId))
				.orderBy(asc(a.due));
		},
		/** An organisation's own, in the order in which they were made. */
		async pageOfOrganisation(
			organisationId: string,
			{ after, status, most }: ActionPage
		): Promise<Action[]> {
			const later =
				after &&
				or(
					gt(a.createdAt, after.createdAt),
					and(eq(a.createdAt, after.createdAt), gt(a.id, after.id))
				);
			return queries
				.select()
				.from(a)
				.where(
					and(
						eq(a.ownerOrganisationId, organisationId),
						status ? eq(a.status, status) : undefined,
						later ?? undefined
					)
				)
				.orderBy(asc(a.createdAt), asc(a.id))
				.limit(most);
		},
		/** Mine: given to me, or to my organisation and taken by nobody yet. */
		async ofPerson(personId: string, organisationId: string): Promise<Action[]> {
			return queries
				.select()
				.from(a)
				.where(
					or(
						eq(a.ownerPersonId, personId),
						and(eq(a.ownerOrganisationId, organisationId), isNull(a.ownerPersonId))
					)
				)
				.orderBy(asc(a.due), asc(a.createdAt));
		},
		/** Without an answer though their last day has passed, oldest first. */
		async unanswered(today: string): Promise<Action[]> {
			return queries
				.select()
				.from(a)
				.where(and(eq(a.status, 'proposed'), lt(a.due, today)))
				.orderBy(asc(a.due));
		},
		async add(row: typeof a.$inferInsert) {
			await queries.insert(a).values(row);
		},
		async change(id: string, values: Partial<typeof a.$inferInsert>) {
			await queries.update(a).set(values).where(eq(a.id, id));
		},
		async addEvent(row: typeof e.$inferInsert) {
			await queries.insert(e).values(row);
		},
		async events(actionIds: readonly string[]): Promise<ActionEvent[]> {
			if (actionIds.length === 0) return [];
			return queries
				.select()
				.from(e)
				.where(inArray(e.actionId, [...actionIds]))
				.orderBy(asc(e.at));
		}
	};
}
