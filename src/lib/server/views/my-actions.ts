import { isOpen, isOverdue, isOwner } from '#lib/domain/action.ts';
import { mayRun } from '#lib/domain/visibility.ts';
import type { ActionFilter, MyAction, MyActions } from '#lib/protocol/my-actions.ts';
import { markRead } from '../outbox/arrived.ts';
import type { Action } from '../store/actions.ts';
import type { Colleague } from '../store/people.ts';
import type { Repositories } from '../store/repositories.ts';
import type { AgendaItem } from '../store/agenda.ts';
import type { Meeting, Table } from '../store/tables.ts';
import type { Work } from '../work.ts';
import { type ActionsAround, actionView, aroundActions } from './item/action-view.ts';

export interface MyActionsAsked {
	filter: ActionFilter;
	/** In title and case code, without case. */
	search: string;
	/** Name of a table, or '' for all. */
	table: string;
}

/** What one professional has to do, by what asks for attention; each case in it counts as read. */
export async function myActions(work: Work, asked: MyActionsAsked): Promise<MyActions> {
	const event = asked.search.trim() ? 'search-my-actions' : 'read-my-actions';
	const all = await allMyActions(work, event);
	const tables = [...new Set(all.flatMap((one) => one.place?.tableName ?? []))].toSorted();
	const words = asked.search.trim().toLowerCase();
	const shown = all.filter(
		(one) =>
			(asked.table === '' || one.place?.tableName === asked.table) &&
			(words === '' || `${one.title} ${one.code}`.toLowerCase().includes(words))
	);
	const is = (filter: ActionFilter) => asked.filter === 'all' || asked.filter === filter;
	const waiting = all.filter((one) => section(one) === 'waiting');
	const open = all.filter((one) => section(one) === 'open');
	const overdue = asked.filter === 'overdue';
	return {
		waiting: shown.filter(
			(one) => section(one) === 'waiting' && (overdue ? one.overdue : is('waiting'))
		),
		open: shown.filter((one) => section(one) === 'open' && (overdue ? one.overdue : is('open'))),
		done: shown.filter((one) => section(one) === 'done' && is('done')).toReversed(),
		counts: {
			waiting: waiting.length,
			open: open.length,
			overdue: [...waiting, ...open].filter((one) => one.overdue).length,
			done: all.length - waiting.length - open.length
		},
		tables
	};
}

/** Every action of the actor, by due date, with the reads on the access log. */
export async function allMyActions(work: Work, event: string): Promise<MyAction[]> {
	const { store, actor } = work;
	const viewer = await store.people.find(actor.personId);
	if (!viewer) return [];
	const actions = await store.actions.ofPerson(actor.personId, actor.organisationId);
	const views = await myActionViews(work, viewer, actions);
	for (const caseId of new Set(actions.map((action) => action.caseId)))
		await work.log({
			event,
			objectKind: 'case',
			objectId: caseId,
			caseId,
			ground: 'owner'
		});
	// Seen by the owner is arrived, whatever way it was sent.
	for (const action of actions) if (action.status === 'proposed') await markRead(work, action);
	return views;
}

/** The given actions as this owner may see them, in the same order. */
export async function myActionViews(
	work: Work,
	viewer: Colleague,
	actions: readonly Action[]
): Promise<MyAction[]> {
	const { store } = work;
	const around = await aroundActions(store, actions);
	const places = await placesOf(store, viewer, actions);
	const codes = new Map(
		(await store.cases.findMany([...new Set(actions.map((one) => one.caseId))])).map((one) => [
			one.id,
			one.code
		])
	);
	const colleagues = (await store.people.ofOrganisation(viewer.organisation.id)).filter(
		({ person }) => !person.disabledAt && person.id !== viewer.person.id
	);
	return actions.map((action) =>
		myAction(action, codes.get(action.caseId) ?? '', around, places.get(action.itemId), {
			viewer,
			colleagues,
			today: work.today
		})
	);
}

interface Place {
	item: AgendaItem;
	meeting: Meeting;
	table: Table;
	runs: boolean;
	takesPart: boolean;
}
interface Me {
	viewer: Colleague;
	colleagues: Colleague[];
	today: string;
}

function myAction(
	action: Action,
	code: string,
	around: ActionsAround,
	place: Place | undefined,
	{ viewer, colleagues, today }: Me
): MyAction {
	const takesPart = place?.takesPart ?? false;
	const { itemId, history, proposedBy, ...view } = actionView(action, code, around, {
		viewer,
		runs: place?.runs ?? false,
		takesPart,
		meetingClosed: place?.meeting.status === 'closed'
	});
	const own = new Set([...colleagues, viewer].map(({ person }) => person.id));
	const steps = around.events.filter((event) => event.actionId === action.id);
	return {
		...view,
		place:
			place && takesPart
				? { itemId, meetingId: place.meeting.id, tableName: place.table.name }
				: null,
		may: reopens(action, viewer) ? [...view.may, 'reopen'] : view.may,
		overdue: isOverdue(action, today),
		proposedBy: takesPart ? proposedBy : null,
		// Who had it before, and why it was not picked up, is told at the item and not outside it.
		history: takesPart ? history : history.filter((_, at) => own.has(steps[at]?.personId ?? '')),
		colleagues: view.may.includes('hand-on')
			? colleagues.map(({ person: { id, name, function: what } }) => ({ id, name, function: what }))
			: []
	};
}

function reopens(action: Action, { person, organisation }: Colleague): boolean {
	const me = { personId: person.id, organisationId: organisation.id };
	return action.status === 'done' && isOwner(action, me);
}

async function placesOf(
	store: Repositories,
	viewer: Colleague,
	actions: readonly Action[]
): Promise<Map<string, Place>> {
	const places = new Map<string, Place>();
	const items = await store.agenda.findMany([...new Set(actions.map((one) => one.itemId))]);
	const meetings = await store.tables.meetingsByIds(items.map((item) => item.meetingId));
	const parts = await store.agenda.participantsOf(items.map((item) => item.id));
	for (const item of items) {
		const meeting = meetings.find((one) => one.id === item.meetingId);
		const table = meeting && (await store.tables.find(meeting.tableId));
		if (!meeting || !table) continue;
		const seat = await store.tables.seat(table.id, viewer.person.id);
		const runs = mayRun(seat?.role ?? null);
		const invited = parts.some(
			(one) => one.itemId === item.id && one.personId === viewer.person.id
		);
		places.set(item.id, { item, meeting, table, runs, takesPart: runs || invited });
	}
	return places;
}

function section(action: MyAction): 'waiting' | 'open' | 'done' {
	if (action.status === 'proposed') return 'waiting';
	return isOpen(action.status) ? 'open' : 'done';
}
