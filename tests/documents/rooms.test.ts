import { DOCUMENT_LIMITS } from '#lib/protocol/documents.ts';
import { answerDocumentEvent } from '#lib/server/realtime/documents/events.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ITEM, ROOTS, Tab } from './people.ts';
import { Server } from './rooms-fixture.ts';

let server: Server;
beforeEach(async () => (server = await Server.start()));
afterEach(() => server.files.remove());

const letters = (text: string) => [...text].sort().join('');

test('TR1 two who open a cold item at once: both texts are there for a third, 20 times', async () => {
	for (let round = 0; round < 20; round++) {
		await server.restart();
		const [hilde, roos] = [server.tab('hilde'), server.tab('roos')];
		await Promise.all([hilde.open(), roos.open()]);
		await Promise.all([hilde.type('H', 0).save(), roos.type('R', 0).save()]);
		const wim = await server.opened('wim');
		expect(letters(wim.text())).toBe('H'.repeat(round + 1) + 'R'.repeat(round + 1));
		expect(hilde.text()).toBe(wim.text());
		expect(roos.text()).toBe(wim.text());
	}
});

test('TR2 two tabs of one person typing at once: both texts are there', async () => {
	const [one, two] = await Promise.all([server.opened('roos'), server.opened('roos')]);
	expect(one.doc.clientID).not.toBe(two.doc.clientID);
	await Promise.all([one.type('een ').save(), two.type('twee ').save()]);
	expect(one.text()).toBe(two.text());
	expect(letters(one.text())).toBe(letters('een twee '));
});

test('TR3 nobody sees an update, and nobody hears it is saved, before it is on disk', async () => {
	const [hilde, roos] = await Promise.all([server.opened('hilde'), server.opened('roos')]);
	const disk = Promise.withResolvers<void>();
	const reached = Promise.withResolvers<void>();
	server.disk = () => (reached.resolve(), disk.promise);
	const saved = hilde.type('wacht').save();
	await reached.promise;
	const late = server.tab('wim');
	const opening = late.open();
	expect(roos.text()).toBe('');
	expect(await Promise.race([saved, Promise.resolve('still waiting')])).toBe('still waiting');
	disk.resolve();
	expect(await saved).toEqual({ ok: true });
	expect(roos.text()).toBe('wacht');
	await opening;
	expect(late.text()).toBe('wacht');
});

test('TR4 every acknowledged edit is there for new rooms over the same file', async () => {
	const roos = await server.opened('roos');
	for (let i = 0; i < 40; i++) expect(await roos.type(`${i} `).save()).toEqual({ ok: true });
	await server.restart();
	expect((await server.opened('wim')).text()).toBe(roos.text());
});

test('TR5 a tab resumes after a restart, with what was typed while the server was down', async () => {
	const [roos, wim] = await Promise.all([server.opened('roos'), server.opened('wim')]);
	await roos.type('voor ').save();
	await server.restart();
	roos.type('tijdens');
	const resumed = await roos.resumeOn(server.rooms);
	expect(resumed.doc.clientID).toBe(roos.doc.clientID);
	expect(await resumed.save()).toEqual({ ok: true });
	const back = await wim.resumeOn(server.rooms);
	expect(back.text()).toBe('voor tijdens');
});

test('TR6 a replica id is resumed by its own person with the right secret only', async () => {
	const roos = await server.opened('roos');
	const claim = { clientId: roos.doc.clientID, secret: roos.secret };
	for (const [person, resume] of [
		['wim', claim],
		['roos', { ...claim, secret: 'a'.repeat(32) }]
	] as const) {
		const other = server.tab(person);
		await other.open({ epoch: 1, resume });
		expect(other.doc.clientID).not.toBe(claim.clientId);
	}
});

