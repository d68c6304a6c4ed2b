import { mailer } from '#lib/server/mail/mailer.ts';
import { describe, expect, test } from 'vitest';
import { mailServer } from '../support/mail-server.ts';

const mail = { to: 'tirza@ggd.example', subject: 'Onderwerp', text: 'Één regel.', id: 'abc' };
const from = 'Casustafel <casustafel@example.org>';

describe('mail', () => {
	test('arrives whole at a real mail server, under an id of its own', async () => {
		const server = await mailServer();
		const post = mailer({ smtpUrl: server.smtpUrl, from }, 'casustafel.example');
		expect(await post.send(mail)).toEqual({ ok: true });
		expect(server.mails).toEqual([
			expect.objectContaining({
				to: 'tirza@ggd.example',
				from: '"Casustafel" <casustafel@example.org>',
				subject: 'Onderwerp',
				messageId: '<abc@casustafel.example>'
			})
		]);
		expect(server.mails[0]?.text.trim()).toBe('Één regel.');
	});

	test('a refusal, a "later", and a server that is off are told apart', async () => {
		const server = await mailServer();
		const post = mailer({ smtpUrl: server.smtpUrl, from }, 'casustafel.example');
		server.refuseWith(550);
		expect(await post.send(mail)).toEqual({ ok: false, error: 'answered-refusal' });
		server.refuseWith(451);
		expect(await post.send(mail)).toEqual({ ok: false, error: 'answered-error' });
		await server.stop();
		expect(await post.send(mail)).toEqual({ ok: false, error: 'unreachable' });
	});

	test('an address is one address: nothing in it makes another receiver or a header', async () => {
		const server = await mailServer();
		const post = mailer({ smtpUrl: server.smtpUrl, from }, 'casustafel.example');
		await post.send({ ...mail, to: 'a@example.org, b@example.org\r\nBcc: c@example.org' });
		for (const { to, raw } of server.mails) {
			expect(to.split(',')).toHaveLength(1);
			expect(raw).not.toMatch(/^Bcc:/im);
		}
	});
});
