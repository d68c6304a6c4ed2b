import type { ActionStep } from '#lib/domain/action.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { LinkAnswer } from '#lib/protocol/mail-link.ts';
import type { MailLink } from '../../store/mail-links.ts';
import type { Work } from '../../work.ts';
import { handOn } from '../actions/hand-on.ts';
import { stepAction } from '../actions/step-action.ts';
import { atLink } from './at-link.ts';

/** The answer of who opened a link: the same step as in the app, to the text that was on the page (ML15). */
export async function answerByLink(
	work: Work,
	{ link, answer }: { link: MailLink; answer: LinkAnswer }
): Promise<Result> {
	work.about({ objectKind: 'action', objectId: link.subjectId });
	// Read again, in the transaction that decides.
	const at = await atLink(work.store, await work.store.mailLinks.find(link.id), work.now);
	if (at.is !== 'live' || !at.action) return fail('not-found');
	const { action } = at;
	work.about({ objectKind: 'action', objectId: action.id, caseId: action.caseId });
	if (answer.revision !== action.revision) return fail('stale');
	const mine = answeredFor(work, link);
	const outcome =
		answer.kind === 'hand-on'
			? await handOn(mine, { actionId: action.id, personId: answer.personId })
			: await stepAction(mine, action.id, stepOf(answer));
	if (!outcome.ok) return outcome;
	await work.store.delivery.addExchange({
		connectorId: link.connectorId,
		at: work.now,
		what: 'status-in'
	});
	return ok();
}

/** The link went to one person's mailbox: who answers for it on the access log, whoever sat at it. */
function answeredFor(work: Work, { personId }: MailLink): Work {
	if (!personId) return work;
	return { ...work, log: (entry) => work.log({ responsiblePersonId: personId, ...entry }) };
}

function stepOf(answer: Exclude<LinkAnswer, { kind: 'hand-on' }>): ActionStep {
	switch (answer.kind) {
		case 'accept':
			return { kind: 'accept' };
		case 'decline':
			return { kind: 'decline', reason: answer.reason };
		case 'finish':
			return { kind: 'finish', on: answer.doneOn, result: answer.result || null };
	}
}