test('TR7 a refused update resets its sender alone and the others go on', async () => {
	const [roos, wim] = await Promise.all([server.opened('roos'), server.opened('wim')]);
	await wim.type('goed').save();
	const forged = new Y.Doc();
	forged.clientID = wim.doc.clientID;
	forged.getText('common').insert(0, 'vals');
	expect(await roos.update(Y.encodeStateAsUpdate(forged))).toEqual({
		ok: false,
		error: 'rejected'
	});
	const reset = roos.heard.at(-1);
	expect(reset?.event).toBe('document:reset');
	if (reset?.event === 'document:reset') {
		expect(reset.payload.clientId).not.toBe(roos.doc.clientID);
		roos.doc = new Y.Doc();
		Y.applyUpdate(roos.doc, reset.payload.state);
		roos.doc.clientID = reset.payload.clientId;
	}
	expect(roos.text()).toBe('goed');
	roos.type('!');
	expect(await roos.update(Y.encodeStateAsUpdate(roos.doc))).toMatchObject({ ok: false });
	expect(await wim.type(' zo').save()).toEqual({ ok: true });
	expect(wim.heard.some((message) => message.event === 'document:reset')).toBe(false);
});

const wrongOrders: [string, (client: number, other: number) => Struct[]][] = [
	['known letters', (_, other) => [[other, 4, other, 1, 'x']]],
	[
		'a letter of the same update',
		(client, other) => [
			[other, 1, other, 2, 'x'],
			[client, 0, other, 0, 'y']
		]
	]
];

test.each(wrongOrders)(
	'TG15 text between two letters in the wrong order is refused: %s',
	async (_, structsOf) => {
		const [roos, wim] = await Promise.all([server.opened('roos'), server.opened('wim')]);
		await wim.type('Daan is thuis').save();
		const structs = structsOf(roos.doc.clientID, wim.doc.clientID);
		const saving = wim.type('!').save();
		const refused = await roos.update(between(roos.doc.clientID, structs));
		expect(refused).toEqual({ ok: false, error: 'rejected' });
		expect(roos.heard.at(-1)?.event).toBe('document:reset');
		expect(await saving).toEqual({ ok: false, error: 'not-stored' });
		expect(await wim.save()).toEqual({ ok: true });
		expect((await server.opened('hilde')).text()).toBe('Daan is thuis!');
	}
);

test('TR8 three refused updates within a minute expel the sender, also over new sockets', async () => {
	for (let i = 0; i < 3; i++) {
		const wim = await server.opened('wim');
		await wim.update(new Uint8Array([9]));
		server.pass(10);
	}
	expect(server.expelled.map((peer) => peer.personId)).toEqual(['wim']);
	server.pass(61);
	await (await server.opened('wim')).update(new Uint8Array([9]));
	expect(server.expelled).toHaveLength(1);
	expect(JSON.stringify(server.logged)).not.toContain('common');
});

test('TR9 a failed commit acknowledges nothing; sent again it is stored', async () => {
	const [roos, wim] = await Promise.all([server.opened('roos'), server.opened('wim')]);
	await roos.type('bewaard ').save();
	server.disk = () => {
		throw new Error('disk is full');
	};
	roos.type('en dit');
	wim.type('wim ', 0);
	const refused = { ok: false, error: 'storage-read-only' };
	expect(await Promise.all([roos.save(), wim.save()])).toEqual([refused, refused]);
	expect(wim.text()).toBe('wim bewaard ');
	server.disk = () => undefined;
	expect(await roos.save()).toEqual({ ok: true });
	expect(await wim.save()).toEqual({ ok: true });
	expect(wim.text()).toBe('wim bewaard en dit');
	expect((await server.opened('hilde')).text()).toBe(wim.text());
});

test('TR10 after 200 rows the journal is a snapshot, without deleted text', async () => {
	const roos = await server.opened('roos');
	await roos.type('geheim').save();
	await roos.erase(0, 6).save();
	for (let i = 0; i < 198; i++) {
		server.pass(1);
		expect(await roos.type('x').save()).toEqual({ ok: true });
	}
	const stored = await server.store.load(ITEM);
	expect(stored.updates).toHaveLength(0);
	expect(Buffer.from(stored.snapshot ?? []).includes('geheim')).toBe(false);
	await server.restart();
	expect((await server.opened('wim')).text()).toBe('x'.repeat(198));
});

