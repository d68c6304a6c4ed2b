import { needsHuman, standing, subjectAndReceiver } from '#lib/domain/ledger.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { ledgerOf } from '../item/ledger.ts';
import type { DutyContext } from './context.ts';

/**
 * What does not arrive at an organisation and will not come right by itself (KO45). For who runs the table, one
 * for each organisation at an item. That an organisation takes part no more is a duty of its own.
 */
export async function notArrived({ store, cases }: DutyContext): Promise<Duty[]> {
	const known = cases.filter(({ runs }) => runs).flatMap((one) => [...one.known]);
	const lines = (await ledgerOf(store, known)).filter(({ error }) => error !== 'organisation-left');
	const groups = Map.groupBy(lines, (line) => `${line.itemId} ${subjectAndReceiver(line)}`);
	const duties = new Map<string, Duty>();
	for (const group of groups.values()) {
		const left = standing(group);
		const stuck = left.find((line) => needsHuman(line, left));
		const item = stuck && (await store.agenda.find(stuck.itemId));
		const found = item && cases.find(({ case: one }) => one.id === item.caseId);
		if (!found) continue;
		const id = `not-arrived-${stuck.itemId}-${stuck.organisation.id}`;
		duties.set(id, {
			...{ id, area: 'connections', kind: 'not-arrived', group: 'wait', due: null, target: '' },
			...{ caseId: found.case.id, code: found.case.code },
			detail: { organisation: stuck.organisation.name },
			href: `/overleg/${item.meetingId}/terugmelding`
		});
	}
	return [...duties.values()];
}
