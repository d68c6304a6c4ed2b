import { type App, openApp } from '#lib/server/app.ts';
import { sessionCookieName, startSession } from '#lib/server/auth/sessions.ts';
import { readSettings } from '#lib/server/settings.ts';
import { documentStore } from '#lib/server/store/documents.ts';
import { type Repositories, repositories } from '#lib/server/store/repositories.ts';
import type { FillStore, PreparedRoom } from './rooms.ts';

/** A meeting under way with one case item per room, its people and an open session for each. */
export const fillCasustafel: FillStore = async (folder, rooms, text) => {
	const app = openApp(readSettings({ DATA_DIR: folder, LOG_LEVEL: 'error' }));
	await app.database.write(async (queries) => {
		const store = repositories(queries);
		await addTable(store, app);
		for (const room of rooms) await addItem(store, app, room);
	});
	for (const { documentId, cookies } of rooms)
		for (const place of cookies.keys()) {
			const { value } = await startSession(app, person(documentId, place), { complete: true });
			cookies[place] = `${sessionCookieName(app.settings)}=${value}`;
		}
	if (text) {
		const { snapshot, tail } = text;
		for (const { documentId } of rooms)
			await documentStore(app.database).append([
				{ kind: 'snapshot', documentId, bytes: snapshot },
				...tail.map((bytes, row) => ({ kind: 'update' as const, documentId, seq: row + 1, bytes }))
			]);
	}
	await app.close();
};

const ORGANISATION = 'organisation';
const TABLE = 'table';
const MEETING = 'meeting';
const person = (documentId: string, place: number) => `${documentId}-${place}`;

async function addTable({ people, tables }: Repositories, app: App): Promise<void> {
	const underMeldcode = true;
	await people.addOrganisation({ id: ORGANISATION, name: 'CJG', kind: 'cjg', underMeldcode });
	await tables.add({
		id: TABLE,
		name: 'Casustafel',
		format: 'cjg-intake',
		minutes: 90,
		minutesPerCase: 12,
		requiredSeats: []
	});
	const startsAt = app.clock.now();
	await tables.addMeeting({
		id: MEETING,
		tableId: TABLE,
		startsAt,
		minutes: 90,
		status: 'running'
	});
}

async function addItem(store: Repositories, app: App, room: PreparedRoom): Promise<void> {
	const { documentId, cookies } = room;
	const now = app.clock.now();
	const caseId = `case-${documentId}`;
	await store.cases.add({ id: caseId, tableId: TABLE, code: documentId, openedAt: now });
	const child = { id: `child-${documentId}`, caseId, firstName: 'Mila' };
	await store.cases.addChild({ ...child, birthMonth: '2022-08', position: 0 });
	for (const place of cookies.keys()) {
		const id = person(documentId, place);
		await store.people.add({
			id,
			name: id,
			organisationId: ORGANISATION,
			function: 'jeugdverpleegkundige',
			email: `${id}@noorderveld.example`,
			createdAt: now
		});
	}
	await store.agenda.add({
		id: documentId,
		meetingId: MEETING,
		kind: 'case',
		caseId,
		presenterId: person(documentId, 0),
		minutes: 12,
		position: 0,
		status: 'live'
	});
	for (const place of cookies.keys())
		await store.agenda.invite({
			itemId: documentId,
			personId: person(documentId, place),
			organisationId: ORGANISATION,
			invitedBy: person(documentId, 0),
			invitedAt: now
		});
}
