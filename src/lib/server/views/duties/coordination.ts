import { CASE_ROLES, standingRole } from '#lib/domain/coordination.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import type { DutyContext } from './context.ts';

/** Roles that wait for an answer, roles the viewer holds, and roles that are nobody's at a table he or she runs. */
export async function coordinationDuties({ store, actor, cases }: DutyContext): Promise<Duty[]> {
	const duties: Duty[] = [];
	for (const { case: one, runs } of cases) {
		const terms = await store.coordination.terms(one.id);
		const family = await store.coordination.ofCase(one.id);
		for (const role of CASE_ROLES) {
			const { holder, asked } = standingRole(terms, role);
			const duty = (kind: string, group: Duty['group']): Duty => ({
				id: `${kind}-${role}-${one.id}`,
				area: 'coordination',
				kind,
				group,
				caseId: one.id,
				code: one.code,
				due: null,
				detail: { role },
				target: `rol-${role}-vraag`
			});
			const itself = role === 'coordinator' && family?.familyCan === true;
			if (asked?.personId === actor.personId) duties.push(duty('asked', 'wait'));
			if (holder?.personId === actor.personId) duties.push(duty('held', 'hold'));
			if (runs && !holder && !asked && !itself) duties.push(duty('nobody', 'left'));
		}
	}
	return duties;
}
