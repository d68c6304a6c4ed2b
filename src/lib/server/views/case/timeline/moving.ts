import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { dayInTheNetherlands } from '../../../days.ts';
import type { CaseMove } from '../../../store/moving.ts';
import type { CaseContext } from '../context.ts';

/** From which table the case came, and to which tables it was moved. */
export async function movingTimeline(context: CaseContext): Promise<TimelineEvent[]> {
	const { store, caseId, known } = context;
	const origin = await store.moving.origin(caseId);
	const moves = (await store.moving.ofCase(caseId)).filter((one) => known.has(one.fromItemId));
	return [
		...(origin?.answeredAt
			? [event(origin, 'came', origin.answeredAt, { table: origin.fromTableName })]
			: []),
		...moves.flatMap((move) => [
			event(move, 'moved', move.movedAt, { table: move.toTableName, reason: move.reason }),
			...answered(move)
		])
	];
}

function answered(move: CaseMove): TimelineEvent[] {
	const { answeredAt, toTableName: table, returnReason } = move;
	if (!answeredAt) return [];
	switch (move.status) {
		case 'received':
			return [event(move, 'received', answeredAt, { table }, 'green')];
		case 'returned':
			return [event(move, 'returned', answeredAt, { table, reason: returnReason }, 'amber')];
		case 'taken-back':
			return [event(move, 'taken-back', answeredAt, { table })];
		case 'waiting':
			return [];
	}
}

function event(
	move: CaseMove,
	kind: string,
	at: Date,
	detail: TimelineEvent['detail'],
	tone: TimelineEvent['tone'] = 'neutral'
): TimelineEvent {
	return {
		id: `${kind}-${move.id}`,
		on: dayInTheNetherlands(at),
		area: 'moving',
		kind,
		detail,
		tone
	};
}
