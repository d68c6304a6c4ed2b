import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPacketValid, PACKET, type Packet } from './packet.ts';
import { Decoder, Encoder, FrameEncoder } from './parser.ts';

const ENCODERS = [
	['frames', new FrameEncoder()],
	['standard', new Encoder()]
] as const;

/** What a decoder makes of these chunks; what it throws ends the connection, and is not caught here. */
function decoded(chunks: readonly unknown[]): Packet[] {
	const packets: Packet[] = [];
	const decoder = new Decoder();
	decoder.on('decoded', (packet) => packets.push(packet));
	for (const chunk of chunks) decoder.add(chunk);
	return packets;
}

const bytes = fc.uint8Array({ maxLength: 300 });
const json = fc.jsonValue({ maxDepth: 3 });
const id = fc.option(fc.nat(), { nil: undefined });
const name = fc.constantFrom('document:open', 'document:cursor', 'command', 'view:part', 'é');
const documentId = fc.stringMatching(/^[\w-]{1,64}$/);
const epoch = fc.nat();
const payload = fc.oneof(
	json,
	bytes,
	fc.record({ documentId, state: bytes, list: fc.array(bytes, { maxLength: 4 }) })
);
const event = fc.record({ id, data: fc.tuple(name, payload).map((data): unknown => data) });
const update = fc.record({
	id,
	data: fc
		.record({ documentId, epoch, update: bytes })
		.map((one): unknown => ['document:update', one])
});
const answer = fc.record({
	id: fc.nat(),
	data: fc.oneof(fc.constant({ ok: true }), payload).map((one): unknown => [one])
});
const packets = fc.oneof(
	fc.oneof(event, update).map((one): Packet => ({ type: PACKET.event, nsp: '/', ...one })),
	answer.map((one): Packet => ({ type: PACKET.ack, nsp: '/', ...one }))
);
const plain = (packet: Packet): unknown => {
	const { id: number, ...rest } = packet;
	const whole = number === undefined ? rest : { ...rest, id: number };
	// Every view of bytes as the same kind of view.
	return JSON.parse(
		JSON.stringify(whole, (_, one) => (ArrayBuffer.isView(one) ? [...(one as Uint8Array)] : one))
	);
};