test('TR11 when the last one leaves a snapshot remains and the next sees it all', async () => {
	const roos = await server.opened('roos');
	const saving = roos.type('klaar').save();
	roos.leave();
	await saving;
	const wim = await server.opened('wim');
	expect(wim.text()).toBe('klaar');
	expect((await server.store.load(ITEM)).updates).toHaveLength(0);
});

test('TR12 leaving, coming and typing in every interleaving loses nothing', async () => {
	let expected = 0;
	for (let round = 0; round < 30; round++) {
		const roos = await server.opened('roos');
		const saving = roos.type('a').save();
		roos.leave();
		const wim = server.tab('wim');
		const opening = wim.open();
		await Promise.all(round % 2 ? [saving, opening] : [saving]);
		await opening;
		const more = wim.type('b').save();
		server.rooms.drop(wim);
		expect(await Promise.all([saving, more])).toEqual([{ ok: true }, { ok: true }]);
		expected += 2;
		expect((await server.opened('hilde')).text()).toHaveLength(expected);
	}
});

test('TR13 a client of an older epoch gets everything anew, under a new id', async () => {
	const roos = await server.opened('roos');
	await roos.type('tekst').save();
	const resume = { clientId: roos.doc.clientID, secret: roos.secret };
	const wim = server.tab('roos');
	const stateVector = Y.encodeStateVector(roos.doc);
	const reply = await wim.open({ epoch: 7, stateVector, resume });
	expect(reply.clientId).not.toBe(resume.clientId);
	expect(wim.text()).toBe('tekst');
	const outdated = { documentId: ITEM, epoch: 7, update: wim.type('x').unsent() };
	expect(await server.rooms.update(wim, outdated)).toEqual({ ok: false, error: 'epoch-outdated' });
});

test('TR14 one corrupt document is set apart, the others work', async () => {
	await server.store.append([
		{ kind: 'update', documentId: 'corrupt-item', seq: 1, bytes: new Uint8Array([1, 2, 3]) }
	]);
	const open = (documentId: string) => server.rooms.open(server.tab('roos'), { documentId }, ROOTS);
	expect(await open('corrupt-item')).toEqual({ ok: false, error: 'document-corrupt' });
	expect(await open('corrupt-item')).toEqual({ ok: false, error: 'document-corrupt' });
	expect(await open(ITEM)).toMatchObject({ ok: true });
	expect(await server.rooms.texts('corrupt-item')).toBe(null);
});

test('TR15 who is evicted hears and says nothing more, also when still opening', async () => {
	const [wim, roos] = await Promise.all([server.opened('wim'), server.opened('roos')]);
	const second = server.tab('wim');
	const opening = server.rooms.open(second, { documentId: ITEM }, ROOTS);
	expect([...server.rooms.peopleIn(ITEM)].sort()).toEqual(['roos', 'wim']);
	server.rooms.evict('wim', ITEM);
	expect([...server.rooms.peopleIn(ITEM)]).toEqual(['roos']);
	expect(wim.heard.at(-1)?.event).toBe('document:gone');
	expect(await opening).toEqual({ ok: false, error: 'not-found' });
	const heard = wim.heard.length;
	await roos.type('na het vertrek').save();
	expect(wim.heard).toHaveLength(heard);
	expect(second.heard.map((message) => message.event)).toEqual(['document:gone']);
	expect(await wim.type('x').save()).toEqual({ ok: false, error: 'not-open' });
});

test('TR15 who is evicted while the opening is on its way to disk does not come in', async () => {
	const roos = await server.opened('roos');
	const disk = Promise.withResolvers<void>();
	const reached = Promise.withResolvers<void>();
	server.disk = () => (reached.resolve(), disk.promise);
	const wim = server.tab('wim');
	const opening = server.rooms.open(wim, { documentId: ITEM }, ROOTS);
	await reached.promise;
	server.rooms.evict('wim', ITEM);
	disk.resolve();
	expect(await opening).toEqual({ ok: false, error: 'not-found' });
	await roos.type('na het vertrek').save();
	expect(wim.heard.map((message) => message.event)).toEqual(['document:gone']);
});

