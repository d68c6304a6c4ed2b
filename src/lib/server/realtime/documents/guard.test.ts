import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { guard } from './guard.ts';

const roos = 11;
const wim = 22;
const roots = ['common', 'facts:cjg'];
const allows = (root: string) => roots.includes(root);

/** The server's document, holding "Daan is thuis" by Wim. */
function server(): Y.Doc {
	const doc = new Y.Doc();
	const other = new Y.Doc();
	other.clientID = wim;
	other.getText('common').insert(0, 'Daan is thuis');
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
	return doc;
}

/** Roos' replica of it, and what she then does to it as one update. */
function written(doc: Y.Doc, change: (own: Y.Doc) => void, clientId = roos): Uint8Array {
	const own = new Y.Doc();
	own.clientID = clientId;
	Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
	const before = Y.encodeStateVector(own);
	const updates: Uint8Array[] = [];
	own.on('update', (update: Uint8Array) => updates.push(update));
	change(own);
	return updates.length > 0 ? Y.mergeUpdates(updates) : Y.encodeStateAsUpdate(own, before);
}

const judge = (doc: Y.Doc, update: Uint8Array) => guard({ doc, clientId: roos, allows }, update);
const common = (doc: Y.Doc) => doc.getText('common');

/** Each clause with an update that only this clause refuses. */
const refused: [string, string, (doc: Y.Doc) => Uint8Array][] = [
	[
		'TG1 an update over 64 KB',
		'too-large',
		(doc) => written(doc, (own) => common(own).insert(0, 'a'.repeat(66_000)))
	],
	['TG2 bytes that are no update', 'undecodable', () => new Uint8Array([1, 1, 11, 0, 4])],
	[
		'TG3 a number in a list',
		'not-text',
		(doc) => written(doc, (own) => own.getArray('common').insert(0, [1]))
	],
	[
		'TG3 an embedded object',
		'not-text',
		(doc) => written(doc, (own) => common(own).insertEmbed(0, { image: 'x' }))
	],
	[
		'TG3 formatting',
		'not-text',
		(doc) => written(doc, (own) => common(own).format(0, 4, { bold: true }))
	],
	[
		'TG3 a nested text',
		'not-text',
		(doc) => written(doc, (own) => own.getArray('common').insert(0, [new Y.Text('x')]))
	],
	['TG3 a garbage-collected struct', 'not-text', () => bytes([1, 1, roos, 0, 0, 3, 0])],
	['TG3 a skip', 'not-text', () => bytes([1, 1, roos, 0, 10, 3, 0])],
	['TG4 a struct without length', 'empty-struct', () => struct({ clock: 0, content: '' })],
	[
		'TG5 a key in a map',
		'nested',
		() =>
			bytes([1, 1, roos, 0, 4 | 32, 1, ...string('common'), ...string('key'), ...string('x'), 0])
	],
	[
		'TG5 an item as parent',
		'nested',
		() => bytes([1, 1, roos, 0, 4, 0, wim, 0, ...string('x'), 0])
	],
	[
		'TG6 text under a colleague’s id',
		'forged-author',
		(doc) => written(doc, (own) => common(own).insert(0, 'x'), wim)
	],
	['TG7 a gap', 'gap', () => struct({ clock: 5, content: 'x' })],
	['TG8 text after an unknown letter', 'unknown-origin', () => after(wim, 99)],
	['TG8 text after itself', 'unknown-origin', () => after(roos, 0)],
	[
		'TG8 text after a later letter of the same update',
		'unknown-origin',
		() =>
			bytes(
				[1, 2, roos, 0, 4, 1, ...string('common'), ...string('x')].concat([
					4 | 128,
					roos,
					1,
					...string('y'),
					0
				])
			)
	],
	[
		'TG8 text after what was garbage-collected',
		'unknown-origin',
		(doc) => {
			const other = new Y.Doc();
			other.clientID = 33;
			other.getArray('list').insert(0, [new Y.Text('weg')]);
			other.getArray('list').delete(0, 1);
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
			return after(33, 1);
		}
	],
	['TG8 text before an unknown letter', 'unknown-origin', () => before(wim, 99)],
	['TG9 a root that is not in the list', 'unknown-root', () => struct({ root: 'agenda' })],
	[
		'TG9 text beside text in a root no longer in the list',
		'unknown-root',
		(doc) => {
			const old = new Y.Doc();
			old.clientID = 33;
			old.getText('facts:gone').insert(0, 'oud');
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(old));
			return written(doc, (own) => own.getText('facts:gone').insert(1, 'x'));
		}
	],
	[
		'TG10 neighbours in two roots',
		'mixed-roots',
		(doc) => {
			const other = new Y.Doc();
			other.clientID = 33;
			other.getText('facts:cjg').insert(0, 'feit');
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
			return bytes([1, 1, roos, 0, 4 | 128 | 64, wim, 0, 33, 0, ...string('x'), 0]);
		}
	],
	['TG11 deleting what does not exist', 'unknown-deletion', () => bytes([0, 1, wim, 1, 10, 9])],
	['TG11 deleting of an unknown author', 'unknown-deletion', () => bytes([0, 1, 77, 1, 0, 1])],
	['TG11 deleting nothing', 'unknown-deletion', () => bytes([0, 1, wim, 1, 0, 0])]
];

