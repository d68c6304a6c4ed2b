import { type Result, fail, ok } from '#lib/domain/result.ts';
import { checkDecision } from '#lib/domain/veilig-thuis.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { changed } from '../assessment/open-case-item.ts';
import { refreshDecisions } from '../decisions/refresh-decisions.ts';
import { aboutChild } from './about-child.ts';
import { organisationsAt, stepState } from './step-state.ts';

/**
 * What one's own organisation decides under the meldcode about one child: advice asked, reported, or
 * not, because… The decision is the professional's own: no chair and no table takes it (Wet verplichte
 * meldcode), and organisations outside the meldcode have none to take here.
 */
export async function decideMeldcode(
	work: Work,
	input: CheckedInput<'meldcode.decide'>
): Promise<Result<{ revision: number }>> {
	const { itemId, childId, decision, expected } = input;
	const about = await aboutChild(work, input);
	if (!about.ok) return about;
	const { at } = about.value;
	const { actor, store } = work;
	const organisations = await organisationsAt(store, itemId);
	const own = organisations.find((each) => each.id === actor.organisationId);
	if (!own) return fail('not-a-participant');
	if (!own.underMeldcode) return fail('outside-meldcode');
	const because = input.because?.trim() || null;
	const decidedOn = input.decidedOn ?? work.today;
	const checked = checkDecision({ decision, because, decidedOn }, work.today);
	if (!checked.ok) return checked;
	const { open } = await stepState(store, itemId, at.childIds, organisations);
	if (!open.includes(childId)) return fail('step-not-open');

	const standing = (await store.judgements.meldcode(itemId)).find(
		(each) => each.childId === childId && each.organisationId === own.id
	);
	const revision = standing?.revision ?? 0;
	if (revision !== expected) return fail('stale', { revision });
	if (standing) await store.judgements.supersedeMeldcode(standing.id, work.now);
	await store.judgements.addMeldcode({
		id: work.id(),
		itemId,
		childId,
		organisationId: own.id,
		decision,
		because,
		decidedOn,
		personId: actor.personId,
		revision: revision + 1,
		createdAt: work.now
	});
	await refreshDecisions(work, itemId);
	await changed(work, at, 'meldcode.decide');
	return ok({ revision: revision + 1 });
}
