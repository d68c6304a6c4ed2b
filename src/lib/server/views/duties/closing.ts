import type { Duty } from '#lib/protocol/views/duty.ts';
import { closingEvidence } from '../../usecases/closing/closing-facts.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { DutyCase, DutyContext } from './context.ts';

/** Cases to look at again, changes that ask for a new assessment, and checks after closing. */
export async function closingDuties(context: DutyContext): Promise<Duty[]> {
	return [...(await ofOpenCases(context)), ...(await checks(context))];
}

/** For who runs the table: what would else be left lying. */
async function ofOpenCases({ store, cases, today }: DutyContext): Promise<Duty[]> {
	const duties: Duty[] = [];
	for (const { case: one, known } of cases.filter(({ runs }) => runs)) {
		const review = (await store.closing.reviews(one.id)).at(-1);
		if (review && review.on <= today && !(await isTakenUp(store, one.id, review.itemId)))
			duties.push(duty(one, 'review', 'left', review.on, { about: review.about }));
		const family = (await store.closing.changes(one.id)).length
			? await store.cases.family(one.id)
			: null;
		const [change] = family ? (await closingEvidence(store, family, known)).openChanges : [];
		if (change)
			duties.push(duty(one, 'reassess', 'left', null, { change: change.kind, on: change.on }));
	}
	return duties;
}

/** The case is on a later agenda, or was discussed since. */
async function isTakenUp(store: Repositories, caseId: string, itemId: string): Promise<boolean> {
	const items = await store.agenda.datedOfCase(caseId);
	const at = items.findIndex(({ item }) => item.id === itemId);
	return items.slice(at + 1).some(({ item }) => item.status !== 'carried-over');
}

/** A check waits for who would do it, and from its day on for who runs the table as well (CL8). */
async function checks({ store, actor, closed, today }: DutyContext): Promise<Duty[]> {
	const toCheck = closed.length ? await store.closing.toCheck() : [];
	return toCheck.flatMap((row) => {
		const found = closed.find(({ case: one }) => one.id === row.caseId);
		if (!found?.known.has(row.itemId)) return [];
		const mine = row.followUpId === actor.personId;
		const due = row.followUpOn <= today;
		if (!mine && !(found.runs && due)) return [];
		const group = !due ? 'hold' : mine ? 'wait' : 'left';
		return [duty(found.case, 'follow-up', group, row.followUpOn, {})];
	});
}

function duty(
	{ id, code }: DutyCase['case'],
	kind: string,
	group: Duty['group'],
	due: string | null,
	detail: Duty['detail']
): Duty {
	return {
		...{ id: `closing-${kind}-${id}`, area: 'closing', kind, group },
		...{ caseId: id, code, due, detail, target: 'afsluiten' }
	};
}
