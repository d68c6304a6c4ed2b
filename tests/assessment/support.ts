import type { ItemView } from '#lib/protocol/views.ts';
import type { ScaleChoice } from '#lib/domain/instrument.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { loadItemView } from '#lib/server/views/item/load-item-view.ts';
import type { Result } from '#lib/domain/result.ts';
import { type Noorderveld, noorderveld } from '../support/people.ts';
import { run, type TestApp, testApp } from '../support/test-app.ts';

type Person = Parameters<Noorderveld['actor']>[0];

/** The CJG intake at De Wit–Bakker, and the short ways to say things there. */
export interface AtDeWitBakker {
	app: TestApp;
	world: Noorderveld;
	itemId: string;
	daan: string;
	lotte: string;
	mark: string;
	sandra: string;
	viewOf(person: Person): Promise<ItemView>;
	send(person: Person, name: string, input?: object): Promise<Result<unknown>>;
	answer(
		person: Person,
		questionId: string,
		subjectId: string,
		choice: ScaleChoice,
		more?: object
	): Promise<Result<unknown>>;
	judge(person: Person, childId: string, more?: object): Promise<Result<unknown>>;
	joint(childId: string, more?: object): Promise<Result<unknown>>;
	/** Everyone's blanks of A–E, as one person who checked nothing. */
	restNotChecked(person: Person): Promise<void>;
}

export const JUDGEMENT = {
	safety: 'structurally-unsafe',
	grade: 4,
	risk: 'high',
	safetyReason: 'Het geweld gaat door bij de overdracht.',
	riskReason: 'Er verandert niets.',
	expected: 0
};

export async function atDeWitBakker({ live = true } = {}): Promise<AtDeWitBakker> {
	const app = testApp();
	const world = await noorderveld(app);
	if (live) await world.goLive('deWitBakker');
	const itemId = world.item.deWitBakker;
	const [daan = '', lotte = ''] = world.children.deWitBakker;
	const [mark = '', sandra = ''] = world.caregivers.deWitBakker;
	const send = (person: Person, name: string, input: object = {}) =>
		run(app, world.actor(person), name, { itemId, ...input });
	return {
		app,
		world,
		itemId,
		daan,
		lotte,
		mark,
		sandra,
		send,
		async viewOf(person) {
			const view = await loadItemView(
				repositories(app.database.reader),
				world.actor(person),
				itemId,
				app.clock.now()
			);
			if (!view) throw new Error(`${person} does not see the item`);
			return view.parts as ItemView;
		},
		answer: (person, questionId, subjectId, choice, more = {}) =>
			send(person, 'answer.give', {
				subjectId,
				questionId,
				value: { kind: 'scale', choice },
				...(['not-checked', 'unknown'].includes(choice)
					? {}
					: { source: 'politie ter plaatse', observedOn: '2026-11-21' }),
				expected: 0,
				...more
			}),
		judge: (person, childId, more = {}) =>
			send(person, 'judgement.give', { childId, ...JUDGEMENT, ...more }),
		joint: (childId, more = {}) =>
			send('hilde', 'judgement.decide-jointly', {
				childId,
				safety: 'undetermined',
				grade: 5,
				risk: 'raised',
				motivation: 'Niemand sprak de kinderen.',
				expected: 0,
				...more
			}),
		async restNotChecked(person) {
			for (const sectionId of ['A', 'B', 'D', 'E'])
				await send(person, 'answer.rest-not-checked', { sectionId, subjectIds: [daan, lotte] });
			await send(person, 'answer.rest-not-checked', { sectionId: 'C', subjectIds: [mark, sandra] });
		}
	};
}
