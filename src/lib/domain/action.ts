import { isDay, type Day } from './day.ts';
import { fail, ok, type Result } from './result.ts';

export const ACTION_STATUSES = [
	'proposed',
	'accepted',
	'declined',
	'unowned',
	'in-progress',
	'done',
	'withdrawn'
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/**
 * Where an action stands. The owner is a person of an organisation, or an organisation as long as
 * no colleague has taken it (`ownerPersonId` null). An unowned action is the chair's until `due`.
 */
export interface ActionState {
	status: ActionStatus;
	ownerPersonId: string | null;
	ownerOrganisationId: string;
	/** At the latest on this day. */
	due: Day;
	/** Why it was declined. */
	reason: string | null;
	doneOn: Day | null;
	result: string | null;
}

/** The organisation of the receiver comes from the server's own records, never from the sender. */
export type ActionStep =
	| { kind: 'accept' }
	| { kind: 'decline'; reason: string }
	| { kind: 'hand-on'; toPersonId: string; toOrganisationId: string }
	| { kind: 'start' }
	| { kind: 'finish'; on: Day; result: string | null }
	| { kind: 'reopen' }
	| { kind: 'set-unowned'; due: Day }
	| { kind: 'withdraw' }
	| {
			kind: 'reassign';
			toPersonId: string | null;
			toOrganisationId: string;
			due: Day;
	  };

export interface ActionActor {
	/** Null for a connector, which acts for its organisation and for nobody in person. */
	personId: string | null;
	organisationId: string;
	/** Chair or deputy of the table the action belongs to. */
	isChair: boolean;
	viaOrganisation?: boolean;
	/** By the link in a mail: of the organisation, opened by a person, who may choose a colleague (ML). */
	viaMailLink?: boolean;
}

export type StepError =
	'not-yours' | 'wrong-status' | 'reason-required' | 'date-required' | 'other-organisation';

const FROM: Readonly<Record<ActionStep['kind'], readonly ActionStatus[]>> = {
	accept: ['proposed', 'declined'],
	decline: ['proposed', 'accepted'],
	'hand-on': ['proposed', 'accepted', 'in-progress'],
	// A partner's task list may go straight from "new" to "busy" or "done"; that is an answer too.
	start: ['proposed', 'accepted'],
	finish: ['proposed', 'accepted', 'in-progress'],
	reopen: ['done'],
	'set-unowned': ['proposed', 'accepted', 'declined', 'in-progress'],
	withdraw: ['proposed', 'accepted', 'declined', 'unowned', 'in-progress'],
	reassign: ['proposed', 'accepted', 'declined', 'unowned', 'in-progress']
};

/** The next state of an action, or why this actor may not take this step now. */
export function step(
	action: ActionState,
	step: ActionStep,
	actor: ActionActor
): Result<ActionState, StepError> {
	if (!mayTake(action, step.kind, actor)) return fail('not-yours');
	if (!FROM[step.kind].includes(action.status)) return fail('wrong-status');
	// Who answers for the organisation takes the action; a connector answers in nobody's name.
	const taken = { ownerPersonId: action.ownerPersonId ?? actor.personId };
	switch (step.kind) {
		case 'accept':
			return ok({ ...action, status: 'accepted', reason: null, ...taken });
		case 'decline':
			if (!step.reason.trim()) return fail('reason-required');
			return ok({ ...action, status: 'declined', reason: step.reason.trim() });
		case 'hand-on':
			if (step.toOrganisationId !== action.ownerOrganisationId) return fail('other-organisation');
			return ok({ ...action, status: 'proposed', ownerPersonId: step.toPersonId });
		case 'start':
			return ok({ ...action, status: 'in-progress', ...taken });
		case 'finish':
			if (!isDay(step.on)) return fail('date-required');
			return ok({
				...action,
				status: 'done',
				...taken,
				doneOn: step.on,
				result: step.result?.trim() || null
			});
		case 'reopen':
			return ok({ ...action, status: 'in-progress', doneOn: null, result: null });
		case 'set-unowned':
			if (!isDay(step.due)) return fail('date-required');
			return ok({
				...action,
				status: 'unowned',
				ownerPersonId: actor.personId,
				ownerOrganisationId: actor.organisationId,
				due: step.due
			});
		case 'withdraw':
			return ok({ ...action, status: 'withdrawn' });
		case 'reassign':
			if (!isDay(step.due)) return fail('date-required');
			return ok({
				...action,
				status: 'proposed',
				ownerPersonId: step.toPersonId,
				ownerOrganisationId: step.toOrganisationId,
				due: step.due,
				reason: null
			});
	}
}

/** Organisations are masters of status only; text, owner and date stay with the table. */
function mayTake(action: ActionState, kind: ActionStep['kind'], actor: ActionActor): boolean {
	switch (kind) {
		case 'set-unowned':
		case 'withdraw':
		case 'reassign':
			return actor.isChair && !actor.viaOrganisation;
		case 'hand-on':
			return isOwner(action, actor) && (!actor.viaOrganisation || actor.viaMailLink === true);
		case 'accept':
		case 'decline':
		case 'start':
		case 'finish':
		case 'reopen':
			return isOwner(action, actor);
	}
}

/** Whether this actor may answer for the action: the owner, or any member of an owning organisation. */
export function isOwner(
	action: Pick<ActionState, 'ownerPersonId' | 'ownerOrganisationId'>,
	actor: Pick<ActionActor, 'personId' | 'organisationId' | 'viaOrganisation'>
): boolean {
	const sameOrganisation = action.ownerOrganisationId === actor.organisationId;
	if (actor.viaOrganisation || action.ownerPersonId === null) return sameOrganisation;
	return sameOrganisation && action.ownerPersonId === actor.personId;
}

/** Still to be done by somebody. */
export function isOpen(status: ActionStatus): boolean {
	return status !== 'done' && status !== 'withdrawn' && status !== 'declined';
}

/** The day has passed and it is still open. */
export function isOverdue(action: Pick<ActionState, 'status' | 'due'>, today: Day): boolean {
	return isOpen(action.status) && action.due < today;
}

/** Needs the chair: nobody has it, the owner said no, or no answer came before the deadline. */
export function needsChair(action: Pick<ActionState, 'status' | 'due'>, today: Day): boolean {
	if (action.status === 'unowned' || action.status === 'declined') return true;
	return action.status === 'proposed' && action.due < today;
}

/** Characters; the shortest that a receiving system allows (Klantinteracties `gevraagdeHandeling`). */
export const TITLE_MAX = 200;

/** Whether title and day may stand; names in the title are for `registeredNamesIn`. */
export function checkAction(action: {
	title: string;
	due: Day;
}): Result<void, 'title-required' | 'too-long' | 'date-required'> {
	if (!action.title.trim()) return fail('title-required');
	if (action.title.trim().length > TITLE_MAX) return fail('too-long');
	return isDay(action.due) ? ok() : fail('date-required');
}
