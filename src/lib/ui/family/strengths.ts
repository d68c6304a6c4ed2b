import { m } from '#lib/paraglide/messages.js';
import type { ItemView } from '#lib/protocol/views.ts';
import { instrument } from '../assessment/words.ts';
import { counts } from './situation.ts';

/** What section E says that is there and works, or is there and fragile; of more children each once (R5). */
export function strengths(view: ItemView): string[] {
	const children = view.head.children.map(({ id }) => id);
	const said = counts(view, 'E', children).flatMap(({ questionId, counts: counted }) => {
		if (counted !== 'present' && counted !== 'fragile') return [];
		const words = instrument().question(questionId).replace(/\.$/, '');
		const strength = words.charAt(0).toLowerCase() + words.slice(1);
		return [counted === 'present' ? strength : m.family_network_fragile({ strength })];
	});
	return [...new Set(said)];
}
