import { expect, test } from 'vitest';
import { done, stored } from '../support/test-app.ts';
import { apiWorld } from './api-world.ts';
import { changeTitle } from './world.ts';

interface Listed {
	acties: { id: string; status: string }[];
	next: string | null;
}

test('AP5 page by page: all, each once, in the order in which they were made', async () => {
	const at = await apiWorld();
	const made: string[] = [];
	for (let nr = 0; nr < 7; nr++) {
		made.push(await at.propose(`Afspraak ${nr}`));
		// Some in one moment: their order is stable all the same.
		if (nr % 2) at.app.clock.advance(1000);
	}
	const seen: string[] = [];
	let path: string | null = '?aantal=3';
	let pages = 0;
	while (path !== null) {
		const { body, headers } = await at.api(path);
		const { acties, next } = body as Listed;
		seen.push(...acties.map(({ id }) => id));
		const link = headers.get('link');
		expect(link === null).toBe(next === null);
		// What the header names is the next page, with the same size.
		path = link && new URL(/^<([^>]+)>; rel="next"$/.exec(link)?.[1] ?? '').search;
		expect(link?.includes(`na=${next}`) ?? true).toBe(true);
		pages += 1;
	}
	expect(pages).toBe(3);
	expect(seen.toSorted()).toEqual(made.toSorted());
	expect(seen.slice(-1)).toEqual(made.slice(-1));
	expect((await at.api('')).body.acties.map(({ id }: { id: string }) => id)).toEqual(seen);
});

test('AP5 while actions come in, change and go, none that stays is passed over or shown twice', async () => {
	const at = await apiWorld();
	const ids: string[] = [];
	for (let nr = 0; nr < 6; nr++) {
		ids.push(await at.propose(`Afspraak ${nr}`));
		at.app.clock.advance(1000);
	}
	const first = (await at.api('?aantal=2')).body as Listed;
	expect(first.acties.map(({ id }) => id)).toEqual(ids.slice(0, 2));
	// The last one shown goes to another organisation, the one before it gets another date.
	await changeTitle(at, ids[1] ?? '', 'Naar een ander', 'marjan', {
		ownerOrganisationId: at.world.organisation.welzijn
	});
	await changeTitle(at, ids[0] ?? '', 'Een andere tekst');
	ids.push(await at.propose('Nog een'));
	const rest: string[] = [];
	let next = first.next;
	while (next) {
		const page = (await at.api(`?aantal=2&na=${next}`)).body as Listed;
		rest.push(...page.acties.map(({ id }) => id));
		next = page.next;
	}
	expect(rest).toEqual(ids.slice(2));
});

test('AP5 only those with one status; what is no page is refused with its name', async () => {
	const at = await apiWorld();
	const id = await at.propose('Bellen met school');
	await at.propose('Huisbezoek plannen');
	await at.api(`/${id}`, { method: 'PATCH', body: { status: 'accepted', revision: 1 } });
	const accepted = (await at.api('?status=accepted')).body as Listed;
	expect(accepted.acties.map((each) => each.id)).toEqual([id]);
	expect(((await at.api('?status=done')).body as Listed).acties).toEqual([]);
	for (const [query, field] of [
		['aantal=0', 'aantal'],
		['aantal=101', 'aantal'],
		['aantal=tien', 'aantal'],
		['status=klaar', 'status'],
		['na=x', 'na'],
		[`na=${'x'.repeat(40)}`, 'na']
	])
		expect(await at.api(`?${query}`)).toMatchObject({
			status: 400,
			body: { code: 'invalid-input', field }
		});
	// Of another organisation its page one gets one's own actions, never theirs.
	const cursor = ((await at.api('?aantal=1')).body as Listed).next;
	expect((await at.other(`?na=${cursor}`)).body).toEqual({ acties: [], next: null });
});

test('AP6 the same as last time: 304; changed in any way: the whole, with another tag', async () => {
	const at = await apiWorld();
	const id = await at.propose('Bellen met school');
	const first = await at.api(`/${id}`);
	const etag = first.headers.get('etag') ?? '';
	expect(etag).toMatch(/^"[\w-]{22}"$/);
	const ask = (tags: string) => at.api(`/${id}`, { headers: { 'if-none-match': tags } });
	for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
		const same = await ask(tags);
		expect(same).toMatchObject({ status: 304, body: null });
		expect(same.headers.get('etag')).toBe(etag);
		expect(same.headers.get('api-version')).toBe('1.0.0');
	}
	expect((await ask('"other"')).status).toBe(200);
	await at.api(`/${id}`, { method: 'PATCH', body: { status: 'accepted', revision: 1 } });
	const status = await ask(etag);
	expect(status).toMatchObject({ status: 200, body: { status: 'accepted' } });
	await changeTitle(at, id, 'Langsgaan bij school');
	const text = await ask(status.headers.get('etag') ?? '');
	expect(text).toMatchObject({ status: 200, body: { title: 'Langsgaan bij school' } });
	// A read that ended in 304 was a read.
	const rows = await stored(at.app).log.ofCase(at.world.case.noor);
	expect(rows.filter((row) => row.event === 'open-action').length).toBeGreaterThanOrEqual(7);
});

test('AP7 only if it is still what one saw: else 412, the action as it is now, and no effect', async () => {
	const at = await apiWorld();
	const id = await at.propose('Bellen met school');
	const seen = (await at.api(`/${id}`)).headers.get('etag') ?? '';
	// Somebody there takes it in the app meanwhile: the same text, another owner.
	await done(at.app, at.world.actor('tirza'), 'action.accept', { actionId: id });
	const report = (etag: string, more = {}) =>
		at.api(`/${id}`, {
			method: 'PATCH',
			body: { status: 'done', revision: 1 },
			headers: { 'if-match': etag },
			...more
		});
	const refused = await report(seen);
	expect(refused).toMatchObject({
		status: 412,
		body: { code: 'changed', current: { id, status: 'accepted' } }
	});
	expect((await stored(at.app).actions.find(id))?.status).toBe('accepted');
	const now = refused.headers.get('etag') ?? '';
	expect((await report(`W/${now}`)).status).toBe(412);
	const told = await report(now, { idempotencyKey: 'told-with-a-condition' });
	expect(told).toMatchObject({ status: 200, body: { status: 'done' } });
	// The answer got lost: told again, with the tag that no longer stands.
	expect(await report(now, { idempotencyKey: 'told-with-a-condition' })).toMatchObject({
		status: 200,
		body: told.body
	});
	expect((await report('*')).status).toBe(200);
});
