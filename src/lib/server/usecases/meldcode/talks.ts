import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StoredTalk } from '../../store/meldcode.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownAt } from './known-at.ts';

type Words = Pick<
	StoredTalk,
	'caregiverIds' | 'childIds' | 'holderId' | 'on' | 'helpFrom' | 'sayFirst' | 'status' | 'outcome'
>;
interface AboutTalk {
	itemId: string;
	talkId?: string;
	/** How many versions of it the sender knew. */
	expected: number;
}

/** Prepares a talk with parents or child: who, with whom, when, with whose help (R16). */
export const planTalk: UseCase<CheckedInput<'talk.plan'>> = (work, input) =>
	write(work, input, 'talk.plan', async (at, standing): Promise<Result<Words>> => {
		const { caregiverIds, childIds, holderId, on, helpFrom, sayFirst } = input;
		if (standing && standing.status !== 'planned') return fail('talk-settled');
		const family = ofFamily(at, input);
		if (!family.ok) return family;
		if (!(await work.store.agenda.participant(input.itemId, holderId)))
			return fail('not-a-participant');
		if (on < work.today) return fail('date-in-past');
		const words = { caregiverIds, childIds, holderId, on, helpFrom, sayFirst };
		return ok({ ...words, status: 'planned', outcome: '' });
	});

/** How it went; also when it was held after all. */
export const recordTalk: UseCase<CheckedInput<'talk.record'>> = (work, input) =>
	write(work, input, 'talk.record', (_, standing): Result<Words> => {
		if (!standing) return fail('not-found');
		if (input.on > work.today) return fail('date-in-future');
		return ok({ ...wordsOf(standing), on: input.on, status: 'held', outcome: input.outcome });
	});

/** Not held for reasons of safety: the only reason there is (R16). */
export const leaveTalk: UseCase<CheckedInput<'talk.leave'>> = (work, input) =>
	write(work, input, 'talk.leave', (at, standing): Result<Words> => {
		if (standing && standing.status !== 'planned') return fail('talk-settled');
		const left = { status: 'not-held', outcome: input.because } as const;
		if (standing) return ok({ ...wordsOf(standing), ...left });
		const family = ofFamily(at, input);
		if (!family.ok) return family;
		const { caregiverIds, childIds } = input;
		const own = { holderId: work.actor.personId, on: work.today, helpFrom: '', sayFirst: '' };
		return ok({ caregiverIds, childIds, ...own, ...left });
	});

/** Writes a next version. Whoever knows an earlier one only goes on from there, and learns of no later one. */
async function write(
	work: Work,
	{ itemId, talkId, expected }: AboutTalk,
	event: string,
	make: (
		at: OpenCaseItem,
		standing: StoredTalk | undefined
	) => Result<Words> | Promise<Result<Words>>
): Promise<Result<void>> {
	const found = await atOpenCase(work, itemId);
	if (!found.ok) return found;
	const at = found.value;
	const { store, actor } = work;
	const all = talkId
		? (await store.meldcode.talks(at.caseId)).filter((each) => each.talkId === talkId)
		: [];
	const known = await knownAt(store, at.caseId, itemId, at.runs);
	const seen = all.filter((each) => known.has(each.itemId));
	if (talkId && seen.length === 0) return fail('not-found');
	if (seen.length !== expected) return fail('stale', { revision: seen.length });
	const standing = seen.at(-1);
	const made = await make(at, standing);
	if (!made.ok) return made;
	const id = work.id();
	await store.meldcode.addTalk({
		id,
		talkId: talkId ?? id,
		caseId: at.caseId,
		itemId,
		...made.value,
		revision: all.length + 1,
		recordedBy: actor.personId,
		createdAt: work.now
	});
	const holders = new Set([made.value.holderId, standing?.holderId ?? made.value.holderId]);
	await told(work, at, event, ...holders);
	return ok();
}

function wordsOf(talk: StoredTalk): Words {
	const { caregiverIds, childIds, holderId, on, helpFrom, sayFirst, status, outcome } = talk;
	return { caregiverIds, childIds, holderId, on, helpFrom, sayFirst, status, outcome };
}

function ofFamily(
	at: OpenCaseItem,
	{ caregiverIds, childIds }: Pick<Words, 'caregiverIds' | 'childIds'>
): Result<void, 'unknown-subject' | 'nobody-to-talk-with'> {
	const known =
		caregiverIds.every((one) => at.adultIds.includes(one)) &&
		childIds.every((one) => at.childIds.includes(one));
	if (!known) return fail('unknown-subject');
	return caregiverIds.length + childIds.length > 0 ? ok() : fail('nobody-to-talk-with');
}
