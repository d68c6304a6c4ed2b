import { isHandedOver } from '#lib/domain/handover.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';

/** Handovers that are not warm yet; that nobody watches is on the board as the role's own line. */
export function movingPoints({ moving: { origin, sent } }: ItemView): BoardPoint[] {
	const points: BoardPoint[] = [];
	if (origin && !isHandedOver(origin.handover))
		points.push({
			target: 'herkomst',
			tone: 'amber',
			text: m.moving_duty_take({ table: origin.tableName })
		});
	for (const move of sent)
		if (move.status === 'received' && !isHandedOver(move.handover))
			points.push({
				target: 'overdracht',
				tone: 'amber',
				text: m.moving_duty_give({ table: move.tableName })
			});
	return points;
}
