import type { RequestEvent } from '@sveltejs/kit';
import { isPublic } from '#lib/server/auth/guard.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { once, stored } from '../support/test-app.ts';
import { ABSENT, attacked, type Attacked, everythingStored, type Who } from './world.ts';

type Handler = (event: unknown) => unknown;
interface RouteModule {
	load?: Handler;
	actions?: Record<string, Handler>;
	[method: string]: unknown;
}

const modules = import.meta.glob<RouteModule>('/src/routes/**/+*server.ts', { eager: true });
const PLACE = Symbol.for('casustafel.app');
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback'];

/** `(app)/acties/[actionId] load`, `… ?accept`, `… GET`: everything that answers a request. */
function operations(): Map<string, Handler> {
	const found = new Map<string, Handler>();
	for (const [file, module] of Object.entries(modules)) {
		const path = file.slice('/src/routes/'.length).replace(/\/?\+[a-z.]+$/, '');
		const kind = file.includes('+layout') ? 'layout' : 'load';
		if (module.load) found.set(`${path} ${kind}`, module.load);
		for (const [name, action] of Object.entries(module.actions ?? {}))
			found.set(`${path} ?${name}`, action);
		for (const method of METHODS)
			if (typeof module[method] === 'function')
				found.set(`${path} ${method}`, module[method] as Handler);
	}
	return found;
}

const routeIdOf = (operation: string) => `/${operation.slice(0, operation.lastIndexOf(' '))}`;

/** Wim is a guest at another item of the meeting, Nadia a member who was not asked to this one. */
const OUTSIDE_THE_ITEM: Who[] = ['wim', 'nadia', 'jeroen', 'petra', 'bas'];
const OUTSIDE_THE_MEETING: Who[] = ['jeroen', 'petra', 'bas'];
const OUTSIDE_THE_TABLE: Who[] = ['wim', 'jeroen', 'petra', 'bas'];
const NO_ADMINISTRATOR: Who[] = ['hilde', 'roos', 'wim', 'nadia', 'jeroen'];
const NOT_OF_EVERYTHING: Who[] = [...NO_ADMINISTRATOR, 'bas'];

interface Closed {
	outside: Who[];
	/** Which parameter or field names what it is about; none when the page itself is not there. */
	about?: string;
	params?: Record<string, keyof Attacked['ids'] | 'personId' | 'organisationId'>;
	fields?: Record<string, string>;
	/** Its refusal names its object on the access log. */
	logged?: true;
}
/** For everyone who is signed in, about oneself. */
const OWN = 'own';
/** Without a session. */
const PUBLIC = 'public';

const meeting = (more: Partial<Closed> = {}): Closed => ({
	outside: OUTSIDE_THE_MEETING,
	about: 'meetingId',
	params: { meetingId: 'meetingId' },
	logged: true,
	...more
});
const ofItem = (fields: Record<string, string> = {}): Closed => ({
	outside: OUTSIDE_THE_ITEM,
	about: 'itemId',
	params: { itemId: 'itemId' },
	fields,
	logged: true
});
const FIELDS: Record<string, Record<string, string>> = {
	decline: { reason: 'a' },
	finish: { doneOn: '2026-11-24' },
	'hand-on': { personId: ABSENT }
};
/** A form about one action, on whatever page it stands. */
const step = (name: string): Closed => ({
	outside: OUTSIDE_THE_ITEM,
	about: 'actionId',
	params: { actionId: 'actionId', meetingId: 'meetingId' },
	fields: { actionId: 'actionId', ...FIELDS[name] },
	logged: true
});
const steps = (path: string) =>
	Object.fromEntries(
		['accept', 'decline', 'hand-on', 'start', 'finish', 'reopen'].map((name) => [
			`${path} ?${name}`,
			step(name)
		])
	);
