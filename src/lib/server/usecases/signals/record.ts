import { fail, ok, type Result } from '#lib/domain/result.ts';
import { checkSignal } from '#lib/domain/signals.ts';
import { firstFeedback } from '#lib/domain/signals-feedback.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { isHere, whoRun } from './at-signal.ts';

type Said = Omit<CheckedInput<'signal.record'>, 'itemId'>;

/** Writes down a signal; from then on whoever gave it is owed feedback. */
export const recordSignal: UseCase<CheckedInput<'signal.record'>, { signalId: string }> = async (
	work,
	{ itemId, ...said }
) => {
	const found = await atOpenCase(work, itemId);
	if (!found.ok) return found;
	const at = found.value;
	const values = await checkSaid(work, at, said);
	if (!values.ok) return values;
	const { store, actor, now, today } = work;
	const signalId = work.id();
	const recorded = { caseId: at.caseId, itemId, recordedBy: actor.personId, recordedAt: now };
	await store.signals.add({ id: signalId, ...recorded, ...values.value, revision: 1 });
	const { signallerId } = values.value;
	const signallerHere =
		signallerId !== null && (await store.agenda.participant(itemId, signallerId)) !== null;
	const first = firstFeedback({ givenOn: said.givenOn, signallerHere }, actor.personId, today);
	await store.signals.addStep({
		id: work.id(),
		signalId,
		...recorded,
		...first,
		topics: [...first.topics],
		number: 1,
		line: '',
		how: ''
	});
	await told(work, at, 'signal.record', actor.personId, ...(await whoRun(work, at)));
	return ok({ signalId });
};

/**
 * Checks what a signal says, and gives it as it is stored. Who is said to have given it is at the item;
 * `gaveIt`, who was said to already, may have left it since.
 */
export async function checkSaid(
	work: Work,
	at: OpenCaseItem,
	said: Said,
	gaveIt: string | null = null
): Promise<
	Result<Said, 'signaller-missing' | 'date-in-future' | 'not-a-participant' | 'unknown-child'>
> {
	const { signallerId: personId, signallerName: name, signallerOrganisation: organisation } = said;
	const checked = checkSignal({ personId, name, organisation }, said.givenOn, work.today);
	if (!checked.ok) return checked;
	if (personId && personId !== gaveIt && !(await isHere(work, at, personId)))
		return fail('not-a-participant');
	if (said.childId && !at.childIds.includes(said.childId)) return fail('unknown-child');
	return ok(personId ? { ...said, signallerName: '', signallerOrganisation: '' } : said);
}
