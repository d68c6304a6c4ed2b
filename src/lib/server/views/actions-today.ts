import { isOpen } from '#lib/domain/action.ts';
import type { ActionStatus } from '#lib/domain/action.ts';
import type { Repositories } from '../store/repositories.ts';
import type { AccessEntry, Actor } from '../work.ts';

export interface ActionLine {
	id: string;
	title: string;
	code: string;
	due: string;
	status: ActionStatus;
}

/** The actor's own open actions: those that wait for an answer apart from the rest, by due date. */
export async function actionsToday(
	store: Repositories,
	actor: Actor,
	today: string
): Promise<{
	value: { waiting: ActionLine[]; open: ActionLine[]; overdue: number };
	reads: AccessEntry[];
}> {
	const mine = (await store.actions.ofPerson(actor.personId, actor.organisationId)).filter(
		(action) => isOpen(action.status)
	);
	const cases = await store.cases.findMany([...new Set(mine.map((action) => action.caseId))]);
	const lines = mine.map((action) => ({
		id: action.id,
		title: action.title,
		code: cases.find((one) => one.id === action.caseId)?.code ?? '',
		due: action.due,
		status: action.status
	}));
	const open = lines.filter((line) => line.status !== 'proposed');
	return {
		value: {
			waiting: lines.filter((line) => line.status === 'proposed'),
			open,
			overdue: open.filter((line) => line.due < today).length
		},
		reads: mine.map((action) => ({
			event: 'read-list',
			objectKind: 'action',
			objectId: action.id,
			caseId: action.caseId,
			ground: 'owner'
		}))
	};
}
