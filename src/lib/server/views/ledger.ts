import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { ActionStatus } from '#lib/domain/action.ts';
import type { LedgerLine } from '#lib/protocol/views.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Work } from '../work.ts';
import type { ItemContext } from './item/context.ts';
import { ledgerPart } from './item/ledger.ts';
import { logRead, ownItems } from './review.ts';

export interface MeetingLedger {
	meetingId: string;
	tableName: string;
	day: string;
	isClosed: boolean;
	items: {
		itemId: string;
		code: string;
		/** Chair or deputy: may try a parked delivery again, and hand over on paper. */
		mayRetry: boolean;
		meetingId: string;
		/** Whom to call: who takes part for an organisation, by its id. */
		contacts: Record<string, { name: string; phone: string }[]>;
		actions: Record<string, { title: string; status: ActionStatus }>;
		lines: LedgerLine[];
	}[];
}

/** The ledger of a meeting, for the items the viewer takes part in; the others do not exist. */
export async function meetingLedger(
	work: Work,
	meetingId: string
): Promise<Result<MeetingLedger, 'not-found'>> {
	const own = await ownItems(work, meetingId);
	if (!own) return fail('not-found');
	const items: MeetingLedger['items'] = [];
	for (const context of own.contexts) {
		const actions = await work.store.actions.ofItem(context.item.id);
		items.push({
			itemId: context.item.id,
			code: context.family.case.code,
			mayRetry: context.runs,
			meetingId,
			contacts: contactsIn(context),
			actions: Object.fromEntries(actions.map(({ id, title, status }) => [id, { title, status }])),
			lines: await ledgerPart(context)
		});
		await logRead(work, context, 'read-ledger');
	}
	const { meeting, tableName } = own;
	return ok({
		meetingId,
		tableName,
		day: dayInTheNetherlands(meeting.startedAt ?? meeting.startsAt),
		isClosed: meeting.status === 'closed',
		items
	});
}

function contactsIn({ people }: ItemContext): MeetingLedger['items'][number]['contacts'] {
	const contacts: MeetingLedger['items'][number]['contacts'] = {};
	for (const { person, organisation } of people.values())
		if (!person.disabledAt && person.phone)
			(contacts[organisation.id] ??= []).push({ name: person.name, phone: person.phone });
	return contacts;
}
