import type { Party } from '#lib/domain/involvement.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { same } from '#lib/domain/unheard.ts';
import { newestKnown } from '#lib/domain/versions.ts';
import type { StoredInvolvement } from '../../store/family.ts';
import type { Work } from '../../work.ts';
import { type AtFamily, atFamily, MOST, theVersion } from './at-family.ts';

export interface AtInvolvement {
	here: AtFamily;
	before: StoredInvolvement;
}

/** A record of an involvement that stands, for who knows its newest version. */
export async function atInvolvement(
	work: Work,
	input: { itemId: string; involvementId: string; expected: string }
): Promise<Result<AtInvolvement, 'not-found' | 'case-closed' | 'stale'>> {
	const here = await atFamily(work, input.itemId);
	if (!here.ok) return here;
	const { at, known } = here.value;
	const versions = await work.store.family.involvements(at.caseId);
	const before = theVersion(versions, known, input.involvementId, input.expected);
	if (!before.ok) return before;
	if (before.value.standing === 'taken-back') return fail('not-found');
	return ok({ here: here.value, before: before.value });
}

/** Not the same party twice (two people tap at once), and not without end. */
export async function mayAdd(
	work: Work,
	{ at, known }: AtFamily,
	{ party, name }: { party: Party; name: string },
	except: string | null = null
): Promise<Result<void, 'already-recorded' | 'too-many-involved'>> {
	const standing = newestKnown(await work.store.family.involvements(at.caseId), known).filter(
		(one) => one.standing !== 'taken-back' && one.recordId !== except
	);
	if (standing.length >= MOST.involvements) return fail('too-many-involved');
	return standing.some(
		(one) => one.party === party && same(one.name) === same(name) && one.standing !== 'ended'
	)
		? fail('already-recorded')
		: ok();
}

/** Whether these are all people of this family that the actor may know of. */
export async function isFamily(
	work: Work,
	{ at, known }: AtFamily,
	ids: readonly string[]
): Promise<boolean> {
	const members = newestKnown(await work.store.family.members(at.caseId), known);
	const family = [...at.childIds, ...at.adultIds, ...members.map(({ recordId }) => recordId)];
	return ids.every((id) => family.includes(id));
}
