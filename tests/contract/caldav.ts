import { readTask } from '#lib/server/connectors/caldav/map.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpTaskList } from '#lib/server/usecases/connectors/set-up-task-list.ts';
import { proxy } from '../caldav/proxy.ts';
import { radicale } from '../support/radicale.ts';
import { Place } from './place.ts';
import { crashAfterSending, type Held, send, type Way } from './way.ts';

const FILE = /casustafel-([^/]+)\.ics$/;

/** A task list on a real Radicale; what is on it is what they have. */
export async function caldavWay(): Promise<Way> {
	const server = await radicale();
	const between = await proxy(() => server.origin);
	const place = await Place.open({ WEBHOOK_ALLOW: `${between.place},${server.place}` });
	const list = await server.makeList('ggd', 'taken');
	const made = await transact(
		place.app,
		place.world.actor('petra'),
		(work) =>
			setUpTaskList(work, {
				organisationId: place.world.organisation.ggd,
				url: between.through(list),
				username: 'ggd',
				password: server.users.ggd ?? '',
				allow: place.app.settings.webhookAllow
			}),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	const { connectorId } = made.value;
	const refused = new Set<string>();
	const written: string[] = [];
	let isLosing = false;
	/** What stood on it when the server went off, as nobody can look now. */
	let before: Map<string, Held> | null = null;
	const idIn = (path: string) => FILE.exec(path)?.[1] ?? '';
	between.turn = ({ method, path }) => {
		if (method !== 'PUT') return null;
		if (refused.has(idIn(path))) return { status: 400 };
		return isLosing ? 'drop' : null;
	};
	between.before = ({ method, path }) => {
		if (method === 'PUT') written.push(idIn(path));
	};
	const tasks = async () => {
		const found = new Map<string, Held & { title: string }>();
		for (const [file, ics] of await server.tasks('ggd', list)) {
			const task = readTask(ics);
			if (!task) throw new Error('something that is no task');
			const { revision, status, title } = task;
			const isOff = status === 'CANCELLED';
			found.set(idIn(file), { revision: revision ?? 0, isOff, title });
		}
		return found;
	};
	return {
		...{ kind: 'caldav', place, connectorId },
		async carry() {
			await place.outbox.drain();
			// And what they have is looked at, as it is every two minutes.
			place.clock.advance(2 * 60_000);
			await place.lists.round();
		},
		truth: async () => before ?? (await tasks()),
		effects: async (actionId) => written.filter((one) => one === actionId).length,
		async reads(actionId) {
			const task = (await tasks()).get(actionId);
			return task && !task.isOff ? task.title : null;
		},
		everything: async () => between.passed.map(({ path, body }) => `${path}\n${body}`).join('\n'),
		comes: (message) => send(place, message),
		loseReplies(losing) {
			isLosing = losing;
		},
		async off() {
			before = await tasks();
			await server.stop();
		},
		async on() {
			await server.start();
			before = null;
		},
		async refuse(actionId) {
			refused.add(actionId);
			return 'answered-refusal';
		},
		crash: () => crashAfterSending(place, connectorId)
	};
}
