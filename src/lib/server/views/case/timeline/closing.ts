import type { Safety } from '#lib/domain/judgement.ts';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { dayInTheNetherlands } from '../../../days.ts';
import type { Closure } from '../../../store/closing.ts';
import { closingEvidence } from '../../../usecases/closing/closing-facts.ts';
import type { CaseContext } from '../context.ts';
import { namesOf } from '../names-of.ts';

type Detail = TimelineEvent['detail'];

/** Who saw the child, what changed in the family, each joint judgement, closing and what came after it. */
export async function closingTimeline(context: CaseContext): Promise<TimelineEvent[]> {
	const { store, caseId, family, known } = context;
	const { items, contacts, changes } = await closingEvidence(store, family, known);
	const closures = (await store.closing.closures(caseId)).filter(({ itemId }) => known.has(itemId));
	const childName = (id: string) => family.children.find((one) => one.id === id)?.firstName ?? '';
	return [
		...contacts.map((each) =>
			event(`contact-${each.id}`, each.on, 'contact', {
				child: childName(each.childId),
				how: each.how,
				name: each.name,
				function: each.function
			})
		),
		...changes.map((each) =>
			event(
				`change-${each.id}`,
				each.on,
				'change',
				{ change: each.kind, what: each.what, because: each.notNeeded },
				'amber'
			)
		),
		...items.flatMap(({ item, joint }) =>
			joint.map(({ childId, safety, grade, createdAt }) =>
				event(
					`assessed-${item.id}-${childId}`,
					dayInTheNetherlands(createdAt),
					'assessed',
					{ child: childName(childId), safety, grade },
					TONE[safety]
				)
			)
		),
		...(await Promise.all(closures.map((each) => ofClosure(context, each)))).flat()
	];
}

const TONE: Record<Safety, TimelineEvent['tone']> = {
	safe: 'green',
	undetermined: 'amber',
	'structurally-unsafe': 'red',
	'acutely-unsafe': 'red'
};

async function ofClosure({ store }: CaseContext, row: Closure): Promise<TimelineEvent[]> {
	const names = await namesOf(store, [row.recordedBy, row.followUpId, row.reopenedBy]);
	const name = (id: string | null) => names.get(id ?? '') ?? '';
	const closedOn = dayInTheNetherlands(row.recordedAt);
	const reopenedOn = row.reopenedAt && dayInTheNetherlands(row.reopenedAt);
	return [
		event(
			`closed-${row.id}`,
			closedOn,
			'closed',
			{
				name: name(row.recordedBy),
				stays: row.stays,
				until: row.staysUntil,
				checkOn: row.followUpOn,
				checkBy: name(row.followUpId)
			},
			'green'
		),
		...(row.checkedOn
			? [
					event(
						`followed-up-${row.id}`,
						row.checkedOn,
						'followed-up',
						{ safe: row.stillSafe, seenBy: row.seenBy, outcome: row.outcome },
						row.stillSafe === 'yes' ? 'green' : 'red'
					)
				]
			: []),
		...(reopenedOn
			? [
					event(
						`reopened-${row.id}`,
						reopenedOn,
						reopenedOn === closedOn ? 'not-closed' : 'reopened',
						{ name: name(row.reopenedBy), because: row.reopenedBecause },
						'amber'
					)
				]
			: [])
	];
}

function event(
	id: string,
	on: string,
	kind: string,
	detail: Detail,
	tone: TimelineEvent['tone'] = 'neutral'
): TimelineEvent {
	return { id, on, area: 'closing', kind, detail, tone };
}
