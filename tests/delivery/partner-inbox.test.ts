import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { announceActionList } from '#lib/server/outbox/announce.ts';
import { Outbox } from '#lib/server/outbox/outbox.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { transact } from '#lib/server/transact.ts';
import { ok } from '#lib/domain/result.ts';
import { MailboxFile } from '../../scripts/partner-inbox/mailbox.ts';
import { inboxServer } from '../../scripts/partner-inbox/server.ts';
import { stored } from '../support/test-app.ts';
import { apiFetch } from './api-fetch.ts';
import { changeTitle, deliveryWorld } from './world.ts';

/** The demo's inbox, connected to an app in which the school's meeting runs. */
async function inboxWorld() {
	const at = await deliveryWorld();
	const folder = mkdtempSync(join(tmpdir(), 'partner-inbox-'));
	const fileName = join(folder, 'partner-inbox.json');
	const file = new MailboxFile(fileName);
	const config = {
		organisation: 'GGD Noorderveld',
		signingSecret: at.secrets.signingSecret,
		clientId: at.secrets.clientId,
		clientSecret: at.secrets.clientSecret
	};
	const server = inboxServer({
		config: () => config,
		file,
		appUrl: 'https://casustafel.example',
		now: () => at.app.clock.now(),
		fetch: apiFetch(at.app)
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
		rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
	});
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	// The same connection, to this inbox instead of the plain receiver.
	Object.assign(at.app, {
		settings: { ...at.app.settings, webhookAllow: [new URL(url).host] }
	});
	await at.app.database.write((queries) =>
		repositories(queries).delivery.changeConnector(at.secrets.connectorId, {
			url: `${url}/webhook`
		})
	);
	const press = (path: string, fields: Record<string, string>) =>
		fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
	return {
		...at,
		url,
		file,
		fileName,
		outbox: new Outbox(() => at.app, { random: () => 0.5 }),
		press,
		page: async () => (await fetch(url)).text(),
		status: async (id: string) => (await stored(at.app).actions.find(id))?.status
	};
}

test('DL30 an action arrives on the page of the inbox; "Gedaan" there is done here', async () => {
	const at = await inboxWorld();
	const id = await at.propose('De kinderen zien en spreken');
	await at.outbox.drain();
	expect(await at.page()).toContain('De kinderen zien en spreken');
	await at.press(`/acties/${id}`, { wat: 'gelezen' });
	expect((await at.ledger())[0]?.delivery.status).toBe('read');
	await at.press(`/acties/${id}`, { wat: 'accepted' });
	expect(await at.status(id)).toBe('accepted');
	await at.press(`/acties/${id}`, { wat: 'in-progress' });
	await at.press(`/acties/${id}`, { wat: 'done' });
	expect(await at.status(id)).toBe('done');
	expect(at.file.mailbox.actions[id]).toMatchObject({ status: 'done' });
	// What it holds is on its own disk.
	expect(new MailboxFile(at.fileName).mailbox.actions[id]?.status).toBe('done');
});

test('DL30 declined there, with the reason, is declined here', async () => {
	const at = await inboxWorld();
	const id = await at.propose('De kinderen zien en spreken');
	await at.outbox.drain();
	await at.press(`/acties/${id}`, { wat: 'declined', reden: 'Geen plek voor januari' });
	expect(await stored(at.app).actions.find(id)).toMatchObject({
		status: 'declined',
		reason: 'Geen plek voor januari'
	});
});

test('DL31 received 100 times: one effect', async () => {
	const at = await inboxWorld();
	const id = await at.propose('De kinderen zien en spreken');
	at.file.mailbox.mood = 'lost-reply';
	await at.outbox.drain();
	await at.press(`/acties/${id}`, { wat: 'gelezen' });
	at.file.mailbox.mood = 'normal';
	for (let times = 0; times < 100; times++) {
		const [{ delivery } = {}] = await at.ledger();
		await at.app.database.write((queries) =>
			repositories(queries).delivery.changeDelivery(delivery?.id ?? '', { status: 'queued' })
		);
		await at.outbox.drain();
	}
	expect(Object.keys(at.file.mailbox.actions)).toEqual([id]);
	expect(at.file.mailbox.seen).toHaveLength(1);
	expect(at.file.mailbox.receipts.at(-1)?.outcome).toBe('again');
	expect(at.file.mailbox.actions[id]?.readAt).not.toBeNull();
	expect((await at.ledger())[0]?.delivery.status).toBe('received');
});

