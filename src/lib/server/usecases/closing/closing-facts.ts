import type { Contact } from '#lib/domain/answer.ts';
import type { ClosingFacts } from '#lib/domain/closing.ts';
import { openChanges } from '#lib/domain/closing-changes.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { Action } from '../../store/actions.ts';
import type { Family } from '../../store/cases.ts';
import type { ChildContact, StoredChange } from '../../store/closing.ts';
import type { Repositories } from '../../store/repositories.ts';
import { organisationsAt, stepState } from '../judgement/step-state.ts';
import { type AssessedItem, assessedItems, blanks, newestDiscussed } from './assessed-items.ts';

/** What someone may know of a case that decides whether it closes (CL1–CL4), with where each thing is. */
export interface Evidence {
	facts: ClosingFacts;
	items: AssessedItem[];
	/** The item whose judgement counts. */
	basis: AssessedItem | null;
	/** Recorded between meetings. */
	contacts: ChildContact[];
	changes: StoredChange[];
	openChanges: StoredChange[];
	openActions: Action[];
	onAgenda: AssessedItem[];
}

export async function closingEvidence(
	store: Repositories,
	family: Family,
	known: ReadonlySet<string>
): Promise<Evidence> {
	const { id: caseId } = family.case;
	const of = <T extends { itemId: string }>(rows: T[]) =>
		rows.filter((row) => known.has(row.itemId));
	const items = await assessedItems(store, family, known);
	const basis = newestDiscussed(items);
	const contacts = of(await store.closing.contacts(caseId));
	const changes = of(await store.closing.changes(caseId));
	const ask = openChanges(
		changes.map((row) => ({
			row,
			recordedAt: row.recordedAt.getTime(),
			notNeeded: row.notNeeded !== null
		})),
		items.flatMap(({ assessedAt }) => assessedAt?.getTime() ?? [])
	).map(({ row }) => row);
	const openActions = (await store.actions.ofItems([...known])).filter(
		({ status }) => status !== 'done' && status !== 'withdrawn'
	);
	const onAgenda = stillOnAgenda(items);
	const childIds = family.children.map(({ id }) => id);
	const adultIds = family.caregivers.map(({ id }) => id);
	const step = basis
		? await stepState(store, basis.item.id, childIds, await organisationsAt(store, basis.item.id))
		: null;
	return {
		...{ items, basis, contacts, changes, openChanges: ask, openActions, onAgenda },
		facts: {
			children: family.children.map(({ id: childId, birthMonth }) => {
				const joint = basis?.joint.find((each) => each.childId === childId) ?? null;
				return {
					childId,
					birthMonth,
					contacts: [...saidInF26(items, childId), ...recordedOf(contacts, childId)],
					joint: joint && {
						safety: joint.safety,
						risk: joint.risk,
						grade: joint.grade,
						on: dayInTheNetherlands(joint.createdAt)
					}
				};
			}),
			missing: basis?.missing ?? blanks(childIds, adultIds),
			openDecisions: step?.outstanding.length ?? 0,
			openActions: openActions.length,
			onAgenda: onAgenda.length,
			openChanges: ask.length
		}
	};
}

function saidInF26(items: readonly AssessedItem[], childId: string): Contact[] {
	return items.flatMap(({ answers }) =>
		answers.flatMap(({ questionId, subjectId, value }) =>
			questionId === 'F26' && subjectId === childId && value.kind === 'contacts'
				? value.contacts
				: []
		)
	);
}

function recordedOf(contacts: readonly ChildContact[], childId: string): Contact[] {
	return contacts
		.filter((each) => each.childId === childId)
		.map((each) => ({
			name: each.name,
			function: each.function,
			date: each.on,
			how: each.how
		}));
}

/** Planned, or carried over and waiting while nothing was discussed since. */
function stillOnAgenda(items: readonly AssessedItem[]): AssessedItem[] {
	const since = items.findLastIndex(({ item }) => item.status === 'live' || item.status === 'done');
	return items.filter(
		({ item }, index) =>
			item.status === 'planned' ||
			(item.status === 'carried-over' && item.carriedToId === null && index > since)
	);
}
