import { expect, test, vi } from 'vitest';
import { webhook } from '#lib/server/connectors/webhook/webhook.ts';
import { systemClock } from '#lib/server/clock.ts';
import { receiver } from './receiver.ts';

const publicUrl = new URL('https://casustafel.example');
const signingSecret = `whsec_${Buffer.from('a secret of 24 bytes ok!').toString('base64')}`;
const message = {
	id: 'an-event-id',
	kind: 'test' as const,
	subjectId: 'a-subject',
	at: new Date(),
	payload: { message: 'proef' }
};
const to = (url: string) => ({
	connectorId: 'c',
	organisationId: 'o',
	url,
	settings: {},
	secret: signingSecret,
	previousSecret: null
});
const open = new AbortController().signal;

test('DL13 a redirect is not followed', async () => {
	const inbox = await receiver();
	inbox.answer = () => 'redirect';
	const sender = webhook({ publicUrl, allow: [inbox.place], clock: systemClock });
	expect(await sender.send(to(inbox.url), message, open)).toEqual({
		ok: false,
		error: 'redirect-refused'
	});
	expect(inbox.requests).toHaveLength(1);
});

test('DL13 rebinding: the connection goes to the address that was checked, without a second look-up', async () => {
	const inbox = await receiver();
	const port = new URL(inbox.url).port;
	const lookup = vi.fn(async () => [{ address: '127.0.0.1', family: 4 }]);
	const sender = webhook({
		publicUrl,
		allow: [`inbox.invalid:${port}`],
		clock: systemClock,
		lookup
	});
	const url = `http://inbox.invalid:${port}/webhook`;
	// The name exists nowhere: only the pinned address can have been used.
	expect(await sender.send(to(url), message, open)).toEqual({ ok: true });
	expect(lookup).toHaveBeenCalledTimes(1);
	expect(inbox.requests[0]?.headers.host).toBe(`inbox.invalid:${port}`);
});

test('DL13 what is not allowed gets no connection at all', async () => {
	const inbox = await receiver();
	const port = new URL(inbox.url).port;
	const sender = webhook({ publicUrl, allow: [], clock: systemClock });
	for (const [url, error] of [
		[inbox.url, 'not-https'],
		[`https://127.0.0.1:${port}/`, 'address-refused'],
		[`https://localhost:${port}/`, 'address-refused'],
		[`https://[::ffff:127.0.0.1]:${port}/`, 'address-refused']
	] as const)
		expect(await sender.send(to(url), message, open)).toEqual({ ok: false, error });
	expect(inbox.requests).toHaveLength(0);
});

test('DL4 nobody there: unreachable; a name server that never answers: timeout', async () => {
	const allow = ['127.0.0.1:9', 'slow.invalid:9'];
	const sender = webhook({
		publicUrl,
		allow,
		clock: systemClock,
		timeoutMs: 50,
		lookup: () => new Promise(() => {})
	});
	const send = (url: string) => sender.send(to(url), message, open);
	expect(await send('http://127.0.0.1:9/')).toEqual({ ok: false, error: 'unreachable' });
	expect(await send('http://slow.invalid:9/')).toEqual({ ok: false, error: 'timeout' });
});