test('TR16 a caret carries the server’s name for the person and goes when they leave', async () => {
	const [roos, wim] = await Promise.all([server.opened('roos'), server.opened('wim')]);
	const at = Y.encodeRelativePosition(
		Y.createRelativePositionFromTypeIndex(roos.doc.getText('common'), 0)
	);
	server.rooms.cursor(roos, { documentId: ITEM, root: 'common', anchor: at, head: at });
	const who = { documentId: ITEM, personId: 'roos', tab: roos.doc.clientID };
	const caret = { ...who, root: 'common', anchor: at, head: at };
	expect(wim.heard.at(-1)).toEqual({ event: 'document:cursor', payload: caret });
	expect((await server.opened('hilde')).heard.at(-1)?.payload).toEqual(caret);
	const heard = wim.heard.length;
	const anchor = new Uint8Array([3]);
	server.rooms.cursor(roos, { documentId: ITEM, root: 'common', anchor, head: at });
	server.rooms.cursor(roos, { documentId: ITEM, root: 'agenda', anchor: at, head: at });
	expect(wim.heard).toHaveLength(heard);
	server.rooms.drop(roos);
	expect(wim.heard.at(-1)?.payload).toEqual({ ...who, root: null, anchor: null, head: null });
});

test('TR17 too much too fast is not stored, and is when it comes again later', async () => {
	const roos = await server.opened('roos');
	const results = [];
	for (let i = 0; i < 4; i++) results.push(await roos.type('a'.repeat(40_000)).save());
	expect(results.map((result) => result.ok)).toEqual([true, true, true, false]);
	expect(results[3]).toEqual({ ok: false, error: 'too-fast' });
	server.pass(2);
	expect(await roos.save()).toEqual({ ok: true });
	expect(await roos.type('!').save()).toEqual({ ok: true });
});

test('TR18 a full document takes deletions but no more text', async () => {
	const roos = await server.opened('roos');
	for (let i = 0; i < 20; i++) {
		server.pass(60);
		const reply = await roos.type('a'.repeat(60_000)).save();
		if (!reply.ok) {
			expect(reply.error).toBe('document-full');
			expect(i).toBe(Math.floor(DOCUMENT_LIMITS.document / 60_000));
			expect(roos.heard.at(-1)?.event).toBe('document:reset');
			break;
		}
	}
	server.pass(60);
	const wim = await server.opened('wim');
	expect(await wim.erase(0, 200_000).save()).toEqual({ ok: true });
	server.pass(60);
	expect(await wim.type('a'.repeat(60_000)).save()).toEqual({ ok: true });
});

test('TR19 any payload of any shape is invalid input, never a throw', async () => {
	const authorise = async () => ({ roots: ROOTS, writable: true });
	const peer = server.tab('roos');
	const bytes = new Uint8Array(4);
	const payloads: unknown[] = [null, undefined, 1, '', [], {}, bytes, () => 1, Symbol('x')];
	for (const documentId of [null, {}, 'x', 'a'.repeat(99), '../../etc/passwd'])
		payloads.push({ documentId, epoch: 1, update: bytes, root: null });
	payloads.push({ documentId: ITEM, epoch: '1', update: 'x', root: 1, stateVector: 1 });
	payloads.push({ documentId: ITEM, epoch: -1, update: [], root: {}, resume: { clientId: 0 } });
	for (const event of ['document:open', 'document:update', 'document:cursor'] as const)
		for (const payload of payloads)
			expect(await answerDocumentEvent(server.rooms, authorise, peer, event, payload)).toEqual({
				ok: false,
				error: 'invalid-input'
			});
	const hostile = { documentId: ITEM, epoch: 1, stateVector: new Uint8Array([255, 255, 3]) };
	const reply = await answerDocumentEvent(server.rooms, authorise, peer, 'document:open', hostile);
	expect(reply).toEqual({ ok: false, error: 'invalid-input' });
});

