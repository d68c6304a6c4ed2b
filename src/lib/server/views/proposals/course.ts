import { isOverdue } from '#lib/domain/action.ts';
import { daysBetween } from '#lib/domain/day.ts';
import type { CaseWhy, ProposalSource } from './context.ts';

/** Days from which a family without help comes back by itself. */
const WITHOUT_HELP = 14;
/** Days after which a case that was discussed comes back by itself. */
const LONG_AGO = 60;

/** Actions that are late. */
export const overdueActions: ProposalSource = async ({ cases, today }) =>
	cases.flatMap(({ caseId, open }) => {
		const count = open.filter((action) => isOverdue(action, today)).length;
		return count > 0 ? [{ caseId, kind: 'overdue-actions' as const, count }] : [];
	});

/** Carried over, and left lying since. */
export const carriedOver: ProposalSource = async ({ cases }) =>
	cases.flatMap(({ caseId, carriedOver: count }) =>
		count > 0 ? [{ caseId, kind: 'carried-over' as const, count }] : []
	);

export const withoutHelp: ProposalSource = async ({ cases }) =>
	cases.flatMap(({ caseId, daysWithoutHelp: days }) =>
		days !== null && days >= WITHOUT_HELP
			? [{ caseId, kind: 'without-help' as const, count: days }]
			: []
	);

/** Not discussed for long, or never. */
export const longAgo: ProposalSource = async ({ cases, today }) =>
	cases.flatMap(({ caseId, lastDiscussedOn, carriedOver: carried, waitingDays }): CaseWhy[] => {
		if (!lastDiscussedOn) return carried > 0 ? [] : [{ caseId, kind: 'new', count: waitingDays }];
		const days = daysBetween(lastDiscussedOn, today);
		return days >= LONG_AGO ? [{ caseId, kind: 'long-ago', count: days }] : [];
	});
