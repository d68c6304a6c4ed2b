import { m } from '#lib/paraglide/messages.js';
import type { ItemView } from '#lib/protocol/views.ts';
import type { SignalView } from '#lib/protocol/views/signals.ts';
import type { BoardPoint } from '../board.ts';
import { sayWhoShort } from './words.ts';

export const signalTarget = ({ id }: { id: string }) => `signaal-${id}`;

/** Who waits for feedback, and of whom it is not agreed what he or she may hear (SI7). */
export function signalsPoints(view: ItemView): BoardPoint[] {
	const owed = view.signals.signals.filter(
		({ withdrawn, feedback }) => !withdrawn && feedback.status === 'owed' && !feedback.released
	);
	const late = owed.filter(({ feedback }) => feedback.overdue);
	const inTime = owed.filter(({ feedback }) => !feedback.overdue);
	const toAgree = inTime.filter(({ feedback }) => feedback.topics.length === 0);
	const waiting = inTime.filter(({ feedback }) => feedback.topics.length > 0);
	return [
		...together(late, 'red', (count) => m.signals_board_overdue({ count })),
		...toAgree.map((signal) => ({
			target: signalTarget(signal),
			tone: 'amber' as const,
			text: m.signals_board_to_agree({ who: sayWhoShort(signal) })
		})),
		...together(waiting, 'amber', (count) => m.signals_board_owed({ count }))
	];
}

function together(
	[first, ...rest]: SignalView[],
	tone: BoardPoint['tone'],
	say: (count: number) => string
): BoardPoint[] {
	return first ? [{ target: signalTarget(first), tone, text: say(rest.length + 1) }] : [];
}