test('DL32 the buttons of the demo: trouble, lost reply and off, then all is well by itself', async () => {
	const at = await inboxWorld();
	const id = await at.propose('De kinderen zien en spreken');
	for (const [mood, error] of [
		['trouble', 'answered-error'],
		['off', 'answered-error'],
		['lost-reply', 'no-answer']
	] as const) {
		await at.press('/gedrag', { gedrag: mood });
		await at.outbox.drain();
		expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'failed', error });
		at.app.clock.advance(3_600_000);
	}
	await at.press('/gedrag', { gedrag: 'normal' });
	await at.outbox.drain();
	expect((await at.ledger())[0]?.delivery.status).toBe('received');
	expect(at.file.mailbox.seen).toHaveLength(1);
	expect(at.file.mailbox.actions[id]?.status).toBe('proposed');
});

test('DL33 answered to an older text: the inbox takes over the text that stands and says so', async () => {
	const at = await inboxWorld();
	const id = await at.propose('De kinderen zien en spreken');
	await at.outbox.drain();
	await changeTitle(at, id, 'De kinderen op school zien');
	const answer = await at.press(`/acties/${id}`, { wat: 'accepted' });
	expect(answer.headers.get('location')).toBe('/?fout=stale');
	expect(await (await fetch(`${at.url}/?fout=stale`)).text()).toContain('intussen gewijzigd');
	expect(at.file.mailbox.actions[id]).toMatchObject({
		revision: 2,
		title: 'De kinderen op school zien'
	});
	await at.press(`/acties/${id}`, { wat: 'accepted' });
	expect(await at.status(id)).toBe('accepted');
});

test('DL34 the ratified list goes to every organisation at the item, also without an action for it', async () => {
	const at = await inboxWorld();
	await at.propose('Bellen met school', { ownerOrganisationId: at.world.organisation.welzijn });
	await at.world.do('tirza', 'case.set-dossier-reference', {
		caseId: at.world.case.noor,
		reference: 'JGZ-0042'
	});
	const actions = await stored(at.app).actions.ofItem(at.world.item.noor);
	await transact(
		at.app,
		at.world.actor('marjan'),
		async (work) => {
			await announceActionList(work, {
				itemId: at.world.item.noor,
				caseId: at.world.case.noor,
				version: 3,
				hash: 'the-hash-of-the-text',
				actions,
				organisationIds: [at.world.organisation.ggd, at.world.organisation.regenboog]
			});
			return ok();
		},
		'ratify'
	);
	await at.outbox.drain();
	expect(Object.values(at.file.mailbox.lists)).toMatchObject([
		{
			caseCode: '26-4187',
			dossierReference: 'JGZ-0042',
			revision: 3,
			actions: [{ title: 'Bellen met school', owner: 'Welzijn Noorderveld' }]
		}
	]);
	const told = (await at.ledger()).filter(({ row }) => row.type === 'action-list-ratified');
	expect(told.map(({ delivery }) => delivery.status)).toEqual(['received', 'queued']);
});

test('DL35 what came in is shown as text; a forged message is not taken in', async () => {
	const at = await inboxWorld();
	await at.propose('<img src=x onerror=alert(1)> & "meer"');
	await at.outbox.drain();
	const html = await at.page();
	expect(html).not.toContain('<img');
	expect(html).toContain('&#60;img');
	const forged = await fetch(`${at.url}/webhook`, {
		method: 'POST',
		headers: {
			'webhook-id': 'x',
			'webhook-timestamp': String(Math.floor(at.app.clock.now().getTime() / 1000)),
			'webhook-signature': 'v1,bm8='
		},
		body: JSON.stringify({ id: 'x', type: 'nl.casustafel.actie.ingetrokken', data: {} })
	});
	expect(forged.status).toBe(401);
	const elsewhere = await fetch(`${at.url}/gedrag`, {
		method: 'POST',
		headers: { 'sec-fetch-site': 'cross-site' },
		body: new URLSearchParams({ gedrag: 'off' }),
		redirect: 'manual'
	});
	expect(elsewhere.status).toBe(303);
	expect(at.file.mailbox.mood).toBe('normal');
});
