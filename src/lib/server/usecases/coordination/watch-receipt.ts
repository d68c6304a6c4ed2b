import type { Day } from '#lib/domain/day.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { tellOtherTable } from '../moving/at-move.ts';
import { knownToActor } from '../known-items.ts';
import { atRole, type AtRole, endTerms } from './at-roles.ts';
import { reportsAt } from './reports.ts';

const ROLE = 'safety-watch';

/** Veilig Thuis received the report: from this moment on whoever says so watches safety (R28). */
export const confirmReceipt: UseCase<CheckedInput<'watch.confirm-receipt'>> = async (
	work,
	{ itemId }
) => {
	const found = await atRole(work, { itemId, role: ROLE });
	if (!found.ok) return found;
	const { at } = found.value;
	const { store, actor, today } = work;
	const me = await store.people.find(actor.personId);
	if (me?.organisation.kind !== 'veilig-thuis' || !at.participant) return fail('veilig-thuis-only');
	const reported = await openReport(work, found.value);
	if (!reported.ok) return reported;
	await pass(work, found.value, { personId: actor.personId, receivedOn: today });
	return ok();
};

/** The same, as the one who reported heard it: for a Veilig Thuis that has nobody at the item. */
export const recordReceipt: UseCase<CheckedInput<'watch.record-receipt'>> = async (
	work,
	{ itemId, on, name }
) => {
	const found = await atRole(work, { itemId, role: ROLE });
	if (!found.ok) return found;
	const { store, actor, today } = work;
	const reported = await openReport(work, found.value);
	if (!reported.ok) return reported;
	const own = reported.value.filter(
		({ organisationId }) => organisationId === actor.organisationId
	);
	if (own.length === 0) return fail('reporter-only');
	const here = await store.agenda.participants(itemId);
	const people = await store.people.findMany(here.map(({ personId }) => personId));
	// A role is one's own to take (CO4): who is here says it.
	if (people.some(({ organisation }) => organisation.kind === 'veilig-thuis'))
		return fail('veilig-thuis-is-here');
	if (on > today) return fail('date-in-future');
	if (own.every(({ decidedOn }) => on < decidedOn)) return fail('before-report');
	await pass(work, found.value, { personId: actor.personId, outsideName: name, receivedOn: on });
	return ok();
};

interface Report {
	organisationId: string;
	decidedOn: Day;
}

/** Reports that Veilig Thuis has not confirmed yet. */
async function openReport(
	work: Work,
	{ at, terms, standing }: AtRole
): Promise<Result<Report[], 'nothing-reported'>> {
	const { known } = await knownToActor(work, at.caseId);
	const { decisions, watch } = await reportsAt(work.store, known, terms, standing);
	return watch === 'passes'
		? ok(decisions.filter(({ decision }) => decision === 'reported'))
		: fail('nothing-reported');
}

/** The new term begins and the old one ends in the same moment: never a gap. */
async function pass(
	work: Work,
	role: AtRole,
	holder: { personId: string; outsideName?: string; receivedOn: Day }
): Promise<void> {
	const { at } = role;
	const before = [
		...(await endTerms(work, role, ROLE, 'asked')),
		...(await endTerms(work, role, ROLE, 'accepted'))
	];
	await work.store.coordination.addTerm({
		id: work.id(),
		caseId: at.caseId,
		role: ROLE,
		...holder,
		status: 'accepted',
		askedBy: work.actor.personId,
		askedAt: work.now,
		answeredAt: work.now
	});
	await told(work, at, 'watch.received', ...before);
	await tellOtherTable(work, at.caseId);
}