const person = (fields: Record<string, string> = {}): Closed => ({
	outside: NOT_OF_EVERYTHING,
	about: 'personId',
	params: { personId: 'personId' },
	fields
});
const organisation = (fields: Record<string, string> = {}): Closed => ({
	outside: NOT_OF_EVERYTHING,
	about: 'organisationId',
	params: { organisationId: 'organisationId' },
	fields
});
const table = (fields: Record<string, string> = {}): Closed => ({
	outside: NOT_OF_EVERYTHING,
	about: 'tableId',
	params: { tableId: 'tableId' },
	fields
});
const question = (fields: Record<string, string> = {}): Closed => ({
	outside: OUTSIDE_THE_ITEM,
	about: 'questionId',
	params: { questionId: 'questionId' },
	fields,
	logged: true
});
const connector: Closed = {
	outside: NOT_OF_EVERYTHING,
	about: 'connectorId',
	fields: { connectorId: 'connectorId' }
};
/** What was told to whom is for who runs the table. */
const onDelivery: Closed = {
	outside: OUTSIDE_THE_ITEM,
	about: 'deliveryId',
	params: { meetingId: 'meetingId' },
	fields: { deliveryId: 'deliveryId' }
};
/** Something made for Veilig Thuis. */
const connecting = (more: Record<string, string> = {}): Closed => ({
	outside: NOT_OF_EVERYTHING,
	about: 'organisationId',
	fields: { organisationId: 'organisationId', ...more }
});
const list = { url: 'https://taken.example/', username: 'casustafel', password: 'geheim' };
const colleague = {
	...{ organisationId: 'organisationId', name: 'Nieuw', function: 'x', administers: 'nothing' },
	email: 'nieuw@noorderveld.example'
};
const organised = { name: 'Nieuw', kind: 'school' };
const seat = { personId: 'personId', role: 'member' };
/** A party of the social map, for who does not keep it. */
const party = (more: Partial<Closed> = {}): Closed => ({
	outside: NOT_OF_EVERYTHING,
	about: 'partyId',
	params: { partyId: 'partyId' },
	...more
});
const contact = { role: 'contact', expected: '1', name: 'Anders' };
const mapped = { name: 'Nieuw', kind: 'housing', offers: 'Een huis' };

