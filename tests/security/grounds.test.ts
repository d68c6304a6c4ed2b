import { expect, test } from 'vitest';
import { partner, toldBy, tokenFor } from '../delivery/api-fetch.ts';
import { run, stored } from '../support/test-app.ts';
import { serveLive } from '../support/live.ts';
import { attacked } from './world.ts';

test('SE21 the access log says as what someone was there: the deputy is not the chair', async () => {
	const at = await attacked();
	const { world, ids } = at;
	const { open } = await serveLive(at.app);
	const yusuf = await open(world.people.yusuf.id);
	await yusuf.ask('view:open', { topic: `item:${ids.itemId}` });
	await world.do('yusuf', 'case.set-dossier-reference', { caseId: ids.caseId, reference: 'C-1' });
	await world.do('yusuf', 'action.withdraw', { actionId: ids.actionId, reason: 'Dubbel' });
	const rows = (await stored(at.app).log.newest(50)).filter(
		(row) => row.personId === world.people.yusuf.id && row.caseId === ids.caseId
	);
	expect(rows.map((row) => [row.event, row.ground])).toEqual(
		expect.arrayContaining([
			['read-item', 'deputy'],
			['set-dossier-reference', 'deputy'],
			['action-withdraw', 'deputy']
		])
	);
	expect(rows.map((row) => row.ground)).not.toContain('chair');
});

test('SE22 a family has an end, also when it is added to command by command', async () => {
	const at = await attacked();
	const add = (count: number) =>
		run(at.app, at.actor('hilde'), 'case.change-family', {
			caseId: at.ids.caseId,
			children: Array.from({ length: count }, () => ({
				firstName: 'Kee',
				birthMonth: '2019-01'
			})),
			caregivers: []
		});
	expect(await add(13)).toMatchObject({ ok: false, error: 'invalid-input' });
	expect(await add(6)).toMatchObject({ ok: true });
	expect(await add(6)).toEqual({ ok: false, error: 'family-too-large' });
	expect((await stored(at.app).cases.family(at.ids.caseId))?.children.length).toBeLessThan(13);
});

test('SE23 neither token nor client secret of an organisation that takes part no more opens anything', async () => {
	const at = await attacked();
	const { world } = at;
	const api = partner(at.app, at.secrets);
	expect((await api('')).status).toBe(200);
	await world.do('petra', 'person.disable', { personId: world.people.roos.id });
	await world.do('petra', 'organisation.archive', {
		organisationId: world.organisation.veiligThuis
	});
	const refused = await api('');
	const never = await api('', { token: `ctt_${'a'.repeat(43)}` });
	expect(refused.status).toBe(401);
	expect(refused.body).toEqual(never.body);
	await expect(tokenFor(at.app, at.secrets)).rejects.toThrow('invalid_client');
});

test("SE24 a partner gets one answer for what is absent and for what is another's", async () => {
	const at = await attacked();
	const { world } = at;
	const api = partner(at.app, at.secrets);
	const { actionId } = await world.do<{ actionId: string }>('hilde', 'action.propose', {
		itemId: at.ids.itemId,
		title: 'Bellen met school',
		ownerOrganisationId: world.organisation.cjg,
		due: '2026-12-01'
	});
	const body = { status: 'accepted', revision: 1 };
	const calls = [
		['', { method: 'GET' }],
		['', { method: 'PATCH', body }],
		['', { method: 'PATCH', body: { status: 'accepted', revision: 99 } }],
		['/gelezen', { method: 'POST' }]
	] as const;
	for (const [path, call] of calls) {
		const foreign = await api(`/${actionId}${path}`, call);
		const absent = await api(`/aaaaaaaaaaaaaaaaaaaaaa${path}`, call);
		expect(foreign.status).toBe(404);
		expect(foreign.headers.get('content-type')).toBe('application/problem+json');
		expect({ ...absent, headers: toldBy(absent.headers) }).toEqual({
			...foreign,
			headers: toldBy(foreign.headers)
		});
	}
	const [row] = await stored(at.app).log.newest(1);
	expect(row).toMatchObject({ outcome: 'refused', role: 'connector', personId: null });
});
