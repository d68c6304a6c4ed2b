import { familyNames } from '#lib/server/outbox/payload.ts';
import { Outbox } from '#lib/server/outbox/outbox.ts';
import { TaskLists } from '#lib/server/connectors/caldav/task-lists.ts';
import { noorderveldOf } from '#lib/server/demo/noorderveld-world.ts';
import type { Action } from '#lib/server/store/actions.ts';
import type { Dispatch } from '#lib/server/store/delivery.ts';
import { repositories, type Repositories } from '#lib/server/store/repositories.ts';
import { noorderveld, type Noorderveld } from '../support/people.ts';
import { done, stored, testApp, type TestApp, TestClock } from '../support/test-app.ts';

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The school's case meeting in progress, with the app that can be stopped and opened again on its data. */
export class Place {
	readonly clock = new TestClock();
	readonly #env: Record<string, string>;
	app: TestApp;
	world: Noorderveld;
	outbox: Outbox;
	lists: TaskLists;

	private constructor(env: Record<string, string>, app: TestApp, world: Noorderveld) {
		this.#env = env;
		this.app = app;
		this.world = world;
		this.clock = app.clock;
		this.outbox = this.#outbox();
		this.lists = this.#lists();
	}

	static async open(more: Record<string, string>): Promise<Place> {
		const env = { PUBLIC_URL: 'https://casustafel.example', ...more };
		const app = testApp({ clock: new TestClock(), env });
		const world = await noorderveld(app);
		await world.goLive('noor');
		return new Place(env, app, world);
	}

	/** The process ends here, and the next one opens the same data. */
	async restart(): Promise<void> {
		await this.outbox.close();
		await this.lists.close();
		await this.app.close();
		this.app = testApp({ dataDir: this.app.dataDir, clock: this.clock, env: this.#env });
		this.world = noorderveldOf(this.app, this.world);
		this.outbox = this.#outbox();
		this.lists = this.#lists();
	}

	/** For the GGD, with Tirza as its owner. */
	async propose(title: string): Promise<string> {
		const input = { itemId: this.world.item.noor, title, ...this.#owner('ggd'), due: this.#due() };
		const proposed = done<{ actionId: string }>(
			this.app,
			this.world.actor('marjan'),
			'action.propose',
			input
		);
		return (await proposed).actionId;
	}

	async change(actionId: string, title: string, owner: 'ggd' | 'welzijn' = 'ggd'): Promise<void> {
		const { tellTo, revision: expected } = await this.action(actionId);
		const input = { actionId, title, ...this.#owner(owner), due: this.#due(), tellTo, expected };
		await done(this.app, this.world.actor('marjan'), 'action.change', input);
	}

	async withdraw(actionId: string): Promise<void> {
		const input = { actionId, reason: 'Niet meer nodig.' };
		await done(this.app, this.world.actor('marjan'), 'action.withdraw', input);
	}

	async action(id: string): Promise<Action> {
		const action = await stored(this.app).actions.find(id);
		if (!action) throw new Error('no such action');
		return action;
	}

	/** Someone registers a child of this name, without a screen that looks at titles first. */
	async register(firstName: string): Promise<string> {
		const id = this.app.ids.id();
		await this.write(({ cases }) =>
			cases.addChild({
				...{ id, caseId: this.world.case.noor, firstName },
				...{ birthMonth: '2024-01', position: 9 }
			})
		);
		return id;
	}

	write(work: (store: Repositories) => Promise<void>): Promise<void> {
		return this.app.database.write((queries) => work(repositories(queries)));
	}

	async names(): Promise<string[]> {
		return familyNames(await stored(this.app).cases.family(this.world.case.noor));
	}

	/** All that was to leave about the item by this connection, oldest first. */
	async ledger(connectorId: string): Promise<Dispatch[]> {
		const all = await stored(this.app).delivery.ledger([this.world.item.noor]);
		return all.filter(({ delivery }) => delivery.connectorId === connectorId);
	}

	#owner(key: 'ggd' | 'welzijn') {
		const ownerOrganisationId = this.world.organisation[key];
		return key === 'ggd'
			? { ownerOrganisationId, ownerPersonId: this.world.people.tirza.id }
			: { ownerOrganisationId };
	}

	#due = () => new Date(this.clock.now().getTime() + 14 * DAY).toISOString().slice(0, 10);
	#outbox = () => new Outbox(() => this.app, { random: () => 0.5 });
	#lists = () => new TaskLists(() => this.app, { random: () => 0.5 });
}
