import type { Result } from '#lib/domain/result.ts';
import { transact } from '#lib/server/transact.ts';
import type { Actor, Work } from '#lib/server/work.ts';
import { type Noorderveld, noorderveld } from '../support/people.ts';
import { type TestApp, run, stored, testApp } from '../support/test-app.ts';

export interface AtNoorderveld {
	app: TestApp;
	world: Noorderveld;
	store: ReturnType<typeof stored>;
	try(person: Who, name: string, input: unknown): Promise<Result<unknown>>;
	/** Reads a view as someone would by opening its page. */
	read<T>(actor: Actor, view: (work: Work) => Promise<Result<T>>): Promise<Result<T>>;
	/** Proposes an action at De Wit–Bakker; Hilde proposes unless told otherwise. */
	propose(changes?: Partial<Proposal>, by?: Who): Promise<string>;
}
export type Who = keyof Noorderveld['people'];

export interface Proposal {
	itemId: string;
	title: string;
	ownerOrganisationId: string;
	ownerPersonId?: string;
	due: string;
	tellTo: string;
}

/** The CJG intake under way at De Wit–Bakker, with everyone invited at the item. */
export async function atDeWitBakker(): Promise<AtNoorderveld> {
	const app = testApp();
	const world = await noorderveld(app);
	await world.goLive('deWitBakker');
	return {
		app,
		world,
		store: stored(app),
		try: (person, name, input) => run(app, world.actor(person), name, input),
		read: (actor, view) => transact(app, actor, view, 'read'),
		async propose(changes = {}, by = 'hilde') {
			const { actionId } = await world.do<{ actionId: string }>(by, 'action.propose', {
				...proposal(world, 'roos'),
				...changes
			});
			return actionId;
		}
	};
}

export function proposal(world: Noorderveld, owner: Who): Proposal {
	return {
		itemId: world.item.deWitBakker,
		title: 'De kinderen zien en spreken',
		ownerOrganisationId: world.people[owner].organisationId,
		ownerPersonId: world.people[owner].id,
		due: '2026-11-27',
		tellTo: 'Hilde Kremer'
	};
}
