import type { StoreUnderTest } from './implementations.ts';

/** A moment of the fixture: minutes after half past nine on 24 November 2026 in the Netherlands. */
export const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 8, 30 + minutes));

/** Two organisations, three people, a table with one meeting, one case on its agenda. */
export const ID = {
	cjg: 'organisation-cjg',
	police: 'organisation-police',
	hilde: 'person-hilde',
	yusuf: 'person-yusuf',
	wim: 'person-wim',
	table: 'table-intake',
	meeting: 'meeting-intake',
	case: 'case-mila',
	mila: 'child-mila',
	joyce: 'adult-joyce',
	item: 'item-mila'
} as const;

export async function settle(store: StoreUnderTest): Promise<StoreUnderTest> {
	await store.write(async ({ people, tables, cases, agenda }) => {
		await people.addOrganisation({ id: ID.cjg, name: 'CJG', kind: 'cjg', underMeldcode: true });
		await people.addOrganisation({
			id: ID.police,
			name: 'Politie',
			kind: 'police',
			underMeldcode: false
		});
		for (const [id, name, organisationId] of [
			[ID.hilde, 'Hilde Kremer', ID.cjg],
			[ID.yusuf, 'Yusuf Aydin', ID.cjg],
			[ID.wim, 'Wim Tuinstra', ID.police]
		] as const)
			await people.add({
				id,
				name,
				organisationId,
				function: 'professional',
				email: `${id}@noorderveld.example`,
				createdAt: at(0)
			});
		await tables.add({
			id: ID.table,
			name: 'Aanmeldoverleg',
			format: 'cjg-intake',
			minutes: 90,
			minutesPerCase: 12,
			requiredSeats: [{ kind: 'cjg', label: 'seat_intake' }]
		});
		await tables.giveSeat({ tableId: ID.table, personId: ID.hilde, role: 'chair' });
		await tables.addMeeting({ id: ID.meeting, tableId: ID.table, startsAt: at(0), minutes: 90 });
		await cases.add({ id: ID.case, tableId: ID.table, code: '26-8452', openedAt: at(0) });
		await cases.addChild({
			id: ID.mila,
			caseId: ID.case,
			firstName: 'Mila',
			birthMonth: '2022-08',
			position: 0
		});
		await cases.addCaregiver({
			id: ID.joyce,
			caseId: ID.case,
			firstName: 'Joyce',
			relation: 'moeder',
			position: 0
		});
		await agenda.add(caseItem(ID.item, 10));
	});
	return store;
}

export function caseItem(id: string, position: number) {
	return {
		id,
		meetingId: ID.meeting,
		kind: 'case' as const,
		caseId: ID.case,
		reason: 'Kan deze casus dicht?',
		news: 'Niemand zag Mila de afgelopen zeven weken.',
		presenterId: ID.hilde,
		minutes: 12,
		position
	};
}

export function invitation(personId: string, itemId: string = ID.item, minutes = 0) {
	return {
		itemId,
		personId,
		organisationId: personId === ID.wim ? ID.police : ID.cjg,
		invitedBy: ID.hilde,
		invitedAt: at(minutes)
	};
}

export const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
