import type { Duty } from '#lib/protocol/views/duty.ts';
import { knownSignals } from '../signals/known-signals.ts';
import { signallerOf } from '../signals/signaller.ts';
import type { DutyContext } from './context.ts';

/** Feedback the viewer owes; and, at a table he or she runs, feedback that nobody gives (SI7). */
export async function signalsDuties(context: DutyContext): Promise<Duty[]> {
	const { store, actor, cases, today } = context;
	const duties: Duty[] = [];
	for (const { case: one, known, runs } of cases) {
		const { personId } = actor;
		const viewer = { personId, caseId: one.id, tableId: one.tableId, known, today };
		const owed = (await knownSignals(store, viewer)).filter(
			({ signal, feedback }) => signal.withdrawnAt === null && feedback.status === 'owed'
		);
		if (owed.length === 0) continue;
		const ids = owed.flatMap(({ signal, feedback }) =>
			[signal.signallerId ?? [], feedback.tellerId].flat()
		);
		const people = new Map(
			(await store.people.findMany([...new Set(ids)])).map((each) => [each.person.id, each])
		);
		for (const { signal, feedback, overdue, released, tellerGone } of owed) {
			const { name, organisation } = signallerOf(signal, people);
			const duty = (kind: string, group: Duty['group']): Duty => ({
				id: `${kind}-${signal.id}`,
				area: 'signals',
				kind,
				group,
				caseId: one.id,
				code: one.code,
				due: feedback.dueOn,
				detail: {
					name,
					organisation,
					teller: people.get(feedback.tellerId)?.person.name ?? ''
				},
				target: `signaal-${signal.id}`
			});
			const mine = feedback.tellerId === personId;
			if (mine && !released)
				duties.push(duty(feedback.topics.length > 0 ? 'tell' : 'agree', 'wait'));
			else if (!mine && runs && tellerGone) duties.push(duty('nobody', 'left'));
			else if (!mine && runs && overdue) duties.push(duty('overdue', 'left'));
		}
	}
	return duties;
}