const MATRIX: Record<string, Closed | typeof OWN | typeof PUBLIC> = {
	'(app) layout': OWN,
	'(app) load': OWN,
	'(app)/account load': OWN,
	'(app)/account ?password': OWN,
	'(app)/account ?recoveryCodes': OWN,
	'(app)/account ?removeSecondFactor': OWN,
	'(app)/account ?signOutEverywhere': OWN,
	'(app)/account/tweede-stap load': OWN,
	'(app)/account/tweede-stap ?default': OWN,
	'(app)/acties load': OWN,
	'(app)/acties ?create-feed': OWN,
	'(app)/acties ?revoke-feed': OWN,
	...steps('(app)/acties'),
	'(app)/acties/[actionId] load': step('load'),
	...steps('(app)/acties/[actionId]'),
	'(app)/acties/eigenaren/[itemId] GET': {
		outside: OUTSIDE_THE_ITEM,
		about: 'itemId',
		params: { itemId: 'itemId' },
		logged: true
	},
	'(app)/acties/export.csv GET': OWN,
	'(app)/beheer layout': { outside: NO_ADMINISTRATOR },
	'(app)/beheer load': { outside: NO_ADMINISTRATOR },
	'(app)/beheer/koppelingen load': { outside: NO_ADMINISTRATOR },
	'(app)/beheer/koppelingen ?test': connector,
	'(app)/beheer/koppelingen ?pause': connector,
	'(app)/beheer/koppelingen ?resume': connector,
	'(app)/beheer/koppelingen ?remove': connector,
	'(app)/beheer/koppelingen ?rotate': connector,
	'(app)/beheer/koppelingen ?replaceClientSecret': connector,
	'(app)/beheer/koppelingen ?retryAll': connector,
	'(app)/beheer/koppelingen ?retry': {
		outside: ['wim', 'nadia', 'jeroen', 'bas'],
		about: 'deliveryId',
		fields: { deliveryId: 'deliveryId' }
	},
	'(app)/beheer/koppelingen ?createFeed': connecting(),
	'(app)/beheer/koppelingen ?revokeFeed': connecting(),
	'(app)/beheer/koppelingen/acties.csv GET': { outside: NO_ADMINISTRATOR },
	'(app)/beheer/koppelingen/nieuw load': { outside: NO_ADMINISTRATOR },
	'(app)/beheer/koppelingen/nieuw ?mail': connecting({ address: 'team@organisatie.example' }),
	'(app)/beheer/koppelingen/nieuw ?webhook': connecting({ url: 'https://dossier.example/in' }),
	'(app)/beheer/koppelingen/nieuw ?api': connecting(),
	'(app)/beheer/koppelingen/nieuw ?find': connecting(list),
	'(app)/beheer/koppelingen/nieuw ?taskList': connecting({ ...list, list: list.url }),
	'(app)/beheer/mensen load': { outside: NO_ADMINISTRATOR },
	'(app)/beheer/mensen/[personId] load': person(),
	'(app)/beheer/mensen/[personId] ?change': person(colleague),
	'(app)/beheer/mensen/[personId] ?invite': person(),
	'(app)/beheer/mensen/[personId] ?disable': person(),
	'(app)/beheer/mensen/[personId] ?enable': person(),
	'(app)/beheer/mensen/[personId] ?endSessions': person(),
	'(app)/beheer/mensen/[personId] ?resetSecondFactor': person(),
	'(app)/beheer/mensen/nieuw load': { outside: NO_ADMINISTRATOR },
	'(app)/beheer/mensen/nieuw ?default': {
		outside: NOT_OF_EVERYTHING,
		about: 'organisationId',
		fields: colleague
	},
	'(app)/beheer/organisaties load': { outside: NOT_OF_EVERYTHING },
	'(app)/beheer/organisaties ?default': { outside: NOT_OF_EVERYTHING, fields: organised },
	'(app)/beheer/organisaties/[organisationId] load': organisation(),
	'(app)/beheer/organisaties/[organisationId] ?change': organisation(organised),
	'(app)/beheer/organisaties/[organisationId] ?archive': organisation(),
	'(app)/beheer/organisaties/[organisationId] ?restore': organisation(),
	'(app)/beheer/sociale-kaart load': { outside: NO_ADMINISTRATOR },
	'(app)/beheer/sociale-kaart ?reviewed': {
		outside: NOT_OF_EVERYTHING,
		about: 'partyId',
		fields: { partyId: 'partyId', expected: '1' },
		logged: true
	},
	'(app)/beheer/sociale-kaart/nieuw load': { outside: NO_ADMINISTRATOR },
	'(app)/beheer/sociale-kaart/nieuw ?default': {
		outside: NOT_OF_EVERYTHING,
		about: 'organisationId',
		fields: { ...mapped, organisationId: 'organisationId' },
		logged: true
	},
	'(app)/beheer/sociale-kaart/[partyId] load': party(),
	'(app)/beheer/sociale-kaart/[partyId] ?change': party({
		fields: { ...mapped, expected: '1' },
		logged: true
	}),
	'(app)/beheer/sociale-kaart/[partyId] ?reviewed': party({
		fields: { expected: '1' },
		logged: true
	}),
	'(app)/beheer/sociale-kaart/[partyId] ?remove': party({
		fields: { expected: '1' },
		logged: true
	}),
	'(app)/beheer/sociale-kaart/[partyId] ?photo': party({ fields: contact, logged: true }),
	'(app)/beheer/sociale-kaart/[partyId] ?remove-photo': party({ fields: contact, logged: true }),
	'(app)/beheer/organisaties/[organisationId] ?questions': organisation({ suspicion: 'a' }),
	'(app)/beheer/tafels load': { outside: NOT_OF_EVERYTHING },
	'(app)/beheer/tafels ?default': {
		outside: NOT_OF_EVERYTHING,
		fields: { name: 'Nieuw', format: 'cjg-intake' }
	},
	'(app)/beheer/tafels/[tableId] load': table(),
	'(app)/beheer/tafels/[tableId] ?change': table({
		...{ name: 'Nieuw', minutes: '60', minutesPerCase: '10' }
	}),
	'(app)/beheer/tafels/[tableId] ?archive': table(),
	'(app)/beheer/tafels/[tableId] ?restore': table(),
	'(app)/beheer/tafels/[tableId] ?giveSeat': table(seat),
	'(app)/beheer/tafels/[tableId] ?removeSeat': table(seat),
	'(app)/casus/[caseId] load': {
		outside: OUTSIDE_THE_ITEM,
		about: 'caseId',
		params: { caseId: 'caseId' },
		logged: true
	},
	'(app)/dossier/[itemId] load': ofItem(),
	'(app)/dossier/[itemId] ?fix': ofItem({ basis: 'x'.repeat(43) }),
	'(app)/dossier/[itemId]/afgedrukt POST': ofItem(),
	'(app)/afschrift/[itemId] load': ofItem(),
	'(app)/afschrift/[itemId] ?fix': ofItem({
		...{ subjectId: 'childId', line: 'reason', basis: 'x'.repeat(43) }
	}),
	'(app)/afschrift/[itemId]/[copyId] load': ofItem(),
	'(app)/afschrift/[itemId]/[copyId]/afgedrukt POST': ofItem(),
	'(app)/casus/[caseId] ?spoed': {
		outside: OUTSIDE_THE_ITEM,
		about: 'caseId',
		params: { caseId: 'caseId' },
		fields: { why: 'Zij belde.' },
		logged: true
	},
	'(app)/overleg/[meetingId] load': meeting(),
	'(app)/overleg/[meetingId]/inbrengen load': meeting({ outside: OUTSIDE_THE_TABLE }),
	'(app)/overleg/[meetingId]/inbrengen ?default': meeting({
		outside: OUTSIDE_THE_TABLE,
		fields: { caseId: 'caseId', reason: 'a', news: 'b', minutes: '5' }
	}),
	'(app)/overleg/[meetingId]/review load': meeting(),
	...steps('(app)/overleg/[meetingId]/review'),
	'(app)/overleg/[meetingId]/review ?ratify': {
		outside: OUTSIDE_THE_ITEM,
		about: 'itemId',
		fields: { itemId: 'itemId', version: '1', hash: 'x'.repeat(43) },
		logged: true
	},
	'(app)/overleg/[meetingId]/review ?ratify-without-rest': {
		outside: OUTSIDE_THE_ITEM,
		about: 'itemId',
		fields: { itemId: 'itemId' },
		logged: true
	},
	'(app)/overleg/[meetingId]/review ?retry': {
		outside: ['wim', 'nadia', 'jeroen', 'bas'],
		about: 'deliveryId',
		fields: { deliveryId: 'deliveryId' }
	},
	'(app)/overleg/[meetingId]/terugmelding load': meeting(),
	'(app)/overleg/[meetingId]/review ?filed': {
		outside: OUTSIDE_THE_ITEM,
		about: 'itemId',
		fields: { itemId: 'itemId', version: '1', filed: 'yes' },
		logged: true
	},
	'(app)/overleg/[meetingId]/terugmelding ?handOver': onDelivery,
	'(app)/overleg/[meetingId]/terugmelding ?takeBack': onDelivery,
	'(app)/overleg/[meetingId]/terugmelding ?retry': {
		outside: ['wim', 'nadia', 'jeroen', 'bas'],
		about: 'deliveryId',
		params: { meetingId: 'meetingId' },
		fields: { deliveryId: 'deliveryId' }
	},
	'(app)/overleg/[meetingId]/uitnodiging.ics GET': meeting(),
	'(app)/overleg/[meetingId]/deelcode GET': meeting(),
	'(app)/overleg/[meetingId]/verslag load': meeting(),
	'(app)/overleg/[meetingId]/verslag/afgedrukt POST': meeting(),
	'(app)/overdragen/[itemId] GET': {
		outside: OUTSIDE_THE_ITEM,
		about: 'itemId',
		params: { itemId: 'itemId' },
		logged: true
	},
	'(app)/sociale-kaart load': OWN,
	'(app)/sociale-kaart/partijen GET': OWN,
	'(app)/sociale-kaart/foto/[photoId] GET': OWN,
	'(app)/sociale-kaart/[partyId] load': party({ logged: true }),
	'(app)/sociale-kaart/[partyId] ?change': party({ fields: contact, logged: true }),
	'(app)/sociale-kaart/[partyId] ?photo': party({ fields: contact, logged: true }),
	'(app)/sociale-kaart/[partyId] ?remove-photo': party({ fields: contact, logged: true }),
	'(app)/tafels load': OWN,
	'(app)/tafels/[tableId] load': {
		outside: OUTSIDE_THE_TABLE,
		about: 'tableId',
		params: { tableId: 'tableId' },
		logged: true
	},
	'(app)/tafels/[tableId] ?plan': {
		outside: OUTSIDE_THE_TABLE,
		about: 'tableId',
		params: { tableId: 'tableId' },
		fields: { day: '2026-12-01', time: '09:00', minutes: '60' },
		logged: true
	},
	'(app)/tafels/[tableId] ?receive': {
		outside: [...OUTSIDE_THE_TABLE, 'nadia', 'roos'],
		about: 'moveId',
		params: { tableId: 'tableId' },
		fields: { moveId: 'moveId', meetingId: 'meetingId' },
		logged: true
	},
	'(app)/tafels/[tableId] ?return': {
		outside: [...OUTSIDE_THE_TABLE, 'nadia', 'roos'],
		about: 'moveId',
		params: { tableId: 'tableId' },
		fields: { moveId: 'moveId', reason: 'a' },
		logged: true
	},
	'(app)/vraag/[questionId] load': question(),
	'(app)/vraag/[questionId] ?answer': question({ answer: 'a' }),
	'(public)/aanmelden load': PUBLIC,
	'(public)/aanmelden ?default': PUBLIC,
	'(public)/aanmelden/code load': PUBLIC,
	'(public)/aanmelden/code ?default': PUBLIC,
	'(public)/aanmelden/instellen load': PUBLIC,
	'(public)/aanmelden/instellen ?default': PUBLIC,
	'(public)/afmelden POST': PUBLIC,
	'(public)/afspraak load': PUBLIC,
	...Object.fromEntries(
		['open', 'code', 'again', 'leave', 'accept', 'decline', 'finish', 'hand-on'].map((name) => [
			`(public)/afspraak ?${name}`,
			PUBLIC as typeof PUBLIC
		])
	),
	'(public)/demo/wissel POST': PUBLIC,
	'(public)/taal POST': PUBLIC,
	'(public)/uitnodiging/[token] load': PUBLIC,
	'(public)/uitnodiging/[token] ?default': PUBLIC,
	'agenda-feed/[secret]/[[file]] GET': PUBLIC,
	'api/v1/[...rest] fallback': PUBLIC,
	'api/v1/acties GET': PUBLIC,
	'api/v1/acties fallback': PUBLIC,
	'api/v1/acties/[id] GET': PUBLIC,
	'api/v1/acties/[id] PATCH': PUBLIC,
	'api/v1/acties/[id] fallback': PUBLIC,
	'api/v1/acties/[id]/gelezen POST': PUBLIC,
	'api/v1/acties/[id]/gelezen fallback': PUBLIC,
	'api/v1/docs load': PUBLIC,
	'api/v1/gebeurtenissen GET': PUBLIC,
	'api/v1/gebeurtenissen fallback': PUBLIC,
	'api/v1/openapi.json GET': PUBLIC,
	'api/v1/openapi.json fallback': PUBLIC,
	'api/v1/token POST': PUBLIC,
	'api/v1/token fallback': PUBLIC,
	'healthz GET': PUBLIC
};

