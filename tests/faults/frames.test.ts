import { createHash, randomBytes } from 'node:crypto';
import type { Result } from '#lib/domain/result.ts';
import { COMMANDS } from '#lib/protocol/commands.ts';
import { expect, test, vi } from 'vitest';
import * as v from 'valibot';
import * as Y from 'yjs';
import { cookieOf, serveLive } from '../support/live.ts';
import { noorderveld } from '../support/people.ts';
import { testApp } from '../support/test-app.ts';
import { amount, figure, ms, quantile } from './support/form.ts';
import { RawTab } from './support/raw-tab.ts';

// Each refusal is logged; it is read when the log is made.
vi.hoisted(() => (process.env.LOG_LEVEL = 'silent'));

const FRAMES = amount({ full: 10_000, short: 250 });
const MINUTES = 60_000;
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000, interval: 5 });

const some = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T;
const upTo = (most: number) => Math.floor(Math.random() * most);

const EVENTS = [
	...['view:open', 'view:close', 'command', 'command', 'here', 'answer:history'],
	...['document:open', 'document:update', 'document:update', 'document:cursor', 'document:leave']
];
/** A command that asks for nothing is sound with anything. */
const NAMES = [
	...Object.entries(COMMANDS).flatMap(([name, input]) => (v.is(input, {}) ? [] : [name])),
	...['__proto__', 'constructor', '']
];

