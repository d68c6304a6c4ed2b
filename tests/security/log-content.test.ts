import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { faultOf } from '#lib/server/fault.ts';
import { Server } from '../documents/rooms-fixture.ts';
import { serveLive } from '../support/live.ts';
import { noorderveld } from '../support/people.ts';
import { run, testApp, type TestApp } from '../support/test-app.ts';

/** A name that stands for everything that may never reach a log. */
const CANARY = 'Kanariepiet Achternaam';
const family = { children: [{ firstName: CANARY, birthMonth: '2019-01' }], caregivers: [] };

/** From now on no case can be stored, as with a full disk. */
async function noMoreCases(app: TestApp): Promise<void> {
	await app.database.write(async (queries) => {
		await queries.run(sql`create trigger full before insert on children begin
			select raise(abort, 'disk full'); end`);
	});
}

test('SE9 of a fault the log gets kind, code and place, never what its message quotes', () => {
	const odd = new Error(CANARY);
	odd.name = `Odd ${CANARY}`;
	const faults = [
		new Error(`first line\nparams: ${CANARY}\n    at ${CANARY} (/x.ts:1:2)`),
		new TypeError(CANARY, { cause: new Error(CANARY) }),
		Object.assign(new Error(CANARY), { code: CANARY }),
		odd,
		`thrown: ${CANARY}`,
		{ message: CANARY }
	];
	expect(JSON.stringify(faults.map(faultOf))).not.toContain('Kanarie');
	expect(faultOf(faults[1])).toMatchObject({ kind: 'TypeError' });
	expect(faultOf(faults[0]).at?.[0]).toContain('log-content.test.ts');
	const full = Object.assign(new Error('x'), { code: 'SQLITE_FULL' });
	expect(faultOf(new Error('y', { cause: full }))).toMatchObject({ code: 'SQLITE_FULL' });
});

test('SE9 the statement that failed, with its values, is not in what is logged', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	await noMoreCases(app);
	const input = { tableId: world.table.cjg, ...family };
	const fault = await run(app, world.actor('hilde'), 'case.open', input).catch(
		(error: unknown) => error
	);
	const query = `Failed query: insert into children\nparams: ${CANARY}`;
	for (const error of [fault, new Error(query, { cause: fault })]) {
		expect(JSON.stringify(faultOf(error))).not.toMatch(/Kanarie|insert into/i);
		expect(faultOf(error)).toMatchObject({ code: 'SQLITE_CONSTRAINT_TRIGGER' });
	}
});

test('SE9 a text that could not be stored is not in the log', async () => {
	const server = await Server.start();
	onTestFinished(() => server.files.remove());
	const tab = await server.opened('marjan');
	server.disk = () => {
		const cause = Object.assign(new Error(CANARY), { code: 'SQLITE_FULL' });
		throw new Error(`Failed query: insert\nparams: ${CANARY}`, { cause });
	};
	expect(await tab.type(CANARY).save()).toMatchObject({ ok: false });
	expect(server.logged).toMatchObject([{ event: 'document-commit-failed', code: 'SQLITE_FULL' }]);
	expect(JSON.stringify(server.logged)).not.toContain('Kanarie');
});

test('SE10 who meets a fault gets a code: no message, no statement, no name', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	const { open } = await serveLive(app);
	const hilde = await open(world.people.hilde.id);
	await noMoreCases(app);
	const outcome = await hilde.command('case.open', { tableId: world.table.cjg, ...family });
	expect(outcome).toEqual({ ok: false, error: 'not-available' });
	expect(await hilde.ask('here', {})).toMatchObject({ ok: true });
});
