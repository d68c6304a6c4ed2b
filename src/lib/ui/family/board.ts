import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayOf } from '../dates.ts';
import { childrenUnseen, situationOf, unheardAt } from './situation.ts';
import { sayParty, sayProposal } from './words.ts';

/** In one line who was not heard yet; and where nobody asks after the children. */
export function familyPoints(view: ItemView): BoardPoint[] {
	const today = dayOf();
	const { ages } = situationOf(view, today);
	const { proposals, withdrawn } = unheardAt(view, today);
	const parties = [...withdrawn.map(sayParty), ...proposals.map((one) => sayProposal(one, ages))];
	return [
		...childrenUnseen(view).map((one): BoardPoint => ({
			target: `partij-${one.id}`,
			tone: 'amber',
			text: m.family_board_children({ party: sayParty(one) })
		})),
		...(parties.length > 0
			? [
					{
						target: 'betrokken-partijen',
						tone: 'amber' as const,
						text: m.family_board_unheard({ parties: parties.join(', ') })
					}
				]
			: [])
	];
}
