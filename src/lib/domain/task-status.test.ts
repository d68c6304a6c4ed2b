import { expect, test } from 'vitest';
import { ACTION_STATUSES } from './action.ts';
import { answersFromList, TASK_STATUSES, taskStatus } from './task-status.ts';

test('TL21 what a task says of an action, and what that asks of it, from each to each', () => {
	const table = ACTION_STATUSES.map((status) => [
		status,
		taskStatus(status),
		TASK_STATUSES.map((said) => answersFromList(status, said).join('+')).join(' | ')
	]);
	//                                    NEEDS-ACTION | IN-PROCESS | COMPLETED | CANCELLED
	expect(table).toEqual([
		['proposed', 'NEEDS-ACTION', ' | in-progress | done | declined'],
		['accepted', 'NEEDS-ACTION', ' | in-progress | done | declined'],
		['declined', 'CANCELLED', 'accepted | accepted+in-progress | accepted+done | '],
		['unowned', 'NEEDS-ACTION', ' | in-progress | done | declined'],
		['in-progress', 'IN-PROCESS', ' |  | done | declined'],
		['done', 'COMPLETED', 'in-progress | in-progress |  | declined'],
		['withdrawn', 'CANCELLED', ' | in-progress | done | ']
	]);
});
