import type { TaskStatus } from '#lib/domain/task-status.ts';
import { count, id, primaryKey, string, table } from '../columns.ts';
import { connectors } from './delivery.ts';

/** What of a task must be written back: our text, or our text and status. */
export type OwedToTask = 'text' | 'all';

/** A task of ours on an organisation's task list, as we last saw it there. Nothing of what it says. */
export const taskListTasks = table(
	'task_list_tasks',
	{
		connectorId: id('connector_id')
			.notNull()
			.references(() => connectors.id),
		/** The action, or the item of an action list. */
		subjectId: id('subject_id').notNull(),
		itemId: id('item_id').notNull(),
		kind: string('kind').$type<'action' | 'action-list'>().notNull(),
		/** Which version the server holds (RFC 9110, 8.8.3). */
		etag: string('etag').notNull(),
		/** Of the text that stands there. */
		revision: count('revision').notNull(),
		status: string('status').$type<TaskStatus>().notNull(),
		/** Of the action's status, when the task was made equal to it. */
		statusRevision: count('status_revision').notNull(),
		/** SHA-256 over what people can change in it: a server that only rewrites it changes nothing. */
		fingerprint: string('fingerprint').notNull(),
		owed: string('owed').$type<OwedToTask>()
	},
	(t) => [primaryKey({ columns: [t.connectorId, t.subjectId] })]
);

/** Up to where a task list was looked through. */
export const taskListStates = table('task_list_states', {
	connectorId: id('connector_id')
		.primaryKey()
		.references(() => connectors.id),
	/** RFC 6578; null when the server has none. */
	syncToken: string('sync_token'),
	/** `getctag` of servers without it. */
	ctag: string('ctag')
});
