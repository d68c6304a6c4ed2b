import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ITEM, ROOTS, type Tab } from './people.ts';
import { Server } from './rooms-fixture.ts';

type Step =
	| { do: 'type' | 'erase' | 'replace'; who: number; at: number; length: number; root: number }
	| { do: 'save' | 'resend' | 'undo' | 'cut' | 'return' | 'leave'; who: number }
	| { do: 'pause' | 'restart' | 'disk-full' };

const people = ['hilde', 'yusuf', 'roos', 'wim', 'nadia', 'roos'];
const who = fc.nat(people.length - 1);
const edit = fc.record({
	do: fc.constantFrom('type' as const, 'erase' as const, 'replace' as const),
	who,
	at: fc.nat(200),
	length: fc.integer({ min: 1, max: 12 }),
	root: fc.nat(ROOTS.length - 1)
});
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{ weight: 8, arbitrary: edit },
		{ weight: 5, arbitrary: fc.record({ do: fc.constant('save' as const), who }) },
		{
			weight: 4,
			arbitrary: fc.record({
				do: fc.constantFrom('undo' as const, 'cut' as const, 'return' as const, 'resend' as const),
				who
			})
		},
		{
			weight: 1,
			arbitrary: fc.record({
				do: fc.constantFrom('pause' as const, 'restart' as const, 'disk-full' as const)
			})
		}
	),
	{ minLength: 30, maxLength: 120 }
);

test('TR24 six replicas that type, erase, undo, get cut off and meet restarts and a full disk end equal, with nothing refused', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (script) => {
			const server = await Server.start();
			try {
				const meeting = new Meeting(server);
				await meeting.begin();
				for (const step of script) await meeting.take(step);
				await meeting.end();
			} finally {
				await server.files.remove();
			}
		}),
		{ numRuns: Number(process.env.RUNS ?? 40) }
	);
});

/** Six tabs of five people; each may be cut off while it goes on typing. */
class Meeting {
	readonly #server: Server;
	readonly #tabs: Tab[] = [];
	readonly #undo: Y.UndoManager[] = [];
	readonly #cut = new Set<number>();
	readonly #saving: Promise<unknown>[] = [];

	constructor(server: Server) {
		this.#server = server;
	}

	async begin(): Promise<void> {
		this.#tabs.push(...(await Promise.all(people.map((name) => this.#server.opened(name)))));
		for (const { doc } of this.#tabs)
			this.#undo.push(
				new Y.UndoManager(
					ROOTS.map((root) => doc.getText(root)),
					{ captureTimeout: 0 }
				)
			);
	}

	async take(step: Step): Promise<void> {
		this.#server.pass(60);
		if ('who' in step) return this.#act(step, this.#tabs[step.who] as Tab);
		if (step.do === 'pause') await Promise.all(this.#saving.splice(0));
		if (step.do === 'disk-full') await this.#fullDisk();
		if (step.do === 'restart') {
			await this.#server.restart();
			for (const i of this.#tabs.keys()) this.#cut.add(i);
		}
	}

	async #act(step: Step & { who: number }, tab: Tab): Promise<void> {
		switch (step.do) {
			case 'type':
			case 'erase':
			case 'replace': {
				const root = ROOTS[step.root] as string;
				const at = step.at % (tab.text(root).length + 1);
				if (step.do !== 'type')
					tab.erase(at, Math.min(step.length, tab.text(root).length - at), root);
				if (step.do !== 'erase') tab.type('x'.repeat(step.length), at, root);
				return;
			}
			case 'undo':
				this.#undo[step.who]?.undo();
				return;
			case 'cut':
				this.#server.rooms.drop(tab);
				this.#cut.add(step.who);
				return;
			case 'return':
				return this.#return(step.who);
			case 'resend':
				if (!this.#cut.has(step.who)) this.#saving.push(tab.update(tab.everything()));
				return;
			case 'save':
				if (!this.#cut.has(step.who)) this.#saving.push(tab.save());
		}
	}

	async #fullDisk(): Promise<void> {
		this.#server.disk = () => {
			throw new Error('disk is full');
		};
		await Promise.all(this.#saving.splice(0));
		this.#server.disk = () => undefined;
	}

	async #return(i: number): Promise<void> {
		if (!this.#cut.delete(i)) return;
		await Promise.all(this.#saving.splice(0));
		this.#tabs[i] = await (this.#tabs[i] as Tab).resumeOn(this.#server.rooms);
	}

	async end(): Promise<void> {
		await Promise.all(this.#saving.splice(0));
		for (const i of this.#tabs.keys()) await this.#return(i);
		for (const tab of this.#tabs) expect(await tab.save()).toEqual({ ok: true });
		const stored = await this.#server.rooms.texts(ITEM);
		for (const tab of this.#tabs) {
			for (const root of ROOTS) expect(tab.text(root)).toBe(stored?.[root] ?? '');
			expect(tab.doc.store.pendingStructs).toBe(null);
			expect(tab.heard.some((message) => message.event === 'document:reset')).toBe(false);
		}
		const refused = this.#server.logged.filter((event) => !('documents' in event));
		expect(refused).toEqual([]);
	}
}