const shared = once(attacked);
let at: Attacked;
const visiting = (visited: Attacked) => {
	at = visited;
	Reflect.set(globalThis, PLACE, at.app);
};
beforeEach(() => visiting(shared()));
afterEach(() => void Reflect.deleteProperty(globalThis, PLACE));

/** A request as the routes get it, from someone who is signed in. */
async function visit(
	operation: string,
	who: Who,
	params: Record<string, string> = {},
	fields: Record<string, string> = {}
) {
	const { app, world } = at;
	const colleague = await stored(app).people.find(world.people[who].id);
	const url = new URL('/somewhere', app.settings.publicUrl);
	const handler = operations().get(operation);
	const body = new URLSearchParams(fields);
	const event = {
		url,
		params,
		route: { id: routeIdOf(operation) },
		locals: { app, actor: at.actor(who), colleague, address: '192.0.2.1' },
		cookies: { get: () => undefined, set: () => undefined, delete: () => undefined },
		parent: () => (modules['/src/routes/(app)/beheer/+layout.server.ts']?.load ?? String)(event),
		request: new Request(url, /load|layout|GET/.test(operation) ? {} : { method: 'POST', body }),
		getClientAddress: () => '192.0.2.1'
	} as unknown as RequestEvent;
	return outcomeOf(async () => handler?.(event));
}

