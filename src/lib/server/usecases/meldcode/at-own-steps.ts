import type { Walk } from '#lib/domain/meldcode-steps.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { MeldcodeEntry } from '../../store/meldcode.ts';
import type { StepEntry } from '../../store/schema/index.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownAt } from './known-at.ts';
import { knownRows, walkOf } from './walk.ts';

interface AtOwnSteps {
	at: OpenCaseItem;
	/** All that the actor wrote at this case, oldest first. */
	own: MeldcodeEntry[];
}

/**
 * The case, for who has steps of the own there: takes part, and works under the meldcode. Police and Veilig
 * Thuis are outside it (VT4).
 */
export async function atOwnSteps(work: Work, itemId: string): Promise<Result<AtOwnSteps>> {
	const at = await atOpenCase(work, itemId);
	if (!at.ok) return at;
	const { store, actor } = work;
	if (!at.value.participant) return fail('not-a-participant');
	const organisation = await store.people.organisation(actor.organisationId);
	if (!organisation?.underMeldcode) return fail('outside-meldcode');
	const entries = await store.meldcode.entries(at.value.caseId);
	return ok({
		at: at.value,
		own: entries.filter((each) => each.personId === actor.personId)
	});
}

/** Writes a next version of one own step. */
export async function addEntry(
	work: Work,
	{ itemId, expected }: { itemId: string; expected: number },
	make: (walk: Walk) => Result<StepEntry>
): Promise<Result<void>> {
	const found = await atOwnSteps(work, itemId);
	if (!found.ok) return found;
	const { at, own } = found.value;
	const { store, actor } = work;
	if (own.length !== expected) return fail('stale', { revision: own.length });
	const rows = await knownRows(store, at.caseId, await knownAt(store, at.caseId, itemId, at.runs));
	const made = make(walkOf(rows, actor.personId, actor.organisationId));
	if (!made.ok) return made;
	await store.meldcode.addEntry({
		id: work.id(),
		caseId: at.caseId,
		itemId,
		personId: actor.personId,
		organisationId: actor.organisationId,
		entry: made.value,
		revision: own.length + 1,
		// Who shows the own words goes on showing them.
		shownAt: own.at(-1)?.shownAt ? itemId : null,
		createdAt: work.now
	});
	await told(work, at, `steps.${made.value.step}`, actor.personId);
	return ok();
}
