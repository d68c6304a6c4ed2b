import type { InvolvementView } from '#lib/protocol/views/family.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import type { ItemView } from '#lib/protocol/views.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { loadItemView } from '#lib/server/views/item/load-item-view.ts';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { run, stored } from '../support/test-app.ts';

export type Who = Parameters<AtDeWitBakker['viewOf']>[0];

export interface AtFamily extends AtDeWitBakker {
	/** The case again, a week later, with Hilde and Yusuf; Roos and Wim take no part there. */
	later: string;
	at(person: Who, itemId: string, name: string, input: object): ReturnType<typeof run>;
	familyOf(person: Who, itemId?: string): Promise<ItemView['family']>;
	/** The one involvement with this party that the person sees. */
	party(person: Who, party: string, itemId?: string): Promise<InvolvementView>;
	timelineOf(person: Who): Promise<{ kind: string; on: string; detail: object }[]>;
	/** What waits for the person on Vandaag of this area. */
	dutiesOf(person: Who): Promise<Duty[]>;
	/** Everything the person is sent of the case. */
	payloadOf(person: Who, itemId?: string): Promise<string>;
}

export async function atFamily(): Promise<AtFamily> {
	const here = await atDeWitBakker();
	const { app, world } = here;
	const { meetingId } = await world.do<{ meetingId: string }>('hilde', 'meeting.plan', {
		tableId: world.table.cjg,
		startsAt: '2026-12-01T08:00:00.000Z',
		minutes: 90
	});
	const { itemId: later } = await world.do<{ itemId: string }>('hilde', 'item.add-case', {
		...{ meetingId, caseId: world.case.deWitBakker },
		...{ reason: 'Hoe gaat het nu?', news: 'De oppas is geregeld.', minutes: 10 },
		participants: [world.people.yusuf.id]
	});
	const viewOf = async (person: Who, itemId = here.itemId) => {
		const store = stored(app);
		const view = await loadItemView(store, world.actor(person), itemId, app.clock.now());
		if (!view) throw new Error(`${person} does not see the item`);
		return view.parts as ItemView;
	};
	const courseOf = async (person: Who) =>
		(await caseView(stored(app), world.actor(person), world.case.deWitBakker, app.clock.now()))
			?.value;
	const familyOf = async (person: Who, itemId?: string) => (await viewOf(person, itemId)).family;
	return {
		...here,
		later,
		at: (person, itemId, name, input) => run(app, world.actor(person), name, { itemId, ...input }),
		familyOf,
		async party(person, party, itemId) {
			const { involvements } = await familyOf(person, itemId);
			const found = involvements.find((one) => one.party === party);
			if (!found) throw new Error(`${person} sees no ${party}`);
			return found;
		},
		timelineOf: async (person) =>
			((await courseOf(person))?.timeline ?? []).filter(({ area }) => area === 'family'),
		dutiesOf: async (person) =>
			(await duties(stored(app), world.actor(person), '2026-11-24')).value.filter(
				({ area }) => area === 'family'
			),
		payloadOf: async (person, itemId) =>
			JSON.stringify([await viewOf(person, itemId), await courseOf(person)])
	};
}

/** What a change or an answer says: which record, and the version that was seen. */
export const seen = ({ id, version }: { id: string; version: string }) => ({
	involvementId: id,
	expected: version
});