async function meeting() {
	const app = testApp();
	const world = await noorderveld(app);
	await world.goLive('deWitBakker');
	const { url } = await serveLive(app);
	const itemId = world.item.deWitBakker;
	const open = async (person: 'wim' | 'hilde' | 'roos') =>
		RawTab.open(url, await cookieOf(app, world.people[person].id), itemId, {
			origin: app.settings.publicUrl.origin
		});
	/** Everything that is stored of cases, people and meetings, as a number for each table. */
	const state = async () => {
		const hashes: Record<string, string> = {};
		await app.database.write(async (queries) => {
			const tables = queries.all<{ name: string }>(
				`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
			);
			for (const { name } of tables) {
				if (MAY_GROW.includes(name)) continue;
				const rows = JSON.stringify(queries.all(`select * from "${name}"`));
				hashes[name] = createHash('sha256').update(rows).digest('hex');
			}
		});
		return hashes;
	};
	return { app, world, itemId, open, state, url };
}

/** Readings and refusals are logged, and each opening of a text has a replica id of its own. */
const MAY_GROW = ['access_log', 'sessions', 'document_replicas', 'documents', 'document_updates'];

function randomValue(depth = 0): unknown {
	const simple = [
		() => null,
		() => upTo(1e9) - 5e8,
		() => randomBytes(upTo(200)),
		() => randomBytes(upTo(40)).toString('latin1'),
		() => undefined,
		() => Math.random() < 0.5,
		() => Number.NaN,
		() => 'x'.repeat(upTo(5_000))
	];
	if (depth > 3 || Math.random() < 0.6) return some(simple)();
	if (Math.random() < 0.5) return Array.from({ length: upTo(5) }, () => randomValue(depth + 1));
	const keys = [
		'documentId',
		'itemId',
		'topic',
		'id',
		'name',
		'input',
		'update',
		'epoch',
		'__proto__'
	];
	return Object.fromEntries(
		Array.from({ length: upTo(6) }, () => [some(keys), randomValue(depth + 1)])
	);
}

/** The same with one thing of it changed. */
function mutated(value: unknown): unknown {
	if (ArrayBuffer.isView(value))
		return mutatedBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
	if (typeof value === 'object' && value !== null && Math.random() < 0.9) {
		const entries = Object.entries(value);
		const chosen = upTo(entries.length);
		const kept = entries.flatMap(([key, part], place) => {
			if (place !== chosen) return [[key, part]];
			return Math.random() < 0.15 ? [] : [[key, mutated(part)]];
		});
		return Object.fromEntries(kept);
	}
	if (typeof value === 'string' && value.length > 0 && Math.random() < 0.7) {
		const at = upTo(value.length);
		return (
			value.slice(0, at) + some(['', '\u0000', '%', 'A', '🙂', '\ud800']) + value.slice(at + 1)
		);
	}
	return randomValue(2);
}

function mutatedBytes(bytes: Uint8Array): Uint8Array {
	const copy = Uint8Array.from(bytes);
	for (let n = 1 + upTo(3); n > 0; n -= 1) copy[upTo(copy.length)] = upTo(256);
	if (Math.random() < 0.2) return copy.slice(0, upTo(copy.length));
	return Math.random() < 0.1 ? Uint8Array.from([...copy, ...randomBytes(upTo(20))]) : copy;
}

test(
	`FT3 ${FRAMES} random and ${FRAMES} mutated frames: an answer to each, and nothing changes`,
	{ timeout: 30 * MINUTES },
	async () => {
		const { app, world, itemId, open, state } = await meeting();
		const roos = await open('roos');
		await roos.write('Daan is thuis. ');
		let wim = await open('wim');
		await wim.write('Er zijn zorgen. ');
		await until(() => expect(roos.doc.getText('common').length).toBe(31));
		const before = await state();

		let forger = await open('wim');
		/** What an honest tab sends, to be changed: also under the id of another tab. */
		const honest = (event: string): unknown => {
			const at = { documentId: itemId, epoch: wim.epoch };
			switch (event) {
				case 'view:open':
				case 'view:close':
					return { topic: `item:${itemId}` };
				case 'command':
					return {
						id: crypto.randomUUID(),
						name: 'answer.give',
						input: {
							itemId,
							subjectId: world.children.deWitBakker[0],
							questionId: 'G29',
							// Stale on purpose: what stays valid is refused all the same.
							expected: 7,
							value: { kind: 'text', text: 'Zij wil naar huis' }
						}
					};
				case 'answer:history':
					return { itemId, subjectId: world.children.deWitBakker[0], questionId: 'G29' };
				case 'document:update': {
					const author = Math.random() < 0.5 ? wim : forger;
					const copy = new Y.Doc();
					Y.applyUpdate(copy, Y.encodeStateAsUpdate(author.doc));
					copy.clientID = author.doc.clientID;
					const known = Y.encodeStateVector(copy);
					copy.getText('common').insert(upTo(copy.getText('common').length), 'abc');
					if (Math.random() < 0.4) copy.getText('common').delete(0, 3);
					return { ...at, update: Y.encodeStateAsUpdate(copy, known) };
				}
				case 'document:cursor':
					return { documentId: itemId, root: null };
				default:
					return { documentId: itemId };
			}
		};
		const frame = (kind: 'random' | 'mutated') => {
			const event = some(EVENTS);
			if (kind === 'mutated') return { event, payload: mutated(honest(event)) };
			const named = { id: crypto.randomUUID(), name: some(NAMES), input: randomValue() };
			const bytes = { documentId: itemId, epoch: 1, update: randomBytes(upTo(300)) };
			if (Math.random() < 0.5) return { event, payload: randomValue() };
			return Math.random() < 0.5
				? { event: 'command', payload: named }
				: { event: 'document:update', payload: bytes };
		};

		const took: number[] = [];
		const accepted: string[] = [];
		let answered = 0;
		let expelled = 0;
		for (const kind of ['random', 'mutated'] as const)
			for (let n = 0; n < FRAMES; n += 1) {
				app.clock.advance(1_000);
				if (!wim.socket.connected || n % 500 === 499) {
					expelled += wim.socket.connected ? 0 : 1;
					wim.close();
					wim = await open('wim');
				}
				if (!forger.socket.connected) forger = await open('wim');
				const { event, payload } = frame(kind);
				const began = performance.now();
				const reply = await wim
					.ask<Result<unknown>>(event, payload)
					.catch(() => (wim.socket.connected ? 'silence' : 'closed'));
				if (reply === 'silence')
					throw new Error(`no answer to ${event} ${JSON.stringify(payload)}`);
				took.push(performance.now() - began);
				answered += 1;
				if (typeof reply === 'object' && reply.ok && event === 'document:update')
					accepted.push(event);
				if (wim.socket.connected)
					await wim.ask('document:open', { documentId: itemId }).catch(() => null);
				if (n % 100 === 0) await roos.ask('here', {});
			}

		const after = await state();
		const changes = Object.keys(before).filter((name) => before[name] !== after[name]);
		await roos.write('Nog steeds hier. ');
		const stored = await app.hub.rooms.texts(itemId);
		const heard = roos.frames.filter(({ event }) => event === 'document:update').length;
		figure(
			`${FRAMES} random and ${FRAMES} mutated frames`,
			`${answered} answered, 0 crashes, ${changes.length} state changes, ` +
				`${accepted.length} mutations were sound text, ${expelled} times expelled; ` +
				`p50 ${ms(quantile(took, 0.5))}, p99 ${ms(quantile(took, 0.99))}`
		);
		expect(changes).toEqual([]);
		expect(stored?.common).toBe(roos.doc.getText('common').toString());
		// One frame was the text of Wim; every other one is an update that was acknowledged.
		expect(heard).toBe(1 + accepted.length);
	}
);

test('FT4 what no honest client sends is refused, its sender starts anew, the neighbour notices nothing', async () => {
	const { app, open } = await meeting();
	const roos = await open('roos');
	await roos.write('Daan is thuis. ');
	const stranger = new Y.Doc();
	stranger.getText('common').insert(0, 'vals');
	const elsewhere = (edit: (doc: Y.Doc) => void) => (tab: RawTab) => tab.make(edit);
	const bad: Record<string, (tab: RawTab) => Uint8Array> = {
		'forged author': () => Y.encodeStateAsUpdate(stranger),
		gap: (tab) => {
			tab.make((doc) => doc.getText('common').insert(0, 'eerst'));
			return tab.make((doc) => doc.getText('common').insert(0, 'daarna'));
		},
		'deletion of what is not there': (tab) => {
			const doc = new Y.Doc();
			doc.clientID = tab.doc.clientID;
			doc.getText('common').insert(0, 'niet gestuurd');
			const known = Y.encodeStateVector(doc);
			doc.getText('common').delete(0, 4);
			return Y.encodeStateAsUpdate(doc, known);
		},
		'new root': elsewhere((doc) => doc.getText('elders').insert(0, 'x')),
		map: elsewhere((doc) => doc.getMap('common').set('a', 1)),
		list: elsewhere((doc) => doc.getArray('common').push([1])),
		depth: elsewhere((doc) => {
			let inner = new Y.Array<unknown>();
			doc.getArray('common').push([inner]);
			for (let n = 0; n < 500; n += 1) {
				const next = new Y.Array<unknown>();
				inner.push([next]);
				inner = next;
			}
		}),
		embed: elsewhere((doc) => doc.getText('common').insertEmbed(0, { image: 'x' })),
		formatting: elsewhere((doc) => doc.getText('common').insert(0, 'vet', { bold: true })),
		'no update at all': () => randomBytes(40)
	};
	const heard = () => roos.frames.filter(({ event }) => event === 'document:update').length;
	const quiet = heard();
	const results: Record<string, string> = {};
	for (const [name, make] of Object.entries(bad)) {
		app.clock.advance(61_000);
		const wim = await open('wim');
		const reply = await wim.send(make(wim));
		results[name] = reply.ok ? 'TAKEN' : reply.error;
		expect(
			wim.frames.filter(({ event }) => event === 'document:reset'),
			name
		).toHaveLength(1);
		await wim.begin();
		expect(wim.doc.getText('common').toString(), name).toBe('Daan is thuis. ');
		wim.close();
	}
	const refused = Object.values(results).filter((result) => result === 'rejected').length;
	figure(
		'forged author, gap, foreign deletion, new root, depth …',
		`${refused} of ${Object.keys(bad).length} refused, 0 heard by the neighbour`
	);
	expect(results).toEqual(Object.fromEntries(Object.keys(bad).map((name) => [name, 'rejected'])));
	expect(heard()).toBe(quiet);
	expect(await roos.write('En nu? ')).toEqual({ ok: true });
});

test('FT5 bytes that are no message at all cost the sender its connection and nobody else anything', async () => {
	const { open, state } = await meeting();
	const roos = await open('roos');
	const before = await state();
	const packets = [
		'0null',
		'0{"a":1}',
		'1',
		'2',
		'2[]',
		'2["connect"]',
		'4"x"',
		'51-["document:update",{"_placeholder":true,"num":9}]',
		'6',
		'9',
		'',
		'0/elsewhere,',
		'2999999999999999999999["here"]',
		'5999999-["here"]'
	];
	let closed = 0;
	const rounds = amount({ full: 2_000, short: 60 });
	let wim = await open('wim');
	for (let n = 0; n < rounds; n += 1) {
		if (!wim.socket.connected) {
			closed += 1;
			wim = await open('wim');
		}
		const random = [randomBytes(upTo(300)), randomBytes(upTo(60)).toString('latin1')];
		wim.socket.io.engine.write(n < packets.length ? (packets[n] ?? '') : some(random));
		const ended = new Promise((resolve) => wim.socket.once('disconnect', resolve));
		// Answered, or closed, or deaf (a packet may say that one leaves): whichever comes.
		const answer = wim.socket.timeout(500).emitWithAck('here', {});
		await Promise.race([ended, answer.catch(() => wim.close())]);
	}
	expect(await roos.write('Nog steeds hier. ')).toEqual({ ok: true });
	expect(await state()).toEqual(before);
	figure(`${rounds} packets that are no message`, `0 crashes, ${closed} connections closed`);
});
