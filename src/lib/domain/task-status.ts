import type { ActionStatus } from './action.ts';

/** STATUS of a task on a task list (RFC 5545, 3.8.1.11). */
export const TASK_STATUSES = ['NEEDS-ACTION', 'IN-PROCESS', 'COMPLETED', 'CANCELLED'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** How an action stands on a task list; who has accepted it has still to do it. */
export function taskStatus(status: ActionStatus): TaskStatus {
	switch (status) {
		case 'proposed':
		case 'accepted':
		case 'unowned':
			return 'NEEDS-ACTION';
		case 'in-progress':
			return 'IN-PROCESS';
		case 'done':
			return 'COMPLETED';
		case 'declined':
		case 'withdrawn':
			return 'CANCELLED';
	}
}

export type AnswerFromList = 'accepted' | 'declined' | 'in-progress' | 'done';

/**
 * The steps that bring an action to what its task says, in order; none when it stands there. A step that is
 * not allowed from here (cancelling what has begun) is for the action's own rules to refuse.
 */
export function answersFromList(status: ActionStatus, said: TaskStatus): AnswerFromList[] {
	if (taskStatus(status) === said) return [];
	// Who declined and takes it up after all, accepts first.
	const first: AnswerFromList[] = status === 'declined' ? ['accepted'] : [];
	switch (said) {
		case 'NEEDS-ACTION':
			// Undone again; one that has begun has no way back to "not begun".
			return status === 'done' ? ['in-progress'] : first;
		case 'IN-PROCESS':
			return [...first, 'in-progress'];
		case 'COMPLETED':
			return [...first, 'done'];
		case 'CANCELLED':
			return ['declined'];
	}
}
