import { completeness, type StandingAnswer, type TableAnswer } from '#lib/domain/assessment.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { Family } from '../../store/cases.ts';
import type { JointJudgement } from '../../store/judgements.ts';
import type { Repositories } from '../../store/repositories.ts';
import { chosen, said } from '../assessment/standing.ts';

/** One item of a case with what was answered and judged there. */
export interface AssessedItem {
	item: AgendaItem;
	startsAt: Date;
	answers: StandingAnswer[];
	table: TableAnswer[];
	joint: JointJudgement[];
	/** As `blanks` says. */
	missing: number;
	/** When the table had judged every child over a complete assessment; null when it did not. */
	assessedAt: Date | null;
}

/** The items of a case that someone may know (CK1), oldest first. */
export async function assessedItems(
	store: Repositories,
	{ case: { id: caseId }, children, caregivers }: Family,
	known: ReadonlySet<string>
): Promise<AssessedItem[]> {
	const dated = (await store.agenda.datedOfCase(caseId)).filter(({ item }) => known.has(item.id));
	const childIds = children.map(({ id }) => id);
	const adultIds = caregivers.map(({ id }) => id);
	const found: AssessedItem[] = [];
	for (const { item, startsAt } of dated) {
		const answers = said(await store.assessment.standing(item.id));
		const table = chosen(await store.assessment.tableAnswers(item.id));
		const joint = (await store.judgements.joint(item.id)).filter(({ childId }) =>
			childIds.includes(childId)
		);
		const missing = blanks(childIds, adultIds, answers, table);
		const judged = missing === 0 && joint.length === childIds.length;
		const last = Math.max(...joint.map(({ createdAt }) => createdAt.getTime()));
		found.push({
			...{ item, startsAt, answers, table, joint },
			missing,
			assessedAt: judged ? new Date(last) : null
		});
	}
	return found;
}

/** The newest item at which the table has begun: what is judged there counts for closing (CL3). */
export function newestDiscussed(items: readonly AssessedItem[]): AssessedItem | null {
	return items.findLast(({ item }) => item.status === 'live' || item.status === 'done') ?? null;
}

/** Blank questions of A–E; at least one where no child or no adult was there to ask about (rule 2). */
export function blanks(
	childIds: readonly string[],
	adultIds: readonly string[],
	answers: readonly StandingAnswer[] = [],
	table: readonly TableAnswer[] = []
): number {
	const { complete, missing } = completeness(childIds, adultIds, answers, table);
	return complete ? 0 : Math.max(1, missing.length);
}
