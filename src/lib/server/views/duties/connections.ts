import { isOpen } from '#lib/domain/action.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { isToldNoMore } from '../../outbox/told-no-more.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { DutyContext } from './context.ts';
import { notArrived } from './not-arrived.ts';

/** Action lists that are not known to be filed, actions nobody has, and what does not arrive. */
export async function connectionsDuties(context: DutyContext): Promise<Duty[]> {
	return [
		...(await listsToFile(context)),
		...(await toTakeOver(context)),
		...(await notArrived(context))
	];
}

/** For who took part for the organisation, until one of them has answered; and for who runs the table. */
async function listsToFile({ store, actor, cases, closed }: DutyContext): Promise<Duty[]> {
	const all = [...cases, ...closed];
	const own = await store.agenda.itemsOfPerson(actor.personId);
	const itemIds = new Set(own.map((item) => item.id));
	for (const { known, runs } of all) if (runs) for (const id of known) itemIds.add(id);
	const lists = await store.connections.unanswered(actor.organisationId, [...itemIds]);
	const items = await store.agenda.findMany(lists.map(({ itemId }) => itemId));
	return lists.flatMap(({ itemId, version, since }) => {
		const item = items.find((one) => one.id === itemId);
		const found = all.find(({ case: one }) => one.id === item?.caseId);
		if (!item || !found) return [];
		return [
			{
				...{ id: `file-list-${itemId}-${version}`, area: 'connections', kind: 'file-list' },
				...{ group: 'wait', caseId: found.case.id, code: found.case.code, due: null },
				detail: { on: dayInTheNetherlands(since) },
				target: '',
				href: `/overleg/${item.meetingId}/review#dossier-${itemId}`
			} satisfies Duty
		];
	});
}

/** The organisation that has it takes part no more: who takes it over? For who runs the table. */
async function toTakeOver({ store, cases }: DutyContext): Promise<Duty[]> {
	const duties: Duty[] = [];
	for (const { case: one, known, runs } of cases) {
		if (!runs) continue;
		const held = (await store.actions.ofItems([...known])).filter(
			({ status }) => isOpen(status) && status !== 'unowned'
		);
		for (const action of held) {
			if (!(await isToldNoMore(store, action.ownerOrganisationId, action.itemId))) continue;
			const item = await store.agenda.find(action.itemId);
			const organisation = await store.people.organisation(action.ownerOrganisationId);
			duties.push({
				...{ id: `take-over-${action.id}`, area: 'connections', kind: 'take-over' },
				...{ group: 'left', caseId: one.id, code: one.code, due: action.due },
				detail: { organisation: organisation?.name ?? '' },
				target: 'acties',
				href: `/overleg/${item?.meetingId ?? ''}?punt=${action.itemId}`
			});
		}
	}
	return duties;
}
