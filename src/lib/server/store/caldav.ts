import { and, eq } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

/** A task of ours as it stood on the list when last seen. */
export type ListedTask = typeof schema.taskListTasks.$inferSelect;
export type TaskListState = typeof schema.taskListStates.$inferSelect;

/** What we know of the task lists (CalDAV) that actions are brought to. */
export function taskLists(queries: Queries) {
	const { taskListTasks: t, taskListStates: s } = schema;
	const one = (connectorId: string, subjectId: string) =>
		and(eq(t.connectorId, connectorId), eq(t.subjectId, subjectId));
	return {
		async task(connectorId: string, subjectId: string): Promise<ListedTask | null> {
			const [row] = await queries.select().from(t).where(one(connectorId, subjectId));
			return row ?? null;
		},
		async tasks(connectorId: string): Promise<ListedTask[]> {
			return queries.select().from(t).where(eq(t.connectorId, connectorId));
		},
		async keep(row: ListedTask) {
			await queries
				.insert(t)
				.values(row)
				.onConflictDoUpdate({ target: [t.connectorId, t.subjectId], set: row });
		},
		async forget(connectorId: string, subjectId: string) {
			await queries.delete(t).where(one(connectorId, subjectId));
		},
		async state(connectorId: string): Promise<TaskListState | null> {
			const [row] = await queries.select().from(s).where(eq(s.connectorId, connectorId));
			return row ?? null;
		},
		async keepState(row: TaskListState) {
			await queries.insert(s).values(row).onConflictDoUpdate({ target: s.connectorId, set: row });
		}
	};
}
