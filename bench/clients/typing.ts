import { percentilesOf, type TypingFigures } from '../figures.ts';
import { PER_DOCUMENT, WARM_UP_RATE } from '../plan.ts';
import { seeded } from '../statistics.ts';
import { everyone } from './all.ts';
import type { Place } from './participant.ts';
import type { ClientJob, FromClient } from './process.ts';
import { TypingRoom } from './room.ts';
import { Typist } from './typist.ts';

export interface TypingPace {
	/** Seconds. */
	warmUp: number;
	measured: number;
}

/** What is seen from the clients' side. */
export type SeenFigures = Pick<TypingFigures, 'visible' | 'ack' | 'missing' | 'senderLate'> & {
	delivered: number;
	bytes: number;
	seconds: number;
};

const STILL = 3_000;
/** Seconds at the measured rate before the measurement. */
const SETTLE = 1;

type TypingJob = Extract<ClientJob, { pace: TypingPace }>;

export async function type(
	{ server, port, prepared, workload, pace }: TypingJob,
	say: (message: FromClient) => Promise<void>,
	go: () => Promise<void>
): Promise<SeenFigures> {
	const rooms = new Map(prepared.rooms.map((room) => [room.documentId, new TypingRoom()]));
	const places = prepared.rooms.flatMap((room) =>
		Array.from({ length: PER_DOCUMENT }, (_, number): Place => ({ port, room, number }))
	);
	const typists: Typist[] = [];
	const visible: number[] = [];
	const acks: number[] = [];
	let from = Infinity;
	let to = Infinity;
	const arrivals = { counted: 0, last: 0 };

	await everyone(server, places, async (participant, { room }) => {
		await participant.ready();
		const { clientId } = await participant.open();
		const typist = new Typist(participant, clientId ?? 1 + Math.floor(Math.random() * 0xfffffffe));
		typists.push(typist);
		rooms.get(room.documentId)?.add(typist, (sentAt, now) => {
			arrivals.last = now;
			if (now >= from && now < to) arrivals.counted++;
			if (sentAt >= from && sentAt < to) visible.push(now - sentAt);
		});
	});
	await say({ said: 'opened' });
	await go();

	const bytesIn = () => typists.reduce((sum, { participant }) => sum + participant.bytes, 0);
	const missing = () => [...rooms.values()].reduce((sum, room) => sum + room.missing, 0);
	/** Gives up when nothing has arrived for a while. */
	const until = async (isDone: () => boolean) => {
		arrivals.last = performance.now();
		while (!isDone() && performance.now() - arrivals.last < STILL) await seconds(0.05);
	};
	const late: number[] = [];
	const warmUp = keepTyping(typists, WARM_UP_RATE, (typist) => typist.type(() => {}));
	await seconds(pace.warmUp);
	warmUp.stop();
	await until(() => missing() === 0);
	const typing = keepTyping(typists, workload.rate, (typist, behind) => {
		const measured = performance.now() >= from;
		if (measured) late.push(behind);
		typist.type((milliseconds) => measured && acks.push(milliseconds));
	});
	await seconds(SETTLE);
	await say({ said: 'begin' });
	from = performance.now();
	const before = bytesIn();
	await seconds(pace.measured);
	to = performance.now();
	const bytes = bytesIn() - before;
	typing.stop();
	await say({ said: 'end' });
	await until(() => missing() === 0);
	return {
		visible: percentilesOf(visible),
		ack: acks.length > 0 ? percentilesOf(acks) : null,
		missing: missing(),
		senderLate: percentilesOf(late).p99,
		delivered: arrivals.counted,
		bytes,
		seconds: (to - from) / 1000
	};
}

/** Everyone at an even pace, each at an own moment: the same moments for every server. */
function keepTyping(
	typists: readonly Typist[],
	rate: number,
	type: (typist: Typist, behind: number) => void
) {
	const random = seeded(typists.length);
	const period = 1000 / rate;
	const start = performance.now();
	const turns = typists
		.map((typist) => ({ typist, at: start + random() * period }))
		.toSorted((a, b) => a.at - b.at);
	let next = 0;
	let timer: NodeJS.Timeout;
	const tick = () => {
		for (let turn = turns[next]; turn && turn.at <= performance.now(); turn = turns[next]) {
			type(turn.typist, performance.now() - turn.at);
			turn.at += period;
			next = (next + 1) % turns.length;
		}
		timer = setTimeout(tick, 1);
	};
	tick();
	return { stop: () => clearTimeout(timer) };
}

const seconds = (amount: number) => new Promise((resolve) => setTimeout(resolve, amount * 1000));
