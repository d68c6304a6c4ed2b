import { OpenDocuments } from '#lib/client/documents/open-documents.svelte.ts';
import type { SharedDocument } from '#lib/client/documents/shared-document.svelte.ts';
import { applyEdit } from '#lib/document/edit.ts';
import { TYPED } from '#lib/client/documents/local-replica.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { ITEM, ROOTS } from './people.ts';
import { Server } from './rooms-fixture.ts';
import { Wire } from './wire.ts';

let server: Server;
beforeEach(async () => (server = await Server.start()));
afterEach(() => server.files.remove());

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 5 });
const read = (document: SharedDocument, root = 'common') => document.text(root).toString();

function type(document: SharedDocument, insert: string, at?: number, root = 'common'): void {
	const text = document.text(root);
	document.rememberForUndo(root);
	applyEdit(text, { at: at ?? text.length, remove: 0, insert }, TYPED);
}

async function opened(person: string): Promise<{ wire: Wire; document: SharedDocument }> {
	const wire = new Wire(server, person).connect();
	const document = wire.open();
	await until(() => expect(document.status).toBe('open'));
	return { wire, document };
}

const saved = (document: SharedDocument) => until(() => expect(document.unsaved).toBe(0));

test('TC1 what one types the other reads, and unsaved falls to nothing once it is stored', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	const disk = Promise.withResolvers<void>();
	server.disk = () => disk.promise;
	type(roos.document, 'Daan is thuis');
	expect(roos.document.unsaved).toBe(1);
	await until(() => expect(roos.wire.asked).toContain('document:update'));
	expect(roos.document.unsaved).toBe(1);
	disk.resolve();
	await saved(roos.document);
	await until(() => expect(read(wim.document)).toBe('Daan is thuis'));
});

test('TC2 what is typed before the document opens goes in after what is there', async () => {
	const wim = await opened('wim');
	type(wim.document, 'er was al iets');
	await saved(wim.document);
	const wire = new Wire(server, 'roos');
	const early = wire.open();
	type(early, 'te vroeg');
	type(early, 'feit', 0, 'facts:cjg');
	wire.connect();
	await until(() => expect(early.status).toBe('open'));
	await saved(early);
	await until(() => expect(read(wim.document)).toBe('er was al iets\nte vroeg'));
	expect(read(wim.document, 'facts:cjg')).toBe('feit');
});

test('TC3 typed while cut off by two, merged when both are back, nothing lost', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	roos.wire.cut();
	wim.wire.cut();
	for (const letter of 'roos') type(roos.document, letter);
	type(wim.document, 'wim', 0, 'facts:cjg');
	type(wim.document, 'W');
	expect(roos.document.unsaved).toBe(4);
	roos.wire.connect();
	wim.wire.connect();
	await saved(roos.document);
	await saved(wim.document);
	await until(() => expect(read(roos.document)).toBe(read(wim.document)));
	expect(read(roos.document)).toMatch(/^(roosW|Wroos)$/);
	expect(roos.document.draft).toEqual([]);
});

test('TC4 the server restarts: the tab resumes by itself, with what was typed while it was down', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	type(roos.document, 'voor ');
	await saved(roos.document);
	for (const { wire } of [roos, wim]) wire.cut();
	type(roos.document, 'tijdens ');
	await server.restart();
	for (const { wire } of [roos, wim]) wire.connect();
	type(roos.document, 'na');
	await saved(roos.document);
	await until(() => expect(read(wim.document)).toBe('voor tijdens na'));
});

test('TC5 an acknowledgement that is lost leads to no loss and no double', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	roos.wire.loseAnswers = true;
	type(roos.document, 'eenmaal');
	await until(() => expect(roos.wire.connected).toBe(false));
	expect(roos.document.unsaved).toBe(1);
	roos.wire.loseAnswers = false;
	type(roos.document, '!');
	roos.wire.connect();
	await saved(roos.document);
	await until(() => expect(read(wim.document)).toBe('eenmaal!'));
});

test('TC6 a full disk: it says so, keeps what was typed, and stores it when there is room', async () => {
	const { document } = await opened('roos');
	server.disk = () => {
		throw new Error('disk is full');
	};
	type(document, 'blijft');
	await until(() => expect(document.error).toBe('storage-read-only'));
	expect(document.unsaved).toBe(1);
	expect(read(document)).toBe('blijft');
	server.disk = () => undefined;
	await saved(document);
	expect(document.error).toBe(null);
	expect((await server.rooms.texts(ITEM))?.common).toBe('blijft');
});

test('TC7 refused for good: back to what is stored, the own text kept as a draft', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	type(wim.document, 'stand');
	await saved(wim.document);
	await until(() => expect(read(roos.document)).toBe('stand'));
	type(roos.document, 'mijn woorden', 0, 'facts:onbekend');
	await until(() => expect(roos.document.draft).toHaveLength(1));
	expect(roos.document.draft).toEqual([{ root: 'facts:onbekend', text: 'mijn woorden' }]);
	expect(read(roos.document)).toBe('stand');
	expect(roos.document.unsaved).toBe(0);
	type(roos.document, ' en verder');
	await saved(roos.document);
	await until(() => expect(read(wim.document)).toBe('stand en verder'));
	roos.document.discardDraft();
	expect(roos.document.draft).toEqual([]);
});

