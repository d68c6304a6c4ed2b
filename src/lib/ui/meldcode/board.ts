import { m } from '#lib/paraglide/messages.js';
import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';
import { markName, sayMissing, stepName } from './words.ts';

/** What the meldcode asks for at this item, of everyone or of the one who looks. */
export function meldcodeStepsPoints(view: ItemView): BoardPoint[] {
	const { head, meldcode, meldcodeSteps: part } = view;
	const { own, expertise, pressure } = part;
	const undecided = part.straight.filter(
		({ childId }) => !meldcode.decisions.some((each) => each.childId === childId)
	);
	return [
		...undecided.map(({ childId, kind }): BoardPoint => ({
			target: 'meldcode',
			tone: 'red',
			text: m.meldcode_board_straight({
				mark: markName(kind),
				child: head.children.find(({ id }) => id === childId)?.firstName ?? ''
			})
		})),
		...part.talks
			.filter(({ overdue }) => overdue)
			.map(({ talkId, holder }): BoardPoint => ({
				target: `gesprek-${talkId}`,
				tone: 'red',
				text: m.meldcode_board_talk({ name: holder.name })
			})),
		...point(pressure.inForce?.overdue, 'drang-dwang', 'red', m.meldcode_board_look_back),
		...point(pressure.asks, 'drang-dwang', 'amber', m.meldcode_board_pressure),
		...point(
			expertise.missing.length > 0,
			'deskundigheid',
			expertise.why === 'positive' ? 'amber' : 'neutral',
			() => sayMissing(expertise.missing)
		),
		...(own?.next && (own.begun || part.suspicion)
			? [
					{
						target: 'meldcode-stappen',
						tone: 'neutral' as const,
						text: m.meldcode_board_step({ step: own.next, name: stepName(own.next) })
					}
				]
			: [])
	];
}

function point(
	there: boolean | undefined,
	target: string,
	tone: BoardPoint['tone'],
	say: () => string
): BoardPoint[] {
	return there ? [{ target, tone, text: say() }] : [];
}
