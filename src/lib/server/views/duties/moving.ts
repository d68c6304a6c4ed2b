import { openInHandover } from '#lib/domain/handover.ts';
import { daysBetween } from '#lib/domain/day.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { CaseMove } from '../../store/moving.ts';
import { handoverView } from '../moves.ts';
import type { DutyCase, DutyContext } from './context.ts';

/**
 * For who moved a case or runs its table: what still waits at the other table, what came back, and points of
 * the handover that the own side has not confirmed. For who runs the new table: its points.
 */
export async function movingDuties(context: DutyContext): Promise<Duty[]> {
	const { store, actor, cases } = context;
	const duties: Duty[] = [];
	for (const at of cases) {
		const origin = await store.moving.origin(at.case.id);
		if (origin && (at.runs || origin.answeredBy === actor.personId))
			duties.push(...(await openPoints(context, at, origin, 'taken', 'herkomst')));
		const moves = (await store.moving.ofCase(at.case.id)).filter(
			(one) => at.known.has(one.fromItemId) && (at.runs || one.movedBy === actor.personId)
		);
		const last = moves.at(-1);
		if (last?.status === 'waiting') duties.push(duty(at, last, 'waiting', 'hold', 'overdracht'));
		if (last && cameBackLately(last, context.today))
			duties.push(duty(at, last, 'returned', 'wait', 'overdracht'));
		for (const move of moves)
			if (move.status === 'received')
				duties.push(...(await openPoints(context, at, move, 'given', 'overdracht')));
	}
	return duties;
}

/** Days that a case given back stays under the mover's eyes. */
const RECENT = 14;

function cameBackLately({ status, answeredAt }: CaseMove, today: string): boolean {
	if (status !== 'returned' || !answeredAt) return false;
	return daysBetween(dayInTheNetherlands(answeredAt), today) <= RECENT;
}

async function openPoints(
	{ store }: DutyContext,
	at: DutyCase,
	move: CaseMove,
	side: 'given' | 'taken',
	target: string
): Promise<Duty[]> {
	const open = openInHandover(await handoverView(store, move.id, null));
	const kind = side === 'given' ? 'give' : 'take';
	return open[side].length > 0
		? [duty(at, move, kind, 'wait', target, { points: open[side].length })]
		: [];
}

function duty(
	at: DutyCase,
	move: CaseMove,
	kind: string,
	group: Duty['group'],
	target: string,
	detail: Duty['detail'] = {}
): Duty {
	const table = kind === 'take' ? move.fromTableName : move.toTableName;
	return {
		id: `moving-${kind}-${move.id}`,
		area: 'moving',
		kind,
		group,
		caseId: at.case.id,
		code: at.case.code,
		due: null,
		detail: { table, ...detail },
		target
	};
}
