import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { feedAddress } from '#lib/server/calendar/feed-address.ts';
import { sha256 } from '#lib/server/transact.ts';
import { deliveryWorld, type DeliveryWorld } from '../delivery/world.ts';
import { stored } from '../support/test-app.ts';

type Handler = (event: unknown) => unknown;
const [feed] = Object.values(
	import.meta.glob<{ GET: Handler }>('/src/routes/agenda-feed/**/+server.ts', { eager: true })
);

/** The page of calendars on a real port. */
async function serveFeeds(at: DeliveryWorld): Promise<URL> {
	const locals = { app: at.app, address: '192.0.2.1' };
	const server = createServer((request, response) => {
		const [, , secret, file] = (request.url ?? '').split('/');
		void (async () => {
			const answer = await feed?.GET({ params: { secret, file }, locals });
			if (!(answer instanceof Response)) throw new Error('no answer');
			response.writeHead(answer.status, Object.fromEntries(answer.headers));
			response.end(await answer.text());
		})().catch(() => response.writeHead(404).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** vdirsyncer, a program that is not ours, subscribed to a calendar by its address. */
async function subscribe(address: URL) {
	const home = mkdtempSync(join(tmpdir(), 'casustafel-subscriber-'));
	onTestFinished(() => rmSync(home, { recursive: true, force: true }));
	const events = join(home, 'events');
	mkdirSync(events);
	writeFileSync(
		join(home, 'config'),
		`[general]
status_path = "${join(home, 'status')}"
[pair agenda]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "${events}"
fileext = ".ics"
[storage there]
type = "http"
url = "${address.href}"
`
	);
	const env = { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' };
	const vdirsyncer = (command: string) =>
		promisify(execFile)('vdirsyncer', ['--config', join(home, 'config'), command], { env });
	await vdirsyncer('discover');
	return {
		sync: () => vdirsyncer('sync'),
		/** Days of the events, by what their link opens. */
		days: () =>
			Object.fromEntries(
				readdirSync(events).map((name) => {
					const ics = readFileSync(join(events, name), 'utf8');
					return [
						/^URL.*\/acties\/([\w-]+)/m.exec(ics)?.[1] ?? name,
						/^DTSTART;VALUE=DATE:(\d{8})/m.exec(ics)?.[1] ?? ics
					];
				})
			)
	};
}

test('KO25 another program that subscribes has each open action on its last day, follows changes, and is out after a new address', async () => {
	const at = await deliveryWorld();
	const { ggd: organisationId } = at.world.organisation;
	const first = await at.propose('Bellen met school');
	const second = await at.propose('Bellen met de huisarts');
	const due = async (id: string) => (await stored(at.app).actions.find(id))?.due ?? '';
	const secret = at.app.ids.secret();
	const create = (tokenHash: string) =>
		at.world.do('petra', 'organisation-feed.create', { organisationId, tokenHash });
	await create(sha256(secret));

	const subscriber = await subscribe(feedAddress(secret, 'organisation', await serveFeeds(at)));
	await subscriber.sync();
	const day = (await due(first)).replaceAll('-', '');
	expect(subscriber.days()).toEqual({ [first]: day, [second]: day });

	await at.world.do('tirza', 'action.decline', { actionId: first, reason: 'Nu niet' });
	await subscriber.sync();
	expect(subscriber.days()).toEqual({ [second]: day });

	await create(sha256(at.app.ids.secret()));
	await expect(subscriber.sync()).rejects.toThrow('Not Found');
}, 120_000);
