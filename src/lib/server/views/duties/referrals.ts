import { isPingPong, isRunning, referralsWithoutHelp } from '#lib/domain/referral.ts';
import { stagnationState } from '#lib/domain/stagnation.ts';
import { isHandedOver } from '#lib/domain/handover.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import type { DutyCase, DutyContext } from './context.ts';

/**
 * Referrals to one's own organisation that wait for its answer, handovers of one's own that are not warm yet,
 * alternatives to look back on; and for who runs the table, what is left lying.
 */
export async function referralsDuties(context: DutyContext): Promise<Duty[]> {
	const duties: Duty[] = [];
	for (const found of context.cases)
		duties.push(...(await ofReferrals(context, found)), ...(await ofStagnations(context, found)));
	return duties;
}

async function ofReferrals({ store, actor }: DutyContext, found: DutyCase): Promise<Duty[]> {
	const { case: one, known, runs } = found;
	const all = (await store.referrals.ofCase(one.id)).filter(({ itemId }) => known.has(itemId));
	const facts = await store.coordination.ofCase(one.id);
	const withoutHelp = referralsWithoutHelp(all, facts?.helpStartedOn ?? null);
	const mine = all.filter(({ createdBy }) => createdBy === actor.personId);
	return [
		...all
			.filter((each) => each.status === 'asked')
			.filter((each) => each.toOrganisationId === actor.organisationId)
			.map((each) => duty(found, `asked-${each.id}`, 'asked', 'wait', { from: each.fromName })),
		...all
			.filter((each) => each.status === 'waiting-list' && mine.includes(each))
			.map((each) =>
				duty(found, `list-${each.id}`, 'on-list', 'hold', { to: each.toName }, each.expectedOn)
			),
		...mine
			.filter((each) => isRunning(each.status) && !isHandedOver(each))
			.map((each) => duty(found, `warm-${each.id}`, 'hand-over', 'hold', { to: each.toName })),
		...(runs && isPingPong(withoutHelp)
			? [duty(found, `ping-pong-${one.id}`, 'ping-pong', 'left', { count: withoutHelp })]
			: [])
	];
}

async function ofStagnations(
	{ store, actor, today }: DutyContext,
	found: DutyCase
): Promise<Duty[]> {
	const { case: one, known, runs } = found;
	const all = (await store.referrals.stagnations(one.id)).filter(({ stagnation }) =>
		known.has(stagnation.itemId)
	);
	return all.flatMap(({ stagnation, alternatives }) => {
		const { id, reason } = stagnation;
		const current = alternatives.at(-1);
		const state = stagnationState(stagnation.overOn, alternatives, today);
		if (state === 'needs-alternative')
			return runs || stagnation.createdBy === actor.personId
				? [duty(found, `stuck-${id}`, 'no-alternative', 'left', { reason })]
				: [];
		if (state === 'over' || current?.ownerId !== actor.personId) return [];
		const { what, due } = current;
		return [
			state === 'look-back'
				? duty(found, `back-${id}`, 'look-back', 'wait', { what }, due)
				: duty(found, `tried-${id}`, 'tries', 'hold', { what }, due)
		];
	});
}

function duty(
	{ case: one }: DutyCase,
	id: string,
	kind: string,
	group: Duty['group'],
	detail: Duty['detail'],
	due: string | null = null
): Duty {
	return {
		...{ id, kind, group, detail, due },
		area: 'referrals',
		caseId: one.id,
		code: one.code,
		target: 'hulp-en-verwijzingen'
	};
}
