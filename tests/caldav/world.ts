import { TaskLists } from '#lib/server/connectors/caldav/task-lists.ts';
import { readTask, type Task } from '#lib/server/connectors/caldav/map.ts';
import type { OrganisationKey } from '#lib/server/demo/people.ts';
import { Outbox, type OutboxParts } from '#lib/server/outbox/outbox.ts';
import type { Action } from '#lib/server/store/actions.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpTaskList } from '#lib/server/usecases/connectors/set-up-task-list.ts';
import { noorderveld, type Noorderveld } from '../support/people.ts';
import { radicale, type Radicale } from '../support/radicale.ts';
import { done, stored, testApp, type TestApp, TestClock } from '../support/test-app.ts';
import { dayAfter } from '../delivery/world.ts';
import { proxy, type Proxy } from './proxy.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface ListWorld {
	app: TestApp;
	world: Noorderveld;
	server: Radicale;
	/** Between us and the server; hears all that we ask. */
	between: Proxy;
	/** The list of GGD Noorderveld, as its own people reach it. */
	list: string;
	connectorId: string;
	outbox: Outbox;
	lists: TaskLists;
	connect(organisation: OrganisationKey, url: string, user?: string): Promise<string>;
	/** An action at the De Regenboog item for the GGD. */
	propose(title: string, more?: Record<string, unknown>): Promise<string>;
	/** The next time at which the lists are looked at, and that look. */
	look(): Promise<void>;
	/** Everything that is due goes out. */
	send(): Promise<void>;
	action(id: string): Promise<Action>;
	/** The task of an action, as it stands on the server. */
	task(id: string): Promise<Task>;
	/** Its file. */
	ics(id: string): Promise<string>;
	/** Someone there changes it. */
	edit(id: string, change: (ics: string) => string): Promise<void>;
	/** Someone there takes it off the list. */
	takeOff(id: string): Promise<void>;
	ledger(): ReturnType<ReturnType<typeof stored>['delivery']['ledger']>;
	/** The newest first. */
	exchanges(): Promise<{ what: string; error: string | null }[]>;
}

/** The school's case meeting in progress, with a real task list at the GGD. */
export async function listWorld(parts: OutboxParts = {}, start?: Date): Promise<ListWorld> {
	const server = await radicale();
	const between = await proxy(() => server.origin);
	const clock = new TestClock(start);
	const app = testApp({
		clock,
		env: {
			WEBHOOK_ALLOW: `${between.place},${server.place}`,
			PUBLIC_URL: 'https://casustafel.example'
		}
	});
	const world = await noorderveld(app);
	await world.goLive('noor');
	const list = await server.makeList('ggd', 'taken');
	const path = (id: string) => `${list}casustafel-${id}.ics`;
	const ics = async (id: string) => {
		const answer = await server.ask('ggd', 'GET', path(id));
		if (answer.status !== 200) throw new Error(`there is no such task: ${answer.status}`);
		return answer.text();
	};
	const connect: ListWorld['connect'] = async (organisation, url, user = 'ggd') => {
		const made = await transact(
			app,
			world.actor('petra'),
			(work) =>
				setUpTaskList(work, {
					organisationId: world.organisation[organisation],
					url,
					username: user,
					password: server.users[user] ?? '',
					allow: app.settings.webhookAllow
				}),
			'set-up-connector'
		);
		if (!made.ok) throw new Error(made.error);
		return made.value.connectorId;
	};
	const connectorId = await connect('ggd', between.through(list));
	const outbox = new Outbox(() => app, { random: () => 0.5, ...parts });
	const lists = new TaskLists(() => app, { random: () => 0.5, ...parts });
	return {
		app,
		world,
		server,
		between,
		list,
		connectorId,
		outbox,
		lists,
		connect,
		ics,
		async propose(title, more = {}) {
			const { actionId } = await done<{ actionId: string }>(
				app,
				world.actor('marjan'),
				'action.propose',
				{
					itemId: world.item.noor,
					title,
					ownerOrganisationId: world.organisation.ggd,
					due: dayAfter(clock, 14),
					...more
				}
			);
			return actionId;
		},
		async look() {
			clock.advance(2 * MINUTE);
			await lists.round();
		},
		send: () => outbox.drain(),
		async action(id) {
			const action = await stored(app).actions.find(id);
			if (!action) throw new Error('no such action');
			return action;
		},
		async task(id) {
			const task = readTask(await ics(id));
			if (!task) throw new Error('no task in it');
			return task;
		},
		async edit(id, change) {
			const answer = await server.ask('ggd', 'GET', path(id));
			const after = change(await answer.text());
			const put = await server.ask(
				'ggd',
				'PUT',
				path(id),
				{ 'content-type': 'text/calendar', 'if-match': answer.headers.get('etag') ?? '' },
				after
			);
			if (!put.ok) throw new Error(`Radicale refused the change: ${put.status}`);
		},
		async takeOff(id) {
			const gone = await server.ask('ggd', 'DELETE', path(id));
			if (!gone.ok) throw new Error(`Radicale did not take it off: ${gone.status}`);
		},
		ledger: () => stored(app).delivery.ledger([world.item.noor]),
		async exchanges() {
			const all = await stored(app).delivery.exchanges(connectorId);
			return all.map(({ what, error }) => ({ what, error }));
		}
	};
}

/** Sets the status as a simple client does: that line alone. */
export const withStatus =
	(status: string, ...lines: string[]) =>
	(ics: string): string =>
		ics
			.replace(/^(STATUS|COMPLETED|PERCENT-COMPLETE):.*\r?\n/gm, '')
			.replace(/^END:VTODO/m, [`STATUS:${status}`, ...lines, 'END:VTODO'].join('\r\n'));

export async function changeTitle(
	{ app, world, action }: ListWorld,
	actionId: string,
	title: string,
	more: Record<string, unknown> = {}
): Promise<void> {
	const now = await action(actionId);
	await done(app, world.actor('marjan'), 'action.change', {
		actionId,
		title,
		ownerOrganisationId: now.ownerOrganisationId,
		due: now.due,
		tellTo: now.tellTo,
		expected: now.revision,
		...more
	});
}

/** What a server says of a list that has neither a sync-token nor a ctag. */
export function withoutMarks(answer: string): string {
	return answer
		.replaceAll(/<sync-token>.*?<\/sync-token>/gs, '')
		.replaceAll(/<(\w+:)?getctag>.*?<\/(\w+:)?getctag>/gs, '');
}
