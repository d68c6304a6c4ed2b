import type { MovingPart, OriginView, SentView } from '#lib/protocol/views/moving.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { CaseMove } from '../../store/moving.ts';
import { handles } from '../../usecases/moving/at-move.ts';
import { handoverView, moverView, watchOf } from '../moves.ts';
import type { ItemContext } from './context.ts';

/** Where the case came from, and to which tables it was moved; of the other case nothing (MV9). */
export async function movingPart(context: ItemContext): Promise<MovingPart> {
	const { store, caseId, family, viewer, known } = context;
	const mayHandle = handles(context, viewer.person.id);
	const origin = await store.moving.origin(caseId);
	const moves = await store.moving.ofCase(caseId);
	const sent: SentView[] = [];
	for (const move of moves)
		if (known.has(move.fromItemId)) sent.push(await sentView(context, move, mayHandle));
	return {
		origin: origin && (await originView(context, origin, mayHandle)),
		sent,
		mayMove: mayHandle && !family.case.closedAt && !moves.some(isWaiting)
	};
}

const isWaiting = ({ status }: CaseMove) => status === 'waiting';

async function sentView(
	{ store }: ItemContext,
	move: CaseMove,
	mayHandle: boolean
): Promise<SentView> {
	const by = await store.people.find(move.movedBy);
	const newCase = move.newCaseId ? await store.cases.find(move.newCaseId) : null;
	const ended = move.status === 'returned' || move.status === 'taken-back';
	return {
		id: move.id,
		tableName: move.toTableName,
		on: dayInTheNetherlands(move.movedAt),
		byName: by?.person.name ?? '',
		reason: move.reason,
		lines: move.lines,
		status: move.status,
		answeredOn: move.answeredAt && dayInTheNetherlands(move.answeredAt),
		returnReason: move.returnReason,
		newCode: newCase?.code ?? null,
		watch: await watchOf(store, move),
		handover: await handoverView(store, move.id, mayHandle && !ended ? 'given' : null),
		mayTakeBack: mayHandle && isWaiting(move)
	};
}

async function originView(
	{ store }: ItemContext,
	move: CaseMove,
	mayHandle: boolean
): Promise<OriginView> {
	return {
		moveId: move.id,
		tableName: move.fromTableName,
		on: dayInTheNetherlands(move.movedAt),
		by: await moverView(store, move.movedBy),
		reason: move.reason,
		lines: move.lines,
		watch: await watchOf(store, move),
		handover: await handoverView(store, move.id, mayHandle ? 'taken' : null)
	};
}
