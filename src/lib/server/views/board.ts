import type { BoardLine } from '#lib/protocol/views/meeting.ts';
import type { AgendaItem, ItemParticipant } from '../store/agenda.ts';
import type { Repositories } from '../store/repositories.ts';
import { personRef } from './person-ref.ts';

/** Over all case items: what is still missing, and at whom. Only for who runs the meeting (MT8). */
export async function board(
	store: Repositories,
	items: readonly AgendaItem[],
	participants: readonly ItemParticipant[]
): Promise<BoardLine[]> {
	const own = items.filter((item) => item.caseId !== null);
	const ids = own.map((item) => item.id);
	const caseIds = own.flatMap((item) => item.caseId ?? []);
	const cases = await store.cases.findMany(caseIds);
	const children = await store.cases.childrenOf(caseIds);
	const joint = await store.judgements.jointOfItems(ids);
	const actions = (await store.actions.ofItems(ids)).filter(({ status }) => status !== 'withdrawn');
	const spoke = [
		...(await store.assessment.answeredAt(ids)),
		...(await store.judgements.gaveAt(ids))
	];
	const people = await store.people.findMany([
		...new Set(participants.map(({ personId }) => personId))
	]);
	const refs = (of: readonly ItemParticipant[]) =>
		of.flatMap(({ personId }) => {
			const found = people.find(({ person }) => person.id === personId);
			return found ? [personRef(found)] : [];
		});
	const lines: BoardLine[] = [];
	for (const item of own) {
		const here = participants.filter((part) => part.itemId === item.id);
		const agreed = actions.filter((action) => action.itemId === item.id);
		const judged = joint.filter((each) => each.itemId === item.id).map(({ childId }) => childId);
		lines.push({
			itemId: item.id,
			code: cases.find((one) => one.id === item.caseId)?.code ?? '',
			status: item.status,
			notJudged: children.filter(
				(child) => child.caseId === item.caseId && !judged.includes(child.id)
			).length,
			actions: agreed.length,
			withoutOwner: agreed.filter(
				({ status, ownerPersonId }) =>
					status === 'declined' || status === 'unowned' || (status === 'proposed' && !ownerPersonId)
			).length,
			unanswered: agreed.filter(
				({ status, ownerPersonId }) => status === 'proposed' && ownerPersonId !== null
			).length,
			silent: refs(
				here.filter(
					({ personId }) =>
						!spoke.some((one) => one.itemId === item.id && one.personId === personId)
				)
			),
			notConfirmed: await notConfirmed(store, item.id, here, refs)
		});
	}
	return lines;
}

async function notConfirmed(
	store: Repositories,
	itemId: string,
	here: readonly ItemParticipant[],
	refs: (of: readonly ItemParticipant[]) => BoardLine['silent']
): Promise<BoardLine['notConfirmed']> {
	const current = await store.decisions.current(itemId);
	if (!current || !here.some(({ attendedAt }) => attendedAt)) return null;
	const ratified = await store.decisions.ratifications(itemId, current.version);
	return refs(
		here.filter(
			({ personId, attendedAt }) => attendedAt && !ratified.some((one) => one.personId === personId)
		)
	);
}
