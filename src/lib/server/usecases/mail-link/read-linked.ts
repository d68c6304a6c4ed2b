import { type ActionStep, step } from '#lib/domain/action.ts';
import { registeredNamesIn } from '#lib/domain/names.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Asks, LinkedAction, LinkedList } from '#lib/protocol/mail-link.ts';
import { markRead } from '../../outbox/arrived.ts';
import type { Action } from '../../store/actions.ts';
import type { MailLink } from '../../store/mail-links.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Work } from '../../work.ts';
import { namesOf } from '../actions/check-names.ts';

/** The one action behind a link, for who gave the code: what its owner may know, and no more. Opening is reading. */
export async function readLinkedAction(
	work: Work,
	link: MailLink,
	action: Action
): Promise<LinkedAction> {
	const { store } = work;
	const organisation = await store.people.organisation(action.ownerOrganisationId);
	const owner = action.ownerPersonId ? await store.people.find(action.ownerPersonId) : null;
	const name = owner?.person.name ?? null;
	const names = await namesOf(work, action.caseId);
	const may = mayDo(work, action);
	await logReading(work, link, {
		objectKind: 'action',
		objectId: action.id,
		caseId: action.caseId
	});
	await markRead(work, action, link.connectorId);
	return {
		title: withoutNames(action.title, names, name),
		owner: { name, organisation: organisation?.name ?? '' },
		due: action.due,
		status: action.status,
		reason: action.reason,
		...(await known(store, action.caseId, link.organisationId)),
		revision: action.revision,
		asks: await whoAsks(store, action.itemId),
		may,
		colleagues: may.includes('hand-on') ? await colleaguesOf(store, action) : []
	};
}

/** The list as it was ratified, for an organisation that was at the item. */
export async function readLinkedList(work: Work, link: MailLink): Promise<Result<LinkedList>> {
	const { store } = work;
	const item = await store.agenda.find(link.subjectId);
	const told = await store.delivery.toldAbout(link.subjectId, link.organisationId);
	const newest = told.findLast(({ row }) => row.type === 'action-list-ratified');
	if (!item?.caseId || !newest) return fail('not-found');
	const names = await namesOf(work, item.caseId);
	const actions = (newest.row.payload.actions ?? []) as LinkedList['actions'];
	await logReading(work, link, { objectKind: 'item', objectId: item.id, caseId: item.caseId });
	await markRead(
		work,
		{ id: item.id, itemId: item.id, ownerOrganisationId: link.organisationId },
		link.connectorId
	);
	return ok({
		...(await known(store, item.caseId, link.organisationId)),
		actions: actions.map(({ title, owner, deadline }) => ({
			title: title && withoutNames(title, names, owner?.name ?? null),
			owner,
			deadline
		})),
		asks: await whoAsks(store, item.id)
	});
}

/** As with everything that leaves: checked when it was typed, and again now (DL9). */
function withoutNames(title: string, names: readonly string[], owner: string | null) {
	return registeredNamesIn(title, names, owner ? [owner] : []).length > 0 ? null : title;
}

async function known(store: Repositories, caseId: string, organisationId: string) {
	return {
		caseCode: (await store.cases.find(caseId))?.code ?? '',
		dossierReference: (await store.cases.dossierReference(caseId, organisationId)) || null
	};
}

/** The chair of the table, to call; and his or her organisation, as the one that asks. */
async function whoAsks(store: Repositories, itemId: string): Promise<Asks> {
	const item = await store.agenda.find(itemId);
	const meeting = item && (await store.tables.meeting(item.meetingId));
	const seats = meeting ? await store.tables.seats(meeting.tableId) : [];
	const chair = seats.find(({ role }) => role === 'chair');
	const found = chair ? await store.people.find(chair.personId) : null;
	return {
		organisation: found?.organisation.name ?? '',
		chair: found?.person.name ?? '',
		phone: found?.person.phone ?? ''
	};
}

async function colleaguesOf(store: Repositories, action: Action) {
	const all = await store.people.ofOrganisation(action.ownerOrganisationId);
	return all
		.filter(({ person }) => !person.disabledAt && person.id !== action.ownerPersonId)
		.map(({ person: { id, name, function: does } }) => ({ id, name, function: does }));
}

/** Asks the rules themselves, so that no button promises what would be refused. */
function mayDo({ actor }: Work, action: Action): LinkedAction['may'] {
	const steps: Record<LinkedAction['may'][number], ActionStep> = {
		accept: { kind: 'accept' },
		decline: { kind: 'decline', reason: '-' },
		finish: { kind: 'finish', on: action.due, result: null },
		'hand-on': {
			kind: 'hand-on',
			toPersonId: actor.personId,
			toOrganisationId: action.ownerOrganisationId
		}
	};
	const by = {
		personId: null,
		organisationId: actor.organisationId,
		isChair: false,
		viaOrganisation: true,
		viaMailLink: true
	};
	return (Object.keys(steps) as (keyof typeof steps)[]).filter(
		(kind) => step(action, steps[kind], by).ok
	);
}

async function logReading(
	work: Work,
	{ personId }: MailLink,
	about: { objectKind: 'action' | 'item'; objectId: string; caseId: string }
): Promise<void> {
	await work.log({
		event: 'read-action',
		...about,
		ground: 'mail-link',
		// The link went to one person's mailbox; who sat at it nobody can know.
		...(personId && { responsiblePersonId: personId })
	});
}
