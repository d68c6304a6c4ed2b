import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Coordination } from '../../store/coordination.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';

type Facts = Partial<Omit<Coordination, 'caseId' | 'revision'>>;
type Outcome = Result<Facts, 'date-in-future'>;

/** Whether the family can coordinate its own help, who of it, and what it wishes (R24, R25). */
export const askFamily: UseCase<CheckedInput<'coordination.ask-family'>> = (work, input) =>
	record(work, input, 'coordination.ask-family', () =>
		ok({
			familyCan: input.can,
			familyWho: input.can ? input.who : '',
			familyWishes: input.wishes
		})
	);

/** Help has started: the days without help stop counting (R26). */
export const helpStarted: UseCase<CheckedInput<'coordination.help-started'>> = (work, input) =>
	record(work, input, 'coordination.help-started', () =>
		input.on > work.today
			? fail('date-in-future')
			: ok({ helpStartedOn: input.on, helpWhat: input.what })
	);

export const helpNotStarted: UseCase<CheckedInput<'coordination.help-not-started'>> = (
	work,
	input
) =>
	record(work, input, 'coordination.help-not-started', async ({ caseId }) => {
		// The referral that would have brought it is on its way again (RF3).
		for (const referral of await work.store.referrals.ofCase(caseId))
			if (referral.status === 'started')
				await work.store.referrals.change(referral.id, {
					status: 'accepted',
					statusOn: work.today,
					revision: referral.revision + 1
				});
		return ok({ helpStartedOn: null, helpWhat: '' });
	});

async function record(
	work: Work,
	{ itemId, expected }: { itemId: string; expected: number },
	event: string,
	facts: (at: OpenCaseItem) => Outcome | Promise<Outcome>
): Promise<Result<void>> {
	const at = await atOpenCase(work, itemId);
	if (!at.ok) return at;
	const { caseId } = at.value;
	const standing = await work.store.coordination.ofCase(caseId);
	const revision = standing?.revision ?? 0;
	if (revision !== expected) return fail('stale', { revision });
	const checked = await facts(at.value);
	if (!checked.ok) return checked;
	await work.store.coordination.set(caseId, { ...checked.value, revision: revision + 1 });
	await told(work, at.value, event);
	return ok();
}
