import { m } from '#lib/paraglide/messages.js';
import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';
import { nameChild, namePerson } from './words.ts';

const TARGET = 'grondslag';

/** What sharing still asks for: it stops nobody, and is in sight until it is settled (GC11, GC12). */
export function groundsPoints(view: ItemView): BoardPoint[] {
	const { grounds, consent, withoutConsent, withdrawn, reason } = view.grounds;
	const named = (lines: typeof grounds) => lines.map(({ organisation }) => organisation).join(', ');
	const point = (tone: BoardPoint['tone'], text: string): BoardPoint => ({
		target: TARGET,
		tone,
		text
	});
	const there = grounds.filter(({ ended }) => !ended);
	const expired = there.filter((line) => line.expired);
	const resting = there.filter((line) => line.withoutConsent);
	const open = there.filter(({ ground }) => ground === null);
	const toAsk = new Set(
		consent.flatMap(({ lines }) =>
			lines.filter(({ state }) => state === 'not-asked').map(({ subjectId }) => subjectId)
		)
	);
	const unknown = consent.filter(({ custodianUnknown }) => custodianUnknown);
	const points: BoardPoint[] = [];
	if (withdrawn) points.push(point('red', m.grounds_todo_withdrawn()));
	if (expired.length > 0)
		points.push(point('red', m.grounds_todo_expired({ organisations: named(expired) })));
	if (resting.length > 0 && !withdrawn)
		points.push(point('amber', m.grounds_todo_without({ organisations: named(resting) })));
	if (open.length > 0)
		points.push(point('amber', m.grounds_todo_ground({ organisations: named(open) })));
	// Once it is said why is shared all the same, nothing is left to ask for.
	if (!withoutConsent || reason) return points;
	if (unknown.length > 0) {
		const names = unknown.map(({ childId }) => nameChild(view, childId)).join(', ');
		points.push(point('amber', m.grounds_todo_custodian({ names })));
	}
	if (toAsk.size > 0) {
		const names = [...toAsk].map((id) => namePerson(view, id)).join(', ');
		points.push(point('amber', m.grounds_todo_ask({ names })));
	}
	return [...points, point('amber', m.grounds_todo_reason())];
}