test.each(refused)('%s is refused as %s', (_, refusal, make) => {
	const doc = server();
	const update = make(doc);
	const was = Y.encodeStateAsUpdate(doc);
	expect(judge(doc, update)).toEqual({ ok: false, error: refusal });
	expect(Y.encodeStateAsUpdate(doc)).toEqual(was);
});

const accepted: [string, (own: Y.Doc) => void][] = [
	[
		'text at the start, middle and end',
		(own) => [0, 5, 15].map((at) => common(own).insert(at, 'x'))
	],
	['the first text of an allowed root', (own) => own.getText('facts:cjg').insert(0, 'x')],
	['deleting another’s text', (own) => common(own).delete(2, 5)],
	[
		'typing and deleting before sending',
		(own) => (common(own).insert(3, 'xyz'), common(own).delete(4, 1))
	],
	['a whole text replaced', (own) => (common(own).delete(0, 13), common(own).insert(0, '👩‍👧'))]
];

test.each(accepted)('TG12 %s is accepted and gives the same text', (_, change) => {
	const doc = server();
	let text = '';
	const update = written(doc, (own) => {
		change(own);
		text = common(own).toString();
	});
	const verdict = judge(doc, update);
	expect(verdict.ok).toBe(true);
	if (verdict.ok) Y.applyUpdate(doc, verdict.value.bytes);
	expect(common(doc).toString()).toBe(text);
	expect(doc.store.pendingStructs).toBe(null);
});

test('TG13 what is sent again is trimmed to what is new', () => {
	const doc = server();
	const own = new Y.Doc();
	own.clientID = roos;
	Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
	common(own).insert(13, ' vandaag');
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc)));
	common(own).insert(21, ' weer');
	const since = Y.encodeStateAsUpdate(own, Y.encodeStateVector(new Map([[wim, 13]])));
	const verdict = judge(doc, since);
	expect(verdict.ok).toBe(true);
	if (verdict.ok) Y.applyUpdate(doc, verdict.value.bytes);
	expect(common(doc).toString()).toBe('Daan is thuis vandaag weer');
});

test('TG14 no random bytes make the guard throw or change the document', () => {
	const doc = server();
	const was = Y.encodeStateAsUpdate(doc);
	const valid = written(doc, (own) => (common(own).insert(4, ' (5)'), common(own).delete(0, 1)));
	let seed = 7;
	const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
	for (let i = 0; i < 10_000; i++) {
		const mutated = i % 2 ? valid.slice() : new Uint8Array(random(60));
		for (let j = 0; j < 1 + (i % 2 ? random(3) : mutated.length); j++)
			mutated[random(mutated.length || 1)] = random(256);
		judge(doc, mutated);
	}
	expect(Y.encodeStateAsUpdate(doc)).toEqual(was);
});

function bytes(list: number[]): Uint8Array {
	return new Uint8Array(list);
}

function string(text: string): number[] {
	const encoded = new TextEncoder().encode(text);
	return [encoded.length, ...encoded];
}

/** One string struct by Roos at the start of a root. */
function struct({ clock = 0, content = 'x', root = 'common' }): Uint8Array {
	return bytes([1, 1, roos, clock, 4, 1, ...string(root), ...string(content), 0]);
}

function after(client: number, clock: number): Uint8Array {
	return bytes([1, 1, roos, 0, 4 | 128, client, clock, ...string('x'), 0]);
}

function before(client: number, clock: number): Uint8Array {
	return bytes([1, 1, roos, 0, 4 | 64, client, clock, ...string('x'), 0]);
}
