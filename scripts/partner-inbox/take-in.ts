import type { InboxAction, Mailbox, Receipt } from './mailbox.ts';

interface Owner {
	name: string | null;
	organisation: string;
}
interface ActionData {
	id: string;
	revision: number;
	caseCode: string;
	dossierReference: string | null;
	title: string | null;
	owner: Owner | null;
	deadline: string | null;
	link: string;
}
interface ListData {
	id: string;
	revision: number;
	caseCode: string;
	dossierReference: string | null;
	actions: { title: string | null; owner: Owner | null; deadline: string | null }[];
}
export interface InboxEvent {
	id: string;
	type: string;
	data: ActionData | ListData | object;
}

/** Takes an event in. The same event again, or an older text than we have, changes nothing. */
export function takeIn(mailbox: Mailbox, event: InboxEvent, at: string): Receipt['outcome'] {
	if (mailbox.seen.includes(event.id)) return 'again';
	mailbox.seen.push(event.id);
	switch (event.type) {
		case 'nl.casustafel.actie.toegewezen':
		case 'nl.casustafel.actie.gewijzigd':
			return keepAction(mailbox, event.data as ActionData, at);
		case 'nl.casustafel.actie.ingetrokken':
			return withdraw(mailbox, event.data as ActionData);
		case 'nl.casustafel.afsprakenlijst.vastgesteld':
			return keepList(mailbox, event.data as ListData, at);
		default:
			return 'new';
	}
}

function keepAction(mailbox: Mailbox, data: ActionData, at: string): Receipt['outcome'] {
	const held = mailbox.actions[data.id];
	if (held && held.revision > data.revision) return 'older';
	const fresh: Pick<InboxAction, 'status' | 'readAt'> = { status: 'proposed', readAt: null };
	mailbox.actions[data.id] = {
		id: data.id,
		revision: data.revision,
		caseCode: data.caseCode,
		dossierReference: data.dossierReference,
		title: data.title ?? '',
		owner: ownerWords(data.owner),
		deadline: data.deadline,
		link: data.link,
		...(held?.revision === data.revision ? { status: held.status, readAt: held.readAt } : fresh),
		receivedAt: at,
		answers: held?.answers ?? 0
	};
	return 'new';
}

function withdraw(mailbox: Mailbox, data: ActionData): Receipt['outcome'] {
	const held = mailbox.actions[data.id];
	if (!held) return 'new';
	if (held.revision > data.revision) return 'older';
	mailbox.actions[data.id] = { ...held, revision: data.revision, status: 'withdrawn' };
	return 'new';
}

function keepList(mailbox: Mailbox, data: ListData, at: string): Receipt['outcome'] {
	const held = mailbox.lists[data.id];
	if (held && held.revision > data.revision) return 'older';
	mailbox.lists[data.id] = {
		id: data.id,
		revision: data.revision,
		caseCode: data.caseCode,
		dossierReference: data.dossierReference,
		actions: data.actions.map(({ title, owner, deadline }) => ({
			title: title ?? '',
			owner: ownerWords(owner),
			deadline
		})),
		receivedAt: at
	};
	return 'new';
}

function ownerWords(owner: Owner | null): string {
	if (!owner) return '';
	return owner.name ? `${owner.name}, ${owner.organisation}` : owner.organisation;
}