describe.each(ENCODERS)('written as %s', (way, encoder) => {
	test('every packet comes back as it was', () => {
		fc.assert(
			fc.property(packets, (packet) => {
				const [back, ...more] = decoded(encoder.encode(packet));
				expect(more).toEqual([]);
				expect(back && plain(back)).toEqual(plain(packet));
			}),
			{ numRuns: 2_000 }
		);
	});

	test('a packet after another is not touched by it', () => {
		fc.assert(
			fc.property(fc.array(packets, { maxLength: 8 }), (many) => {
				const chunks = many.flatMap((packet) => encoder.encode(packet));
				expect(decoded(chunks).map(plain)).toEqual(many.map(plain));
			})
		);
	});

	test('10,000 mutated and 10,000 random messages: refused, or a packet that is valid', () => {
		const add = (chunks: unknown[]) => {
			try {
				for (const packet of decoded(chunks)) expect(isPacketValid(packet)).toBe(true);
			} catch (error) {
				expect(['WireError', 'TypeError', 'RangeError']).toContain((error as Error).name);
			}
		};
		const mutation = fc.record({ at: fc.nat(), to: fc.nat(255), cut: fc.nat() });
		fc.assert(
			fc.property(packets, mutation, (packet, { at, to, cut }) => {
				add(
					encoder
						.encode(packet)
						.map((chunk) =>
							typeof chunk === 'string' ? mutatedText(chunk, at, to) : mutated(chunk, at, to)
						)
				);
				add(encoder.encode(packet).map((chunk) => chunk.slice(0, cut % (chunk.length + 1))));
			}),
			{ numRuns: 10_000 }
		);
		const random = fc.oneof(
			bytes,
			fc.string(),
			fc.stringMatching(/^[0-6]{1,4}-?\[?["{}\]:,a-z_]*$/)
		);
		fc.assert(fc.property(fc.array(random, { minLength: 1, maxLength: 3 }), add), {
			numRuns: 10_000
		});
		expect(way).toBeTruthy();
	});
});

function mutated(chunk: Uint8Array, at: number, to: number): Uint8Array {
	const copy = chunk.slice();
	if (copy.length > 0) copy[at % copy.length] = to;
	return copy;
}

function mutatedText(text: string, at: number, to: number): string {
	const place = at % text.length;
	return text.slice(0, place) + String.fromCharCode(to) + text.slice(place + 1);
}

describe('what Socket.IO would obey without looking', () => {
	test.each([
		['CONNECT with null, which ends a server', '0null'],
		['CONNECT with a list', '0[]'],
		['DISCONNECT with data', '1{}'],
		['an event of a reserved name', '2["disconnect"]'],
		['an event without a name', '2[]'],
		['an event that is no list', '2{"0":"command"}'],
		['an answer that is no list', '31{}'],
		['another namespace', '0/admin,'],
		['a kind that is not there', '9[]'],
		['attachments without end', '599-["a",{"_placeholder":true,"num":0}]'],
		['no attachments where they belong', '50-["a"]'],
		['attachments where they do not', '21-["a"]'],
		['half a message', '2["a"'],
		['nothing', '']
	])('%s is refused', (_, text) => {
		expect(() => decoded([text])).toThrow();
	});

	test('a placeholder for an attachment that is not there is refused', () => {
		expect(() => decoded(['51-["a",{"_placeholder":true,"num":1}]', new Uint8Array(3)])).toThrow();
		expect(() =>
			decoded(['51-["a",{"_placeholder":true,"num":"__proto__"}]', new Uint8Array(3)])
		).toThrow();
	});

	test('data nested without end is refused, not walked', () => {
		const deep = `51-["a",${'['.repeat(50_000)}${']'.repeat(50_000)}]`;
		expect(() => decoded([deep, new Uint8Array(1)])).toThrow('nested too deep');
	});

	test('no prototype is reached through a key', () => {
		const [packet] = decoded([
			'51-["a",{"__proto__":{"_placeholder":true,"num":0}}]',
			new Uint8Array([7])
		]);
		const [, data] = packet?.data as [string, object];
		expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
	});
});

describe('one frame', () => {
	const documentId = 'abcdefghijklmnopqrstuv';
	const size = (data: unknown, number?: number) => {
		const packet: Packet = { type: PACKET.event, nsp: '/', data };
		if (number !== undefined) packet.id = number;
		const [frame, ...more] = new FrameEncoder().encode(packet);
		expect(more).toEqual([]);
		return frame?.length;
	};

	test('an update costs its own bytes, the id of its document and four more', () => {
		const update = new Uint8Array(20);
		expect(size(['document:update', { documentId, epoch: 1, update }])).toBe(20 + 22 + 4);
	});

	test('an answer that all is well costs its number', () => {
		const packet: Packet = { type: PACKET.ack, nsp: '/', id: 5, data: [{ ok: true }] };
		expect(new FrameEncoder().encode(packet)).toEqual([new Uint8Array([2, 5])]);
	});

	test('anything else with bytes is one frame too', () => {
		const state = new Uint8Array(1000);
		expect(size(['document:reset', { documentId, state }])).toBeGreaterThan(1000);
	});

	test('without bytes it stays text, as any client reads it', () => {
		expect(new FrameEncoder().encode({ type: PACKET.connect, nsp: '/' })).toEqual(['0']);
		const packet: Packet = { type: PACKET.event, nsp: '/', id: 12, data: ['here', {}] };
		expect(new FrameEncoder().encode(packet)).toEqual(['212["here",{}]']);
	});
});
