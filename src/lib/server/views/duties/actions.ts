import { needsChair } from '#lib/domain/action.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import type { DutyContext } from './context.ts';

/**
 * For who runs the table: what nobody does, as no answer came in time or the owner said no (AC11). What he
 * or she left unowned stands among the own actions already.
 */
export async function actionDuties({ store, cases, today }: DutyContext): Promise<Duty[]> {
	const names = new Map((await store.people.organisations()).map(({ id, name }) => [id, name]));
	const duties: Duty[] = [];
	for (const { case: one } of cases.filter(({ runs }) => runs)) {
		const items = await store.agenda.ofCase(one.id);
		const actions = await store.actions.ofItems(items.map(({ id }) => id));
		for (const action of actions) {
			if (action.status === 'unowned' || !needsChair(action, today)) continue;
			const meetingId = items.find(({ id }) => id === action.itemId)?.meetingId ?? '';
			duties.push({
				id: `action-${action.id}`,
				area: 'actions',
				kind: action.status === 'declined' ? 'declined' : 'no-answer',
				group: 'wait',
				caseId: one.id,
				code: one.code,
				due: action.due,
				detail: { organisation: names.get(action.ownerOrganisationId) ?? '' },
				target: '',
				href: `/overleg/${meetingId}?punt=${action.itemId}#acties`
			});
		}
	}
	return duties;
}
