import { isOpen } from '#lib/domain/action.ts';
import type { Day } from '#lib/domain/day.ts';
import { remindsChair, remindsOwner } from '#lib/domain/reminder.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Action } from '../store/actions.ts';
import type { Connector } from '../store/delivery.ts';
import type { Repositories } from '../store/repositories.ts';
import { type Recipient, recipientOf } from './recipient.ts';

/** All that one address is to be reminded of today, as owner and as chair. */
export interface Reminders extends Recipient {
	own: { connector: Connector; action: Action }[];
	unanswered: Action[];
}

/** By address, so that someone who is both owner and chair gets one mail. */
export async function gatherReminders(store: Repositories, today: Day): Promise<Reminders[]> {
	const found = new Map<string, Reminders>();
	const at = (to: Recipient) => {
		const known = found.get(to.address) ?? { ...to, own: [], unanswered: [] };
		found.set(to.address, known);
		return known;
	};
	for (const connector of await mailConnectors(store))
		for (const { action, to } of await ofOwners(store, connector, today))
			at(to).own.push({ connector, action });
	for (const { action, to } of await ofChairs(store, today)) at(to).unanswered.push(action);
	return [...found.values()];
}

interface Due {
	action: Action;
	to: Recipient;
}

/** One for each organisation: a second mailbox is not reminded as well. */
async function mailConnectors(store: Repositories): Promise<Connector[]> {
	const all = (await store.delivery.allConnectors()).filter(
		({ kind, pausedAt }) => kind === 'mail' && !pausedAt
	);
	const first = new Map<string, Connector>();
	for (const one of all) if (!first.has(one.organisationId)) first.set(one.organisationId, one);
	const organisations = new Map((await store.people.organisations()).map((one) => [one.id, one]));
	return [...first.values()].filter((one) => !organisations.get(one.organisationId)?.archivedAt);
}

async function ofOwners(store: Repositories, connector: Connector, today: Day): Promise<Due[]> {
	const all = await store.actions.ofOrganisation(connector.organisationId);
	const due: Due[] = [];
	for (const action of all.filter(({ status }) => isOpen(status))) {
		const to = await recipientOf(store, connector, action);
		const told = await store.delivery.toldAbout(action.id, connector.organisationId);
		const newest = told.findLast(({ delivery }) => delivery.connectorId === connector.id);
		// What was withheld was never asked; the chair sees that in the ledger.
		if (newest?.delivery.error === 'names-in-title') continue;
		const toldOn = dayInTheNetherlands((newest ?? told.at(-1))?.row.createdAt ?? action.updatedAt);
		const last = await store.reminders.lastDays('owner', to.address, [action.id]);
		const remindedOn = last.get(action.id) ?? null;
		if (remindsOwner(action, { toldOn, remindedOn }, today)) due.push({ action, to });
	}
	return due;
}

/** The chair of the table where it was agreed; a deputy sees it on "Vandaag". */
async function ofChairs(store: Repositories, today: Day): Promise<Due[]> {
	const due: Due[] = [];
	for (const action of await store.actions.unanswered(today)) {
		const to = await chairOf(store, action);
		if (!to) continue;
		const last = await store.reminders.lastDays('chair', to.address, [action.id]);
		if (remindsChair(action, last.get(action.id) ?? null, today)) due.push({ action, to });
	}
	return due;
}

async function chairOf(store: Repositories, action: Action): Promise<Recipient | null> {
	const item = await store.agenda.find(action.itemId);
	const meeting = item && (await store.tables.meeting(item.meetingId));
	const table = meeting && (await store.tables.find(meeting.tableId));
	const closed = (await store.cases.find(action.caseId))?.closedAt;
	if (!table || table.archivedAt || closed) return null;
	const seat = (await store.tables.seats(table.id)).find(({ role }) => role === 'chair');
	const found = seat ? await store.people.find(seat.personId) : null;
	if (!found || found.person.disabledAt) return null;
	return { personId: found.person.id, address: found.person.email };
}
