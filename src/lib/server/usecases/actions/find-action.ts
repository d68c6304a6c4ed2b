import { isOwner } from '#lib/domain/action.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import { mayRun } from '#lib/domain/visibility.ts';
import type { Action } from '../../store/actions.ts';
import type { SeatRole } from '../../store/schema/index.ts';
import type { Work } from '../../work.ts';

/** An action with what decides who may do what with it. */
export interface AtAction {
	action: Action;
	meetingId: string;
	tableId: string;
	meetingClosed: boolean;
	/** The seat at the table, if any. */
	role: SeatRole | null;
	/** Chair or deputy of the table. */
	runs: boolean;
	/** Takes part in the item; who does not, and owns the action, sees nothing of the item. */
	takesPart: boolean;
	owns: boolean;
}

/**
 * Finds an action for its actor: its owner, any member of the organisation that owns it while nobody
 * has taken it, who takes part in the item, and who runs the table. An organisation's own system
 * finds the actions of its organisation only. Absent and forbidden answer alike.
 */
export async function findAction(
	work: Work,
	actionId: string
): Promise<Result<AtAction, 'not-found'>> {
	const action = await work.store.actions.find(actionId);
	work.about({ objectKind: 'action', objectId: actionId, caseId: action?.caseId ?? null });
	const at = action && (await look(work, action));
	return at && (at.owns || at.runs || at.takesPart) ? ok(at) : fail('not-found');
}

async function look(work: Work, action: Action): Promise<AtAction | null> {
	const { store, actor } = work;
	const item = await store.agenda.find(action.itemId);
	const meeting = item && (await store.tables.meeting(item.meetingId));
	if (!meeting) return null;
	const place = {
		action,
		meetingId: meeting.id,
		tableId: meeting.tableId,
		meetingClosed: meeting.status === 'closed',
		owns: isOwner(action, { ...actor, viaOrganisation: actor.connectorId !== undefined })
	};
	// A key acts for the organisation: it never borrows the seat of the person who made it.
	if (actor.connectorId) return { ...place, role: null, runs: false, takesPart: false };
	const seat = await store.tables.seat(meeting.tableId, actor.personId);
	const part = await store.agenda.participant(action.itemId, actor.personId);
	const role = seat?.role ?? null;
	const runs = mayRun(role);
	return { ...place, role, runs, takesPart: runs || part !== null };
}

/** The ground on which the actor reads or changes an action, for the access log. */
export function groundOfAction(at: AtAction, work: Work): string {
	if (work.actor.mailLinkId) return 'mail-link';
	if (work.actor.connectorId) return 'organisation';
	if (at.owns) return 'owner';
	return at.runs && at.role ? at.role : 'participant';
}
