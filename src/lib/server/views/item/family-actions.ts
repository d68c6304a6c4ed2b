import type { FamilyActionView } from '#lib/protocol/views/coordination.ts';
import { personRef } from '../person-ref.ts';
import type { ItemContext } from './context.ts';

/** What family and network do themselves, as far as the viewer knows it; open ones first. */
export async function familyActionsOf({
	store,
	caseId,
	known
}: ItemContext): Promise<FamilyActionView[]> {
	const rows = (await store.coordination.familyActions(caseId)).filter((row) =>
		known.has(row.itemId)
	);
	const people = await store.people.findMany([...new Set(rows.map((row) => row.followedBy))]);
	const views = rows.map(({ id, what, who, due, followedBy, status, revision }) => {
		const follower = people.find(({ person }) => person.id === followedBy);
		return {
			...{ id, what, who, due, status, revision },
			followedBy: follower ? personRef(follower) : null
		};
	});
	return [
		...views.filter(({ status }) => status === 'open'),
		...views.filter(({ status }) => status !== 'open')
	];
}
