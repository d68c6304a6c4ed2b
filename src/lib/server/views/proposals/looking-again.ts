import { daysBetween } from '#lib/domain/day.ts';
import type { CaseWhy, ProposalSource } from './context.ts';

/** The day on which the table was to look at the case again has come (CL9). */
export const reviewsDue: ProposalSource = async ({ store, cases, today }) => {
	const due: CaseWhy[] = [];
	for (const { caseId } of cases) {
		const on = (await store.closing.reviews(caseId)).at(-1)?.on;
		if (on && on <= today) due.push({ caseId, kind: 'review-due', count: daysBetween(on, today) });
	}
	return due;
};

/** The check after closing is due (CL8): done on the page of the case, which stays closed. */
export const checksDue: ProposalSource = async ({ store, cases, today }) => {
	const ids = new Set(cases.map(({ caseId }) => caseId));
	return (await store.closing.toCheck())
		.filter(({ caseId, followUpOn }) => ids.has(caseId) && followUpOn <= today)
		.map(({ caseId, followUpOn }) => ({
			caseId,
			kind: 'check-due' as const,
			count: daysBetween(followUpOn, today)
		}));
};