test('TC8 removed while cut off: the text is cleared, the own unsent words are kept', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	type(roos.document, 'van allen ');
	await saved(roos.document);
	await until(() => expect(read(wim.document)).toBe('van allen '));
	wim.wire.cut();
	type(wim.document, 'van mij');
	wim.wire.access = null;
	wim.wire.connect();
	await until(() => expect(wim.document.status).toBe('gone'));
	expect(read(wim.document)).toBe('');
	expect(wim.document.draft).toEqual([{ root: 'common', text: 'van mij' }]);
	expect((await server.rooms.texts(ITEM))?.common).toBe('van allen ');
});

test('TC8 closed while cut off: the text stays to be read, the own unsent words are kept', async () => {
	const { wire, document } = await opened('roos');
	type(document, 'besproken. ');
	await saved(document);
	wire.cut();
	type(document, 'te laat');
	wire.access = { roots: ROOTS, writable: false };
	wire.connect();
	await until(() => expect(document.draft).toEqual([{ root: 'common', text: 'te laat' }]));
	await until(() => expect(document.status).toBe('open'));
	await until(() => expect(read(document)).toBe('besproken. '));
	expect(document.unsaved).toBe(0);
});

test('TC9 evicted while open: gone at once', async () => {
	const wim = await opened('wim');
	server.rooms.evict('wim', ITEM);
	expect(wim.document.status).toBe('gone');
});

test('TC10 undo takes back what this person typed, never what another did', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	type(roos.document, 'van Roos');
	await saved(roos.document);
	await until(() => expect(read(wim.document)).toBe('van Roos'));
	type(wim.document, 'van Wim, ', 0);
	await saved(wim.document);
	await until(() => expect(read(roos.document)).toBe('van Wim, van Roos'));
	expect(roos.document.undo('common')).toBe(true);
	expect(roos.document.undo('common')).toBe(false);
	await saved(roos.document);
	await until(() => expect(read(wim.document)).toBe('van Wim, '));
	expect(roos.document.redo('common')).toBe(true);
	await saved(roos.document);
	await until(() => expect(read(wim.document)).toBe('van Wim, van Roos'));
});

test('TC11 while an input method composes, the others’ text waits and one’s own goes on', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	const release = roos.document.hold();
	type(wim.document, 'wim');
	await saved(wim.document);
	type(roos.document, 'é');
	await saved(roos.document);
	expect(read(roos.document)).toBe('é');
	release();
	await until(() => expect(read(roos.document)).toBe(read(wim.document)));
});

test('TC12 a pasted book goes in pieces that the server takes', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	const book = 'Een zin over 👩‍👧. '.repeat(9_000);
	type(roos.document, book);
	await until(() => {
		server.pass(1);
		expect(roos.document.unsaved).toBe(0);
	});
	await until(() => expect(read(wim.document)).toBe(book));
});

test('TC13 carets: who is in which text, and where, also after others typed before it', async () => {
	const [roos, wim] = await Promise.all([opened('roos'), opened('wim')]);
	type(roos.document, 'thuis');
	await saved(roos.document);
	roos.document.carets.move(roos.document.doc, 'common', 5, 2);
	const seen = () => wim.document.carets.in(wim.document.doc, 'common');
	const caret = { tab: roos.document.doc.clientID, personId: 'roos', anchor: 5, head: 2 };
	await until(() => expect(seen()).toEqual([caret]));
	type(wim.document, 'is ', 0);
	expect(seen()).toEqual([{ ...caret, anchor: 8, head: 5 }]);
	expect(wim.document.carets.in(wim.document.doc, 'facts:cjg')).toEqual([]);
	wim.wire.cut();
	wim.wire.connect();
	await until(() => expect(seen()).toHaveLength(1));
	roos.document.close();
	await until(() => expect(seen()).toEqual([]));
});

test('TC14 leaving the page of an item stores what was typed first', async () => {
	const { wire, document } = await opened('roos');
	type(document, 'nog net');
	document.close();
	await until(() => expect(wire.asked).toContain('document:leave'));
	expect((await server.rooms.texts(ITEM))?.common).toBe('nog net');
});

test('TC15 a rewritten history: everything anew, the unsent words kept', async () => {
	const { wire, document } = await opened('roos');
	type(document, 'oud ');
	await saved(document);
	wire.cut();
	type(document, 'onverzonden');
	await server.restart();
	const real = server.store.load;
	const renewed = { epoch: 2, snapshot: Y.encodeStateAsUpdate(new Y.Doc()), updates: [] };
	server.store.load = async (id) => ({ ...(await real(id)), ...renewed });
	wire.connect();
	await until(() => expect(document.draft).toEqual([{ root: 'common', text: 'onverzonden' }]));
	expect(read(document)).toBe('');
	type(document, 'nieuw');
	await saved(document);
});

test('TC16 who leaves an item and comes back before its text was stored loses nothing', async () => {
	const wire = new Wire(server, 'roos').connect();
	const documents = new OpenDocuments(wire);
	const first = documents.open(ITEM);
	await until(() => expect(first.status).toBe('open'));
	wire.cut();
	type(first, 'voor het weggaan ');
	const leaving = documents.leave(first);
	expect(documents.unsaved).toBe(1);
	const again = documents.open(ITEM);
	expect(again).toBe(first);
	type(again, 'en terug');
	wire.connect();
	await until(() => expect(documents.unsaved).toBe(0));
	expect((await server.rooms.texts(ITEM))?.common).toBe('voor het weggaan en terug');
	type(again, '!');
	await documents.close();
	await leaving;
	expect((await server.rooms.texts(ITEM))?.common).toBe('voor het weggaan en terug!');
	expect(documents.open(ITEM)).not.toBe(first);
});
