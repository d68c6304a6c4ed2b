import { checkReferral, mayAnswerReferral } from '#lib/domain/referral.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { helpStarted } from '../coordination/family.ts';
import { atReferral, organisationsHere } from './at-referral.ts';

/** A family is sent on. Who coordinates and who watches stays as it was (RF5). */
export const recordReferral: UseCase<CheckedInput<'referral.record'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const checked = checkReferral(input, work.today);
	if (!checked.ok) return checked;
	const here = await organisationsHere(work, input.itemId);
	const named = (name: string) =>
		here.find((one) => one.name.toLocaleLowerCase('nl') === name.toLocaleLowerCase('nl'));
	await work.store.referrals.add({
		id: work.id(),
		caseId: at.value.caseId,
		itemId: input.itemId,
		fromName: named(input.from)?.name ?? input.from,
		fromOrganisationId: named(input.from)?.id ?? null,
		toName: named(input.to)?.name ?? input.to,
		toOrganisationId: named(input.to)?.id ?? null,
		reason: input.reason,
		referredOn: input.on,
		status: 'asked',
		statusOn: input.on,
		given: [],
		taken: [],
		revision: 1,
		createdBy: work.actor.personId,
		createdAt: work.now
	});
	await told(work, at.value, 'referral.record');
	return ok();
};

/** Accepted, on a waiting list, or refused: by the organisation itself when it is at the item (RF2). */
export const answerReferral: UseCase<CheckedInput<'referral.answer'>> = async (work, input) => {
	const found = await atReferral(work, input);
	if (!found.ok) return found;
	const { at, referral, here } = found.value;
	const { store, actor, today } = work;
	const { toOrganisationId: to } = referral;
	if (to !== null && here.has(to) && to !== actor.organisationId) return fail('other-side');
	const { status, reason } = input;
	const expectedOn = status === 'waiting-list' && input.expectedOn ? input.expectedOn : null;
	const may = mayAnswerReferral(referral.status, { status, reason, expectedOn }, today);
	if (!may.ok) return may;
	await store.referrals.change(referral.id, {
		status,
		statusOn: today,
		statusReason: status === 'refused' ? reason : '',
		expectedOn,
		revision: referral.revision + 1
	});
	if (status === 'waiting-list' && referral.status !== 'waiting-list')
		await store.referrals.addStagnation({
			id: work.id(),
			caseId: at.caseId,
			itemId: input.itemId,
			reason: 'waiting-list',
			note: referral.toName,
			since: today,
			referralId: referral.id,
			revision: 1,
			createdBy: actor.personId,
			createdAt: work.now
		});
	await told(work, at, 'referral.answer', referral.createdBy);
	return ok();
};

/** Help by this referral has started: so the case has help, and its wait is over (RF3, RF8). */
export const startReferral: UseCase<CheckedInput<'referral.start'>> = async (work, input) => {
	const found = await atReferral(work, input);
	if (!found.ok) return found;
	const { at, referral } = found.value;
	const { store, today } = work;
	const answer = { status: 'started' as const, reason: '', expectedOn: null };
	const may = mayAnswerReferral(referral.status, answer, today);
	if (!may.ok) return may;
	if (input.on < referral.referredOn) return fail('before-referral');
	const standing = await store.coordination.ofCase(at.caseId);
	if (!standing?.helpStartedOn) {
		const { itemId, on, what } = input;
		const started = await helpStarted(work, {
			...{ itemId, on, what },
			expected: standing?.revision ?? 0
		});
		if (!started.ok) return started;
	} else if (input.on > today) return fail('date-in-future');
	await store.referrals.change(referral.id, {
		status: 'started',
		statusOn: input.on,
		expectedOn: null,
		revision: referral.revision + 1
	});
	for (const { stagnation } of await store.referrals.stagnations(at.caseId))
		if (stagnation.referralId === referral.id && stagnation.overOn === null)
			await store.referrals.changeStagnation(stagnation.id, {
				overOn: input.on,
				revision: stagnation.revision + 1
			});
	await told(work, at, 'referral.start', referral.createdBy);
	return ok();
};