/** What the visitor gets, without what he or she sent along. */
async function outcomeOf(run: () => unknown): Promise<Record<string, unknown>> {
	try {
		const value = await run();
		if (value instanceof Response)
			return { status: value.status, body: await value.text(), headers: [...value.headers] };
		const { status, data } = Object(value) as { status?: number; data?: object };
		if (typeof status !== 'number' || !data) return { status: 200, body: JSON.stringify(value) };
		return { status, body: JSON.stringify({ ...data, values: null }) };
	} catch (thrown) {
		if (thrown instanceof Error) throw thrown;
		return { status: 0, thrown: JSON.stringify(thrown) };
	}
}

describe('SE17 for who is outside there is nothing: every route × every way to be outside', () => {
	test('every operation of every route has its line', () => {
		expect([...operations().keys()].toSorted()).toEqual(Object.keys(MATRIX).toSorted());
	});

	test('without a session no route answers but those that are meant for it', () => {
		for (const [operation, entry] of Object.entries(MATRIX))
			expect({ operation, open: isPublic(routeIdOf(operation)) }).toEqual({
				operation,
				open: entry === PUBLIC
			});
	});

	const closed = Object.entries(MATRIX).flatMap(([operation, entry]) =>
		typeof entry === 'object' ? [{ operation, entry }] : []
	);
	test.each(closed)('$operation', async ({ operation, entry }) => {
		const ids: Record<string, string> = {
			...at.ids,
			personId: at.world.people.roos.id,
			organisationId: at.world.organisation.veiligThuis
		};
		const real = (of: Record<string, string> = {}) =>
			Object.fromEntries(Object.entries(of).map(([name, value]) => [name, ids[value] ?? value]));
		const { about = '', outside } = entry;
		const params = real(entry.params);
		const fields = real(entry.fields);
		const without = ['access_log', 'sessions'];
		const before = await everythingStored(at.app, without);
		for (const who of outside) {
			const forbidden = await visit(operation, who, params, fields);
			const text = JSON.stringify(forbidden);
			expect({ who, text }).toEqual({ who, text: expect.stringMatching(/404|not-found/) });
			if (entry.logged)
				expect((await stored(at.app).log.newest(1))[0]).toMatchObject({
					personId: at.world.people[who].id,
					objectId: ids[about],
					outcome: 'refused'
				});
			if (about === '') continue;
			const absent = await visit(
				operation,
				who,
				about in params ? { ...params, [about]: ABSENT } : params,
				about in fields ? { ...fields, [about]: ABSENT } : fields
			);
			expect({ who, ...absent }).toEqual({ who, ...forbidden });
		}
		expect(await everythingStored(at.app, without)).toEqual(before);
	});
});

