import { dayInTheNetherlands } from '#lib/server/days.ts';
import { read } from '#lib/server/read.ts';
import { socialMap } from '#lib/server/views/social-map.ts';
import { colleagueChoices } from '#lib/server/views/colleagues.ts';
import { error } from '@sveltejs/kit';

/** What the pages of who keeps the map are made from: the own parties, and who can be named in them. */
export async function mapToKeep({ app, actor }: App.Locals) {
	if (actor.administers === 'nothing') error(404);
	const all = actor.administers === 'everything';
	const today = dayInTheNetherlands(app.clock.now());
	const found = await read(app, actor, 'open-social-map', async (store) => ({
		value: {
			parties: (await socialMap(store, actor, today)).filter((one) => one.mayKeep),
			organisations: (await store.people.organisations()).flatMap(({ id, name, archivedAt }) =>
				archivedAt || (!all && id !== actor.organisationId) ? [] : [{ value: id, label: name }]
			),
			people: (await colleagueChoices(store)).map(({ id, label }) => ({ value: id, label }))
		},
		reads: []
	}));
	if (!found) error(404);
	return { ...found, today, all, ownOrganisationId: actor.organisationId };
}
