import type { HeadPart } from '#lib/protocol/views.ts';
import { personRef } from '../person-ref.ts';
import type { ItemContext } from './context.ts';

/** What the item is about, and where it stands. */
export async function headPart(context: ItemContext): Promise<HeadPart> {
	const { item, meeting, table, family, store, viewer } = context;
	const presenter = item.presenterId
		? (context.people.get(item.presenterId) ?? (await store.people.find(item.presenterId)))
		: null;
	return {
		id: item.id,
		meetingId: meeting.id,
		tableId: table.id,
		tableName: table.name,
		meetingStatus: meeting.status,
		caseId: family.case.id,
		code: family.case.code,
		children: family.children.map(({ id, firstName, birthMonth }) => ({
			id,
			firstName,
			birthMonth
		})),
		caregivers: family.caregivers.map(({ id, firstName, lastName, relation }) => ({
			id,
			firstName,
			lastName,
			relation
		})),
		presenter: presenter && personRef(presenter),
		reason: item.reason,
		news: item.news,
		minutes: item.minutes,
		status: item.status,
		liveSince: item.liveSince?.toISOString() ?? null,
		spentSeconds: item.spentSeconds,
		concludedAt: item.concludedAt?.toISOString() ?? null,
		revision: item.revision,
		mayRun: context.runs,
		me: personRef(viewer),
		dossierReference: await store.cases.dossierReference(family.case.id, viewer.organisation.id)
	};
}
