import { PROTOCOL_VERSION } from '#lib/protocol/live.ts';
import fc from 'fast-check';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { cookieOf, openTab, serveLive } from '../support/live.ts';
import { noorderveld } from '../support/people.ts';
import { stored, testApp } from '../support/test-app.ts';

const EVENTS = [
	'view:open',
	'view:close',
	'command',
	'here',
	'answer:history',
	'document:open',
	'document:update',
	'document:cursor',
	'document:leave'
];

test('BI1 any payload on any event gets an answer with a code, and changes nothing', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	const { open } = await serveLive(app);
	const before = (await stored(app).agenda.find(world.item.deWitBakker))?.revision;
	let tab = await open(world.people.wim.id);
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...EVENTS),
			fc.oneof(fc.jsonValue(), fc.uint8Array(), fc.constant(undefined)),
			async (event, payload) => {
				// "here" says nothing more, so any object is a good one.
				fc.pre(!(event === 'here' && typeof payload === 'object' && payload !== null));
				if (!tab.socket.connected) tab = await open(world.people.wim.id);
				const answer = await tab.ask(event, payload);
				expect(answer).toMatchObject({ ok: false, error: expect.stringMatching(/^[a-z-]+$/) });
			}
		),
		{
			numRuns: 200,
			examples: [
				['command', null],
				['view:open', { topic: 'item:../x' }]
			]
		}
	);
	expect((await stored(app).agenda.find(world.item.deWitBakker))?.revision).toBe(before);
	expect((await open(world.people.hilde.id)).socket.connected).toBe(true);
});

test('BI2 a connection without a session, or with another page as its origin, is refused', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	const { url } = await serveLive(app);
	await expect(openTab(url, app, 'casustafel_session=nothing')).rejects.toThrow('signed-out');

	const cookie = await cookieOf(app, world.people.wim.id);
	const strange: Record<string, string>[] = [
		{ cookie, origin: 'https://elders.example' },
		{ cookie }
	];
	for (const headers of strange) {
		const socket = io(url, {
			transports: ['websocket'],
			forceNew: true,
			reconnection: false,
			auth: { protocol: PROTOCOL_VERSION },
			extraHeaders: headers
		});
		const refused = await new Promise<boolean>((resolve) => {
			socket.once('connect', () => resolve(false));
			socket.once('connect_error', () => resolve(true));
		});
		socket.close();
		expect(refused, JSON.stringify(headers)).toBe(true);
	}
});

test('BI3 a flood of commands is slowed down, and the neighbour is not', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	const { open } = await serveLive(app);
	const [wim, hilde] = [await open(world.people.wim.id), await open(world.people.hilde.id)];
	const answers = await Promise.all(
		Array.from({ length: 120 }, () =>
			wim.ask('view:open', { topic: 'item:aaaaaaaaaaaaaaaaaaaaaa' })
		)
	);
	expect(answers).toContainEqual({ ok: false, error: 'too-fast' });
	const topic = `meeting:${world.meeting.cjg}`;
	expect(await hilde.ask('view:open', { topic })).toMatchObject({ ok: true });
});

test('RM1 another version of the protocol is refused before anything is told', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	const { url } = await serveLive(app);
	const socket = io(url, {
		transports: ['websocket'],
		forceNew: true,
		reconnection: false,
		auth: { protocol: PROTOCOL_VERSION + 1 },
		extraHeaders: {
			cookie: await cookieOf(app, world.people.wim.id),
			origin: app.settings.publicUrl.origin
		}
	});
	const refusal = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
	socket.close();
	expect(refusal.message).toBe('protocol-outdated');
});
