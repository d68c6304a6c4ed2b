import type { Result } from '#lib/domain/result.ts';
import type { MeetingView } from '#lib/protocol/views.ts';
import { transact } from '#lib/server/transact.ts';
import { loadView } from '#lib/server/views/load-view.ts';
import { type Noorderveld, noorderveld } from '../support/people.ts';
import { run, stored, type TestApp, testApp, type TestAppOptions } from '../support/test-app.ts';

export type Who = keyof Noorderveld['people'];

export interface Intake {
	app: TestApp;
	world: Noorderveld;
	store: ReturnType<typeof stored>;
	meetingId: string;
	try(person: Who, name: string, input: unknown, id?: string): Promise<Result<unknown>>;
	/** The meeting as one person sees it; null when it does not exist for him or her. */
	meeting(person: Who): Promise<MeetingView | null>;
	/** A case that Nadia opened and put on the agenda, with Tirza as a guest. */
	broughtByNadia(): Promise<{ caseId: string; itemId: string }>;
	/** A later meeting of the same table. */
	later(): Promise<string>;
	/** The intake's items in their order: codes and titles as the chair sees them. */
	order(): Promise<string[]>;
}

/** The CJG intake before it starts: three cases, of which Nadia (a member) is asked to none. */
export async function intake(options: TestAppOptions = {}): Promise<Intake> {
	const app = testApp(options);
	const world = await noorderveld(app);
	const store = stored(app);
	const meetingId = world.meeting.cjg;
	const meeting = async (person: Who) => {
		const view = await loadView(app, store, world.actor(person), `meeting:${meetingId}`);
		return view ? (view.parts as MeetingView) : null;
	};
	return {
		app,
		world,
		store,
		meetingId,
		meeting,
		try: (person, name, input, id) => run(app, world.actor(person), name, input, id),
		async broughtByNadia() {
			const { caseId } = await world.do<{ caseId: string }>('nadia', 'case.open', {
				tableId: world.table.cjg,
				children: [{ firstName: 'Sem', birthMonth: '2019-09' }],
				caregivers: [{ firstName: 'Bo', lastName: 'Kuiper', relation: 'moeder' }]
			});
			const { itemId } = await world.do<{ itemId: string }>('nadia', 'item.add-case', {
				...question(meetingId, caseId),
				participants: [world.people.tirza.id]
			});
			return { caseId, itemId };
		},
		async later() {
			const planned = await world.do<{ meetingId: string }>('hilde', 'meeting.plan', {
				tableId: world.table.cjg,
				startsAt: '2026-12-01T08:00:00.000Z',
				minutes: 90
			});
			return planned.meetingId;
		},
		async order() {
			const view = await meeting('hilde');
			return view?.agenda.map((line) => line.code ?? line.title) ?? [];
		}
	};
}

export function question(meetingId: string, caseId: string) {
	return {
		meetingId,
		caseId,
		reason: 'Wie spreekt de moeder?',
		news: 'De huisarts belde vanochtend.',
		minutes: 12,
		participants: [] as string[]
	};
}

/** Reads a view as opening its page does: with its rows in the access log. */
export function open(at: Intake, person: Who, topic: `${'meeting' | 'item'}:${string}`) {
	const actor = at.world.actor(person);
	return transact(
		at.app,
		actor,
		async (work) => {
			const view = await loadView(at.app, work.store, actor, topic);
			if (!view) return { ok: false, error: 'not-found' };
			for (const entry of view.reads) await work.log(entry);
			return { ok: true, value: view.parts };
		},
		'open-view'
	);
}
