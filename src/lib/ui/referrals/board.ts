import { isHandedOver } from '#lib/domain/handover.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';
import { sayStuck } from './words.ts';

const TARGET = 'hulp-en-verwijzingen';

export function referralsPoints({ referrals: part, coordination, assessment }: ItemView) {
	const points: BoardPoint[] = [];
	const { withoutHelp, pingPong } = coordination.referrals;
	const add = (tone: BoardPoint['tone'], text: string, target = TARGET) =>
		points.push({ target, tone, text });
	if (pingPong) add('red', m.referrals_todo_alarm({ count: withoutHelp }));
	for (const { state, reason, note, alternative } of part.stagnations) {
		if (state === 'needs-alternative')
			add('red', m.referrals_todo_stuck({ reason: sayStuck(reason, note) }));
		if (state === 'look-back')
			add('red', m.referrals_todo_look_back({ what: alternative?.what ?? '' }));
	}
	for (const { status, to, given, taken } of part.referrals)
		if (status === 'accepted' && !isHandedOver({ given: given.points, taken: taken.points }))
			add('amber', m.referrals_todo_handover({ to }));
	// Once someone looked at C17 here, the question was asked.
	const looked = assessment.answers.some(
		({ questionId, value }) =>
			questionId === 'C17' && value.kind === 'scale' && value.choice !== 'not-checked'
	);
	if (part.mayAvoidCare && !looked) add('amber', m.referrals_todo_avoids());
	for (const { tone, toWhom } of coordination.escalations)
		if (tone) add(tone, m.coordination_todo_escalation({ to: toWhom }), 'opgeschaald');
	if (coordination.afterReport.watch === 'passes')
		add('amber', m.coordination_todo_receipt(), 'rol-safety-watch-vraag');
	return points;
}
