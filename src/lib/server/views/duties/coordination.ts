import { CASE_ROLES, standingRole } from '#lib/domain/coordination.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import type { FamilyAction, StoredEscalation, StoredTerm } from '../../store/coordination.ts';
import type { Repositories } from '../../store/repositories.ts';
import { reportsAt } from '../../usecases/coordination/reports.ts';
import type { Actor } from '../../work.ts';
import type { DutyCase, DutyContext } from './context.ts';

/** Roles that wait for an answer, roles the viewer holds, and roles that are nobody's at a table he or she runs. */
export async function coordinationDuties({ store, actor, cases }: DutyContext): Promise<Duty[]> {
	const duties: Duty[] = [];
	for (const found of cases) {
		const { case: one, known, runs } = found;
		const terms = await store.coordination.terms(one.id);
		const gone = await store.coordination.gone(one.id);
		const family = await store.coordination.ofCase(one.id);
		for (const role of CASE_ROLES) {
			const { holder, asked } = standingRole(terms, role, gone);
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
		const isKnown = ({ itemId }: { itemId: string }) => known.has(itemId);
		duties.push(
			...(await store.coordination.familyActions(one.id))
				.filter((each) => isKnown(each) && each.status === 'open')
				.filter((each) => each.followedBy === actor.personId)
				.map((each) => familyDuty(found, each)),
			...(await store.coordination.escalations(one.id))
				.filter((each) => isKnown(each) && each.answeredOn === null)
				.filter((each) => each.createdBy === actor.personId)
				.map((each) => escalationDuty(found, each))
		);
		const receipt = await receiptDuty(store, actor, found, terms, gone);
		if (receipt) duties.push(receipt);
	}
	return duties;
}

/** What the family does itself, with the professional who follows it (R25). */
function familyDuty({ case: one }: DutyCase, { id, what, who, due }: FamilyAction): Duty {
	return {
		id: `family-${id}`,
		area: 'coordination',
		kind: 'family-does',
		group: 'hold',
		caseId: one.id,
		code: one.code,
		due,
		detail: { what, who },
		target: FAMILY_TARGET
	};
}

/** Put to someone, and no answer yet (R24). */
function escalationDuty({ case: one }: DutyCase, { id, toWhom }: StoredEscalation): Duty {
	return {
		id: `escalation-${id}`,
		area: 'coordination',
		kind: 'no-answer',
		group: 'wait',
		caseId: one.id,
		code: one.code,
		due: null,
		detail: { toWhom },
		target: ESCALATION_TARGET
	};
}

/** A report that Veilig Thuis has not confirmed: for its people at the case, who then watch (R28). */
async function receiptDuty(
	store: Repositories,
	{ organisationId }: Actor,
	{ case: one, known }: DutyCase,
	terms: readonly StoredTerm[],
	gone: ReadonlySet<string>
): Promise<Duty | null> {
	const own = await store.people.organisation(organisationId);
	if (own?.kind !== 'veilig-thuis') return null;
	const standing = standingRole(terms, 'safety-watch', gone);
	const { watch } = await reportsAt(store, known, terms, standing);
	if (watch !== 'passes') return null;
	return {
		id: `receipt-${one.id}`,
		area: 'coordination',
		kind: 'confirm-receipt',
		group: 'wait',
		caseId: one.id,
		code: one.code,
		due: null,
		detail: {},
		target: 'rol-safety-watch-vraag'
	};
}

const FAMILY_TARGET = 'gezin-doet-zelf';
const ESCALATION_TARGET = 'opgeschaald';
