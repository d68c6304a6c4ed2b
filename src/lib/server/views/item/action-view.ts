import { type ActionStep, isOwner, step } from '#lib/domain/action.ts';
import type { ActionView, PersonRef } from '#lib/protocol/views.ts';
import type { Action, ActionEvent } from '../../store/actions.ts';
import type { Colleague, Organisation } from '../../store/people.ts';
import type { Repositories } from '../../store/repositories.ts';
import { personRef } from '../person-ref.ts';

/** What views of actions are made from: names and history, read once for all of them. */
export interface ActionsAround {
	people: Map<string, PersonRef>;
	organisations: Map<string, Organisation>;
	events: ActionEvent[];
}

/** How one viewer stands towards one action. */
export interface ActionViewer {
	viewer: Colleague;
	/** Chair or deputy of the table. */
	runs: boolean;
	takesPart: boolean;
	meetingClosed: boolean;
}

export async function aroundActions(
	store: Repositories,
	actions: readonly Action[]
): Promise<ActionsAround> {
	const events = await store.actions.events(actions.map((action) => action.id));
	const ids = new Set([
		...actions.flatMap((action) => [action.ownerPersonId ?? [], action.proposedBy].flat()),
		...events.flatMap((event) => event.personId ?? [])
	]);
	const people = await store.people.findMany([...ids]);
	const organisations = await store.people.organisations();
	return {
		people: new Map(people.map((one) => [one.person.id, personRef(one)])),
		organisations: new Map(organisations.map((one) => [one.id, one])),
		events
	};
}

/** An action with its history, and what this viewer may do with it now. */
export function actionView(
	action: Action,
	code: string,
	around: ActionsAround,
	at: ActionViewer
): ActionView {
	const organisation = around.organisations.get(action.ownerOrganisationId);
	return {
		id: action.id,
		itemId: action.itemId,
		code,
		title: action.title,
		ownerOrganisation: {
			id: action.ownerOrganisationId,
			name: organisation?.name ?? '',
			kind: organisation?.kind ?? 'other'
		},
		owner: around.people.get(action.ownerPersonId ?? '') ?? null,
		due: action.due,
		tellTo: action.tellTo,
		status: action.status,
		reason: action.reason,
		doneOn: action.doneOn,
		result: action.result,
		revision: action.revision,
		proposedBy: around.people.get(action.proposedBy) ?? null,
		may: mayDo(action, at),
		history: around.events
			.filter((event) => event.actionId === action.id)
			.map((event) => historyLine(event, around))
	};
}

function historyLine(event: ActionEvent, around: ActionsAround): ActionView['history'][number] {
	return {
		kind: event.kind,
		at: event.at.toISOString(),
		who: around.people.get(event.personId ?? '')?.name ?? '',
		detail: event.detail
	};
}

/** Asks the rules themselves, so that no button promises what would be refused. */
export function mayDo(action: Action, at: ActionViewer): ActionView['may'] {
	const { person, organisation } = at.viewer;
	const actor = { personId: person.id, organisationId: organisation.id, isChair: at.runs };
	const can = (taken: ActionStep) => step(action, taken, actor).ok;
	const { due } = action;
	const mine = isOwner(action, actor);
	const answers = can({ kind: 'accept' }) || can({ kind: 'decline', reason: '-' });
	const handOn = {
		kind: 'hand-on',
		toPersonId: person.id,
		toOrganisationId: action.ownerOrganisationId
	} as const;
	const open = action.status !== 'done' && action.status !== 'withdrawn';
	const may: ActionView['may'] = [];
	if (mine && answers) may.push('answer');
	if (can(handOn)) may.push('hand-on');
	if (can({ kind: 'start' })) may.push('start');
	if (can({ kind: 'finish', on: due, result: null })) may.push('finish');
	if (open && at.takesPart && (at.runs || !at.meetingClosed)) may.push('change');
	if (can({ kind: 'set-unowned', due })) may.push('leave-unowned');
	if (can({ kind: 'withdraw' })) may.push('withdraw');
	return may;
}