test('TR20 an item that is absent and one that is not yours answer alike', async () => {
	const wim = await server.opened('wim');
	const payload = { documentId: ITEM, epoch: 1, update: wim.type('x').unsent() };
	const none = async () => null;
	for (const event of ['document:open', 'document:update'] as const)
		expect(await answerDocumentEvent(server.rooms, none, wim, event, payload)).toEqual({
			ok: false,
			error: 'not-found'
		});
	expect(await wim.save()).toEqual({ ok: false, error: 'not-open' });
});

test('TR20 a closed item can be opened and not written', async () => {
	const wim = await server.opened('wim');
	const closed = async () => ({ roots: ROOTS, writable: false });
	const answer = (event: 'document:open' | 'document:update', payload: object) =>
		answerDocumentEvent(server.rooms, closed, wim, event, { documentId: ITEM, ...payload });
	const update = wim.type('x').unsent();
	expect(await answer('document:update', { epoch: 1, update })).toEqual({
		ok: false,
		error: 'not-writable'
	});
	expect(await answer('document:open', {})).toMatchObject({ ok: true });
});

test('TR21 a reconnected tab takes its place over from its dead socket', async () => {
	const dead = await server.opened('roos');
	const back = await dead.resumeOn(server.rooms);
	expect(await back.type('hier').save()).toEqual({ ok: true });
	expect(
		await server.rooms.update(dead, { documentId: ITEM, epoch: 1, update: back.unsent() })
	).toEqual({ ok: false, error: 'not-open' });
});

test('TR21 a socket that closes while its right is being looked up does not come in', async () => {
	const wim = server.tab('wim');
	const right = Promise.withResolvers<{ roots: string[]; writable: boolean }>();
	const asked = () => right.promise;
	const payload = { documentId: ITEM };
	const opening = answerDocumentEvent(server.rooms, asked, wim, 'document:open', payload);
	server.rooms.drop(wim);
	right.resolve({ roots: ROOTS, writable: true });
	expect(await opening).toEqual({ ok: false, error: 'not-open' });
	expect(server.rooms.peopleIn(ITEM).size).toBe(0);
});

test('TR22 closing stores what was taken and takes no more', async () => {
	const roos = await server.opened('roos');
	const saving = roos.type('laatste').save();
	await server.rooms.close();
	expect(await saving).toEqual({ ok: true });
	expect(await roos.type('te laat').save()).toEqual({ ok: false, error: 'closing' });
	expect((await server.rooms.texts(ITEM))?.common).toBe('laatste');
});

test('TR23 what arrives in one turn is one transaction, also over two documents', async () => {
	const tabs = await Promise.all(['a', 'b', 'c'].map((person) => server.opened(person)));
	const wide = new Tab(server.rooms, 'd');
	await server.rooms.open(wide, { documentId: 'another-item' }, ROOTS);
	let transactions = 0;
	server.disk = () => void transactions++;
	await Promise.all(tabs.map((tab) => tab.type('x').save()));
	expect(transactions).toBe(1);
	expect((await server.store.load(ITEM)).updates).toHaveLength(1);
});

type Struct = readonly [before: number, clock: number, after: number, clock: number, text: string];

/** An update with one letter per struct, each between two letters, written by hand. */
function between(client: number, structs: readonly Struct[]): Uint8Array {
	const bytes = [1, structs.length, ...varUint(client), 0];
	for (const [before, clockBefore, after, clockAfter, text] of structs)
		bytes.push(
			...[4 | 128 | 64, ...varUint(before), clockBefore, ...varUint(after), clockAfter],
			...[1, text.charCodeAt(0)]
		);
	return new Uint8Array([...bytes, 0]);
}

function varUint(number: number): number[] {
	const bytes = [];
	for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
	return [...bytes, number];
}
