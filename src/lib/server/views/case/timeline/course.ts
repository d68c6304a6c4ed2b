import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { dayInTheNetherlands } from '../../../days.ts';
import type { CaseContext } from '../context.ts';

/** Opening, the viewer's own meetings about it, who took a role, the start of help. */
export async function courseOfCase(context: CaseContext): Promise<TimelineEvent[]> {
	const { store, caseId, family, table, own } = context;
	const terms = (await store.coordination.terms(caseId)).filter((term) => term.answeredAt);
	const people = await store.people.findMany([
		...new Set(terms.flatMap((term) => term.personId ?? []))
	]);
	const facts = await store.coordination.ofCase(caseId);
	const event = (
		id: string,
		on: string,
		kind: string,
		detail: TimelineEvent['detail'] = {},
		tone: TimelineEvent['tone'] = 'neutral'
	): TimelineEvent => ({ id, on, area: 'case', kind, detail, tone });
	return [
		event(`opened-${caseId}`, dayInTheNetherlands(family.case.openedAt), 'opened'),
		...own.map(({ item, startsAt }) =>
			event(item.id, dayInTheNetherlands(startsAt), `meeting-${item.status}`, {
				table: table.name,
				reason: item.reason
			})
		),
		...terms.flatMap((term) => {
			const who = people.find(({ person }) => person.id === term.personId);
			if (!term.answeredAt || term.status === 'declined') return [];
			// By name only: someone of Veilig Thuis who is not at the table.
			const name = who?.person.name ?? term.outsideName;
			if (!name) return [];
			return [
				event(term.id, term.receivedOn ?? dayInTheNetherlands(term.answeredAt), term.role, {
					name,
					organisation: who?.organisation.name ?? 'Veilig Thuis'
				})
			];
		}),
		...(facts?.helpStartedOn
			? [
					event(
						`help-${caseId}`,
						facts.helpStartedOn,
						'help-started',
						{ what: facts.helpWhat },
						'green'
					)
				]
			: [])
	];
}