describe("SE18 on pages that are one's own there is nothing of an item one takes no part in", () => {
	const SECRETS = () => [
		...['Mila', '26-8452', 'VT-geheim-77', 'Het kind zien en spreken', 'Nog niet gezien'],
		...[at.ids.itemId, at.ids.caseId, at.ids.childId, at.ids.actionId, at.ids.deliveryId]
	];
	const pages = Object.keys(MATRIX).filter(
		(operation) => / (load|layout|GET)$/.test(operation) && MATRIX[operation] !== PUBLIC
	);

	test.each(pages)('%s', async (operation) => {
		const params = {
			...{ meetingId: at.ids.meetingId, tableId: at.ids.tableId, itemId: ABSENT },
			...{ caseId: ABSENT, partyId: ABSENT, photoId: ABSENT, questionId: ABSENT },
			...{ actionId: ABSENT, personId: at.world.people.roos.id },
			organisationId: at.world.organisation.veiligThuis
		};
		for (const who of OUTSIDE_THE_ITEM) {
			const text = JSON.stringify(await visit(operation, who, params));
			const told = SECRETS().filter((secret) => text.includes(secret));
			expect({ who, told }).toEqual({ who, told: [] });
		}
	});

	test('the one that asks for everything gets it: the search above looks in the right place', async () => {
		const { meetingId } = at.ids;
		const seen = JSON.stringify(
			await visit('(app)/overleg/[meetingId]/review load', 'roos', { meetingId })
		);
		for (const secret of ['Mila', '26-8452', 'Het kind zien en spreken', at.ids.itemId])
			expect(seen).toContain(secret);
	});
});

test('SE19 whom the form of an action offers is a reading of the case: a row, and no answer without it', async () => {
	visiting(await attacked());
	const operation = '(app)/acties/eigenaren/[itemId] GET';
	const { itemId, caseId } = at.ids;
	expect(await visit(operation, 'roos', { itemId })).toMatchObject({ status: 200 });
	expect((await stored(at.app).log.newest(1))[0]).toMatchObject({
		event: 'read-possible-owners',
		objectId: itemId,
		caseId,
		ground: 'participant',
		outcome: 'allowed'
	});
	await at.app.database.write(async (queries) => {
		await queries.run(sql`create trigger full before insert on access_log begin
			select raise(abort, 'disk full'); end`);
	});
	await expect(visit(operation, 'roos', { itemId })).rejects.toThrow('disk full');
});

test('SE20 a guest is not given the list of all professionals', async () => {
	const { meetingId } = at.ids;
	const operation = '(app)/overleg/[meetingId] load';
	const guest = JSON.stringify(await visit(operation, 'wim', { meetingId }));
	expect(guest).not.toContain('Esther Vonk');
	// Who sits at the table may bring a case, and asks people to it.
	const member = JSON.stringify(await visit(operation, 'nadia', { meetingId }));
	expect(member).toContain('Esther Vonk');
});
