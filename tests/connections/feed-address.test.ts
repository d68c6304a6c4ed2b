import { afterEach, expect, test } from 'vitest';
import type { Actor } from '#lib/server/work.ts';
import { deliveryWorld, type DeliveryWorld } from '../delivery/world.ts';

type Handler = (event: unknown) => unknown;
interface RouteModule {
	actions?: Record<string, Handler>;
	GET?: Handler;
}
const pages = import.meta.glob<RouteModule>('/src/routes/*app*/**/+page.server.ts', {
	eager: true
});
const feeds = import.meta.glob<RouteModule>('/src/routes/agenda-feed/**/+server.ts', {
	eager: true
});
const PLACE = Symbol.for('casustafel.app');
afterEach(() => void Reflect.deleteProperty(globalThis, PLACE));

/** What a page answers to a form that someone sends. */
async function press(
	at: DeliveryWorld,
	actor: Actor,
	page: string,
	action: string,
	fields: Record<string, string> = {}
): Promise<unknown> {
	Reflect.set(globalThis, PLACE, at.app);
	const request = new Request(at.app.settings.publicUrl, {
		method: 'POST',
		body: new URLSearchParams(fields)
	});
	const locals = { app: at.app, actor };
	return pages[`/src/routes/(app)/${page}/+page.server.ts`]?.actions?.[action]?.({
		request,
		locals
	});
}

/** What a calendar gets that asks for the segments after `/agenda-feed/`. */
async function ask(at: DeliveryWorld, secret: string, file?: string): Promise<string> {
	const [feed] = Object.values(feeds);
	const locals = { app: at.app, address: '192.0.2.1' };
	const answer = await feed?.GET?.({ params: { secret, file }, locals });
	return answer instanceof Response ? answer.text() : '';
}

const parts = (address: string) => new URL(address).pathname.split('/').slice(2);

test('KO24 calendars are named after the end of the address: it is a name that may be seen, not the secret', async () => {
	const at = await deliveryWorld();
	const action = await at.propose('Bellen met school', {
		ownerPersonId: at.world.people.tirza.id
	});
	const tirza = { ...at.world.actor('tirza'), administers: 'organisation' as const };

	const own = (await press(at, tirza, 'acties', 'create-feed')) as { feed: string };
	const [secret = '', name] = parts(own.feed);
	expect(name).toBe('Casustafel.ics');
	expect(await ask(at, secret, name)).toContain(action);

	const organisations = (await press(at, tirza, 'beheer/koppelingen', 'createFeed', {
		organisationId: at.world.organisation.ggd
	})) as { feed: { address: string } };
	const [theirs = '', theirName] = parts(organisations.feed.address);
	expect(theirName).toBe('Casustafel-organisatie.ics');
	expect(await ask(at, theirs, theirName)).toContain(action);

	// As addresses were before they had a name.
	expect(await ask(at, `${secret}.ics`)).toContain(action);
});
