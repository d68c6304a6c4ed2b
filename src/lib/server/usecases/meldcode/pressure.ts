import { inForce, type PressureMoment } from '#lib/domain/pressure.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StoredMoment } from '../../store/meldcode.ts';
import type { UseCase, Work } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { knownAt } from './known-at.ts';

type Words = Pick<StoredMoment, 'what' | 'why' | 'carrierId' | 'told' | 'lookBackOn'>;
const NONE = { what: '', carrierId: null, told: '', lookBackOn: null };

/** Pressure or compulsion, chosen together and recorded by who runs the table (R32). */
export const choosePressure: UseCase<CheckedInput<'pressure.choose'>> = (work, input) =>
	record(work, input.itemId, input.kind, async () => {
		const { itemId, what, why, carrierId, told: said, lookBackOn } = input;
		if (!(await work.store.agenda.participant(itemId, carrierId))) return fail('not-a-participant');
		if (lookBackOn < work.today) return fail('date-in-past');
		return ok({ what, why, carrierId, told: said, lookBackOn });
	});

/** The question was asked, and the answer is no, with its reason. */
export const notNow: UseCase<CheckedInput<'pressure.not-now'>> = (work, input) =>
	record(work, input.itemId, 'not-now', () => ok({ ...NONE, why: input.because }));

/** What was in force no longer is. */
export const stepDown: UseCase<CheckedInput<'pressure.step-down'>> = (work, input) =>
	record(work, input.itemId, 'step-down', async (at) => {
		const known = await knownAt(work.store, at.caseId, input.itemId, at.runs);
		const moments = await work.store.meldcode.moments(at.caseId);
		const standing = inForce(moments.filter(({ itemId }) => known.has(itemId)));
		if (!standing) return fail('nothing-in-force');
		return ok({ ...NONE, what: standing.what, why: input.because });
	});

async function record(
	work: Work,
	itemId: string,
	kind: PressureMoment['kind'],
	make: (at: OpenCaseItem) => Result<Words> | Promise<Result<Words>>
): Promise<Result<void>> {
	const found = await atOpenCase(work, itemId);
	if (!found.ok) return found;
	const at = found.value;
	if (!at.runs) return fail('chair-only');
	const made = await make(at);
	if (!made.ok) return made;
	await work.store.meldcode.addMoment({
		id: work.id(),
		caseId: at.caseId,
		itemId,
		kind,
		...made.value,
		recordedBy: work.actor.personId,
		recordedOn: work.today,
		agreed: kind !== 'not-now',
		createdAt: work.now
	});
	const { carrierId } = made.value;
	await told(work, at, `pressure.${kind}`, ...(carrierId ? [carrierId] : []));
	return ok();
}
