import { asksForChildren } from '#lib/domain/involvement.ts';
import { newestKnown } from '#lib/domain/versions.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import type { StoredInvolvement } from '../../store/family.ts';
import type { DutyCase, DutyContext } from './context.ts';

/** Answers that the viewer has and nobody recorded; who keeps children in view, for who runs the table. */
export async function familyDuties(context: DutyContext): Promise<Duty[]> {
	const { store, actor, cases } = context;
	const duties: Duty[] = [];
	for (const at of cases) {
		const standing = newestKnown(await store.family.involvements(at.case.id), at.known);
		if (standing.length === 0) continue;
		const family = await store.cases.family(at.case.id);
		const adults = family?.caregivers.map(({ id }) => id) ?? [];
		for (const one of standing) {
			if (at.runs && asksForChildren(one, adults)) duties.push(duty(at, one, 'children', 'left'));
			const action =
				one.standing === 'asked' && one.actionId ? await store.actions.find(one.actionId) : null;
			if (action?.status === 'done' && action.ownerPersonId === actor.personId)
				duties.push(duty(at, one, 'answer', 'wait'));
		}
	}
	return duties;
}

function duty(
	{ case: { id, code } }: DutyCase,
	{ recordId, party, name }: StoredInvolvement,
	kind: string,
	group: Duty['group']
): Duty {
	return {
		id: `${kind}-${recordId}`,
		area: 'family',
		kind,
		group,
		caseId: id,
		code,
		due: null,
		detail: { party, name },
		target: `partij-${recordId}`
	};
}
