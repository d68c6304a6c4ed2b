import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { ReviewItem, ReviewView } from '#lib/protocol/my-actions.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Colleague } from '../store/people.ts';
import type { Meeting } from '../store/tables.ts';
import { roleOf } from '../usecases/coordination/role-of.ts';
import type { Work } from '../work.ts';
import { actionsPart } from './item/actions.ts';
import { groundIn, type ItemContext } from './item/context.ts';
import { decisionsPart } from './item/decisions.ts';
import { ledgerPart } from './item/ledger.ts';
import { itemContext } from './item/load-item-view.ts';
import { myActionViews } from './my-actions.ts';
import { personRef } from './person-ref.ts';

/** What is left to do after a meeting, per case item that the viewer took part in; others do not exist. */
export async function review(work: Work, meetingId: string): Promise<Result<ReviewView>> {
	const own = await ownItems(work, meetingId);
	if (!own) return fail('not-found');
	const items: ReviewItem[] = [];
	for (const context of own.contexts) {
		items.push(await reviewItem(work, context));
		await logRead(work, context, 'read-review');
	}
	const { meeting, tableName } = own;
	return ok({
		meetingId,
		tableName,
		day: dayInTheNetherlands(meeting.startedAt ?? meeting.startsAt),
		closed: meeting.status === 'closed',
		items
	});
}

export interface OwnItems {
	meeting: Meeting;
	tableName: string;
	viewer: Colleague;
	contexts: ItemContext[];
}

/** The case items of a meeting that the actor takes part in; null when the meeting is none of his or hers. */
export async function ownItems(work: Work, meetingId: string): Promise<OwnItems | null> {
	const { store, actor } = work;
	work.about({ objectKind: 'meeting', objectId: meetingId });
	const meeting = await store.tables.meeting(meetingId);
	const table = meeting && (await store.tables.find(meeting.tableId));
	const viewer = await store.people.find(actor.personId);
	if (!meeting || !table || !viewer) return null;
	const contexts: ItemContext[] = [];
	for (const item of await store.agenda.ofMeeting(meetingId)) {
		const context = await itemContext(store, actor.personId, item.id, work.now);
		if (context) contexts.push(context);
	}
	const seat = await store.tables.seat(table.id, actor.personId);
	if ((!seat || meeting.urgent) && contexts.length === 0) return null;
	return { meeting, tableName: table.name, viewer, contexts };
}

export async function logRead(work: Work, context: ItemContext, event: string): Promise<void> {
	await work.log({
		event,
		objectKind: 'item',
		objectId: context.item.id,
		caseId: context.caseId,
		ground: groundIn(context)
	});
}

async function reviewItem(work: Work, context: ItemContext): Promise<ReviewItem> {
	const { store, item, viewer, family, meeting, runs } = context;
	const stored = await store.actions.ofItem(item.id);
	const mine = stored.filter(
		(action) =>
			action.status !== 'withdrawn' &&
			(action.ownerPersonId === viewer.person.id ||
				(action.ownerPersonId === null && action.ownerOrganisationId === viewer.organisation.id))
	);
	const decisions = await decisionsPart(context);
	const coordinator = (await roleOf(store, context.caseId, 'coordinator')).holder?.personId;
	const attended = decisions?.attendees.includes(viewer.person.id) ?? false;
	const ratified = decisions?.ratifiedBy.some((one) => one.personId === viewer.person.id) ?? false;
	const ledger = await ledgerPart(context);
	const list = ledger.find(
		(line) =>
			line.version !== null &&
			line.status !== 'outdated' &&
			line.organisation.id === viewer.organisation.id
	);
	return {
		itemId: item.id,
		meetingId: meeting.id,
		code: family.case.code,
		children: family.children.map((child) => child.firstName),
		mine: await myActionViews(work, viewer, mine),
		actions: await actionsPart(context),
		decisions,
		people: [...context.people.values()].map(personRef),
		runs,
		mayCopy: runs || coordinator === viewer.person.id,
		mayRatify: decisions !== null && !ratified && (attended || runs),
		mayRatifyWithoutRest:
			decisions !== null && !decisions.ratifiedAt && runs && meeting.status === 'closed',
		ledger,
		toFile: list?.version ? { version: list.version, answer: list.filed } : null
	};
}
