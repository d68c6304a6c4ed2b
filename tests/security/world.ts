import { transact } from '#lib/server/transact.ts';
import {
	setUpWebhook,
	type WebhookSecrets
} from '#lib/server/usecases/connectors/set-up-webhook.ts';
import type { Actor } from '#lib/server/work.ts';
import { sql } from 'drizzle-orm';
import { linesOf } from '../moving/support.ts';
import { type Noorderveld, noorderveld } from '../support/people.ts';
import { stored, type TestApp, testApp, type TestAppOptions } from '../support/test-app.ts';

export type Who = keyof Noorderveld['people'];

/** The shape of every id, and nobody's. */
export const ABSENT = 'aaaaaaaaaaaaaaaaaaaaaa';

export interface Attacked {
	app: TestApp;
	world: Noorderveld;
	/** Bas administers his own organisation, and that alone. */
	actor(person: Who): Actor;
	/** At Mila's item: everything that can hang on one. */
	ids: {
		itemId: string;
		meetingId: string;
		tableId: string;
		caseId: string;
		childId: string;
		actionId: string;
		connectorId: string;
		deliveryId: string;
		/** On the social map, of no organisation here. */
		partyId: string;
		/** A case of the ZAT that waits at the intake. */
		moveId: string;
		/** Put to Tirza, who is at another table. */
		questionId: string;
	};
	secrets: WebhookSecrets;
}

/**
 * The intake while Mila's item is live and holds an answer, a judgement, an action with its delivery and
 * decisions. Hilde and Yusuf run it, Roos takes part. Wim is a guest at another item, Nadia a member who
 * was not asked, Jeroen a stranger, Petra administers everything, Bas another organisation.
 */
export async function attacked(options: TestAppOptions = {}): Promise<Attacked> {
	const app = testApp(options);
	const world = await noorderveld(app);
	const { people, organisation } = world;
	await world.do('petra', 'person.change', {
		personId: people.bas.id,
		organisationId: people.bas.organisationId,
		name: people.bas.name,
		function: 'schoolmaatschappelijk werker',
		email: 'bas@noorderveld.example',
		phone: '',
		administers: 'organisation'
	});
	const connected = await transact(
		app,
		world.actor('petra'),
		(work) =>
			setUpWebhook(work, {
				organisationId: organisation.veiligThuis,
				url: 'https://dossier.veiligthuis.example/in',
				allow: []
			}),
		'set-up-connector'
	);
	if (!connected.ok) throw new Error(connected.error);
	await world.goLive('mila');
	const { mila: itemId } = world.item;
	const [childId = ''] = world.children.mila;
	await world.do('roos', 'answer.give', {
		itemId,
		subjectId: childId,
		questionId: 'A1',
		value: { kind: 'scale', choice: 'not-checked' },
		expected: 0
	});
	await world.do('roos', 'judgement.give', {
		itemId,
		childId,
		safety: 'undetermined',
		grade: 5,
		risk: 'raised',
		safetyReason: 'Nog niet gezien.',
		riskReason: 'Nog niet gezien.',
		expected: 0
	});
	const { actionId } = await world.do<{ actionId: string }>('hilde', 'action.propose', {
		itemId,
		title: 'Het kind zien en spreken',
		ownerOrganisationId: organisation.veiligThuis,
		ownerPersonId: people.roos.id,
		due: '2026-12-01'
	});
	await world.do('roos', 'case.set-dossier-reference', {
		caseId: world.case.mila,
		reference: 'VT-geheim-77'
	});
	const { partyId } = await world.do<{ partyId: string }>('petra', 'party.add', {
		name: 'Woningstichting Noord',
		kind: 'housing',
		offers: ['Gesprek bij huurachterstand'],
		contact: { name: 'Ada Zwart', phone: '0500 123 456' }
	});
	const { moveId } = await world.do<{ moveId: string }>('karel', 'case.move', {
		itemId: world.item.jayden,
		tableId: world.table.cjg,
		reason: 'Wie begint er in de wachttijd?',
		lines: await linesOf(app, world.actor('karel'), world.item.jayden)
	});
	await world.do('roos', 'anonymous.ask', {
		...{ itemId, childId, personId: people.tirza.id },
		text: 'Wat is op deze leeftijd gewoon?'
	});
	const [question] = await stored(app).anonymousQuestions.waitingFor(people.tirza.id);
	const [dispatch] = await stored(app).delivery.ledger([itemId]);
	return {
		app,
		world,
		actor: (person) =>
			person === 'bas'
				? { ...world.actor(person), administers: 'organisation' }
				: world.actor(person),
		ids: {
			itemId,
			meetingId: world.meeting.cjg,
			tableId: world.table.cjg,
			caseId: world.case.mila,
			childId,
			actionId,
			connectorId: connected.value.connectorId,
			deliveryId: dispatch?.delivery.id ?? '',
			...{ partyId, moveId },
			questionId: question?.id ?? ''
		},
		secrets: connected.value
	};
}

/** All that is stored, as text by table; `without` some tables. */
export async function everythingStored(
	app: TestApp,
	without: readonly string[] = []
): Promise<Map<string, string>> {
	const { reader } = app.database;
	const tables = (await reader.all(
		sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
	)) as { name: string }[];
	const stored = new Map<string, string>();
	for (const { name } of tables) {
		if (without.includes(name)) continue;
		const rows = await reader.all(sql.raw(`select * from "${name}"`));
		stored.set(name, JSON.stringify(rows));
	}
	return stored;
}
