import { type ActionStep, step } from '#lib/domain/action.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import { announceAction } from '../../outbox/announce.ts';
import { markRead } from '../../outbox/arrived.ts';
import type { Action } from '../../store/actions.ts';
import type { Work } from '../../work.ts';
import { refreshDecisions } from '../decisions/refresh-decisions.ts';
import { type AtAction, findAction, groundOfAction } from './find-action.ts';
import { touchAction } from './touch-action.ts';

/**
 * Takes one step with an action: the one way in which a status changes, from a screen, a form or an
 * organisation's own system. Writes the row, its history and the access log, and tells the owner's
 * organisation when the owner, the date or the action itself is no longer what it was told.
 */
export async function stepAction(
	work: Work,
	actionId: string,
	taken: ActionStep,
	detail: Record<string, string | number | null> = {}
): Promise<Result<Action>> {
	const found = await findAction(work, actionId);
	if (!found.ok) return found;
	const before = found.value.action;
	if (taken.kind === 'finish' && taken.on > work.today) return fail('date-in-future');
	if (taken.kind === 'set-unowned' && taken.due < work.today) return fail('date-in-past');
	const outcome = step(before, taken, {
		personId: work.actor.connectorId ? null : work.actor.personId,
		organisationId: work.actor.organisationId,
		isChair: found.value.runs,
		viaOrganisation: work.actor.connectorId !== undefined,
		viaMailLink: work.actor.mailLinkId !== undefined
	});
	if (!outcome.ok) return outcome;
	// Whoever answers has received what was sent, also when the reply to it was lost.
	if (found.value.owns) await markRead(work, before, work.actor.connectorId ?? null);
	const after: Action = {
		...before,
		...outcome.value,
		agreedOwner: taken.kind === 'set-unowned' ? null : before.agreedOwner,
		// Accepting on behalf of one's organisation is an answer, not another owner.
		revision: before.revision + (changesAgreement(taken) ? 1 : 0),
		statusRevision: before.statusRevision + 1,
		updatedAt: work.now
	};
	await writeStep(work, found.value, after, taken.kind, { ...detailOf(taken), ...detail });
	await announceStep(work, before, after, taken);
	if (taken.kind === 'set-unowned' || taken.kind === 'withdraw')
		await refreshDecisions(work, before.itemId);
	return ok(after);
}

/** Stores what an action became, with its history, the access log and who must hear. */
export async function writeStep(
	work: Work,
	at: AtAction,
	after: Action,
	kind: string,
	detail: Record<string, string | number | null>
): Promise<void> {
	const { id, ...values } = after;
	await work.store.actions.change(id, values);
	await endMailLinks(work, at.action, after);
	await work.store.actions.addEvent({
		id: work.id(),
		actionId: id,
		kind,
		at: work.now,
		personId: work.actor.connectorId ? null : work.actor.personId,
		connectorId: work.actor.connectorId ?? null,
		detail: work.actor.mailLinkId ? { ...detail, via: 'mail-link' } : detail
	});
	await work.log({
		event: `action-${kind}`,
		objectKind: 'action',
		objectId: id,
		caseId: after.caseId,
		ground: groundOfAction(at, work)
	});
	await touchAction(work, at.action, after);
}

/** A link in a mail is for who has the action, until it ends; also when it comes back to that owner later. */
async function endMailLinks(work: Work, before: Action, after: Action): Promise<void> {
	const moved =
		before.ownerPersonId !== after.ownerPersonId ||
		before.ownerOrganisationId !== after.ownerOrganisationId;
	const because =
		after.status === 'done' || after.status === 'withdrawn'
			? after.status
			: moved
				? 'other-owner'
				: null;
	if (because) await work.store.mailLinks.end(after.id, because, work.now);
}

function changesAgreement(taken: ActionStep): boolean {
	return taken.kind === 'hand-on' || taken.kind === 'set-unowned' || taken.kind === 'reassign';
}

function detailOf(taken: ActionStep): Record<string, string | number | null> {
	switch (taken.kind) {
		case 'decline':
			return { reason: taken.reason };
		case 'finish':
			return { on: taken.on, result: taken.result };
		case 'hand-on':
			return { to: taken.toPersonId };
		case 'set-unowned':
			return { due: taken.due };
		default:
			return {};
	}
}

async function announceStep(work: Work, before: Action, after: Action, taken: ActionStep) {
	if (taken.kind === 'hand-on') await announceAction(work, after, 'action-changed');
	// The chair's own list is here; the organisation that had it must take it off theirs.
	if (taken.kind === 'set-unowned')
		await announceAction(work, { ...before, revision: after.revision }, 'action-withdrawn');
	if (taken.kind === 'withdraw' && before.status !== 'unowned')
		await announceAction(work, after, 'action-withdrawn');
}
