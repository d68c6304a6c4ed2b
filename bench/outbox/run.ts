import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { interval, median } from '../statistics.ts';
import { filled, payload } from './filled.ts';
import { oneQueue } from './one-queue.ts';
import { type Asked, ORGANISATIONS, type Told } from './receivers.ts';

/**
 * `npm run bench:outbox`: 10,000 actions for ten organisations, of which none or one is dead. How long
 * until the others have theirs, beside one queue for all.
 */
const { values: asked } = parseArgs({
	options: {
		rounds: { type: 'string', default: '5' },
		each: { type: 'string', default: '1000' },
		print: { type: 'boolean', default: false }
	}
});
const EACH = Number(asked.each);
const DEAD = 3;
const VARIANTS = [
	{ name: 'all alive', peer: false, dead: null },
	{ name: 'one dead', peer: false, dead: DEAD },
	{ name: 'all alive, one queue', peer: true, dead: null },
	{ name: 'one dead, one queue', peer: true, dead: DEAD }
] as const;
type Figures = { last: number; p50: number; p99: number; perSecond: number; missing: number };

const receivers = fork(join(import.meta.dirname, 'receivers.ts'));
const ask = (question: Asked) => receivers.send(question);
const told = async () => ((await once(receivers, 'message')) as [Told])[0];
const first = await told();
if (!('ports' in first)) throw new Error('no ports');
const { ports } = first;

const all = new Map<string, Figures[]>(VARIANTS.map(({ name }) => [name, []]));
for (let round = 0; round < Number(asked.rounds); round += 1)
	for (const variant of VARIANTS) {
		const figures = await measure(variant);
		all.get(variant.name)?.push(figures);
		console.log(round + 1, variant.name, figures);
	}
receivers.kill();
const text = await format(report(), {
	...(await resolveConfig('bench/OUTBOX.md')),
	filepath: 'bench/OUTBOX.md'
});
if (asked.print) console.log(text);
else writeFileSync('bench/OUTBOX.md', text);

async function measure({ peer, dead }: (typeof VARIANTS)[number]): Promise<Figures> {
	ask({ dead });
	const wanted = EACH * (dead === null ? ORGANISATIONS : ORGANISATIONS - 1);
	const began = peer ? await byOneQueue(wanted) : await byCasustafel(wanted);
	const arrived = (await arrivals()).map(([, at]) => at - began).toSorted((a, b) => a - b);
	const at = (share: number) =>
		arrived[Math.min(arrived.length - 1, Math.floor(arrived.length * share))] ?? NaN;
	return {
		last: at(1),
		p50: at(0.5),
		p99: at(0.99),
		perSecond: (arrived.length / at(1)) * 1000,
		missing: wanted - arrived.length
	};
}

async function arrivals(): Promise<[number, number][]> {
	ask('arrived');
	const answer = await told();
	return 'arrived' in answer ? answer.arrived : [];
}

async function byOneQueue(wanted: number): Promise<number> {
	const began = Date.now();
	await oneQueue(ports, EACH, wanted, (id) => JSON.stringify(payload(id)));
	return began;
}

async function byCasustafel(wanted: number): Promise<number> {
	const app = await filled(ports, EACH);
	const began = Date.now();
	app.outbox.start();
	// Counted in our own records, so that the receivers are left in peace.
	while ((await received(app)) < wanted) await pause(100);
	await app.close();
	rmSync(app.settings.dataDir, { recursive: true, force: true });
	return began;
}

async function received(app: Awaited<ReturnType<typeof filled>>): Promise<number> {
	const [row] = await app.database.reader.all<{ n: number }>(
		"select count(*) as n from deliveries where status = 'received'"
	);
	return row?.n ?? 0;
}

function report(): string {
	const of = (name: string, figure: keyof Figures) =>
		(all.get(name) ?? []).map((figures) => figures[figure]);
	const rows = VARIANTS.map(({ name }) =>
		[
			name,
			...(['p50', 'p99', 'last', 'perSecond', 'missing'] as const).map((figure) =>
				Math.round(median(of(name, figure)))
			)
		].join(' | ')
	);
	const ratio = (dead: string, alive: string) => {
		const pairs = of(dead, 'last').map((value, index) => value / (of(alive, 'last')[index] ?? NaN));
		const { median: middle, low, high } = interval(pairs);
		return `${middle.toFixed(2)} (95 %: ${low.toFixed(2)}–${high.toFixed(2)})`;
	};
	return `# The outbox with a dead receiver

Written by \`npm run bench:outbox\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? ''}; ${asked.rounds} interleaved rounds, medians. ${EACH * ORGANISATIONS} actions wait for ${ORGANISATIONS} organisations, in turn; the dead one takes connections and never answers (10 s each). Casustafel claims, signs, sends and settles each in the database with a sync; "one queue" has as many hands (80), in memory, unsigned, nothing kept.

Milliseconds from the start until a message for a living receiver is there:

| | p50 | p99 | last | per second | missing |
|-|-:|-:|-:|-:|-:|
${rows.map((row) => `| ${row} |`).join('\n')}

The last one with a dead receiver over the last one without (pairs of the same round): Casustafel ${ratio('one dead', 'all alive')}, one queue ${ratio('one dead, one queue', 'all alive, one queue')}. 1.00 is: nobody waits for the dead one (there is a tenth less to bring, so 0.9 is the least).
`;
}
