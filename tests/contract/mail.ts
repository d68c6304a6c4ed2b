import { transact } from '#lib/server/transact.ts';
import { setUpMail } from '#lib/server/usecases/connectors/set-up-mail.ts';
import { Browser, linkIn, TEAM } from '../mail/world.ts';
import { mailServer } from '../support/mail-server.ts';
import { Place } from './place.ts';
import { Bookkeeper, crashAfterSending, send, type Way } from './way.ts';

/** A mailbox on a real mail server, that shows a mail once (by its Message-ID), and who reads it. */
export async function mailWay(): Promise<Way> {
	const server = await mailServer();
	const place = await Place.open({
		SMTP_URL: server.smtpUrl,
		MAIL_FROM: 'Casustafel <casustafel@noorderveld.example>'
	});
	const made = await transact(
		place.app,
		place.world.actor('petra'),
		(work) =>
			setUpMail(work, {
				organisationId: place.world.organisation.ggd,
				address: TEAM,
				hasMail: true
			}),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	const { connectorId } = made.value;
	const books = new Bookkeeper();
	const links = new Map<string, string>();
	let known: string | undefined;
	/** A mail says nothing of what it is about; its id is that of the message. */
	const open = async () => {
		const rows = await place.ledger(connectorId);
		for (const mail of server.mails) {
			const id = /^<([^@]+)@/.exec(mail.messageId)?.[1];
			const row = rows.find((one) => one.row.id === id)?.row;
			if (!row) continue;
			const news = { revision: row.revision, isOff: row.type === 'action-withdrawn' };
			books.take(row.id, row.subjectId, news);
			if (linkIn(mail)) links.set(row.subjectId, linkIn(mail));
		}
		return books;
	};
	return {
		...{ kind: 'mail', place, connectorId },
		carry: () => place.outbox.drain(),
		truth: async () => (await open()).held,
		effects: async (actionId) => (await open()).effects(actionId),
		async reads(actionId) {
			await open();
			const browser = new Browser({ app: place.app, server });
			browser.known = known;
			if (!(await browser.open(links.get(actionId) ?? '')).ok) return null;
			if ((await browser.page()).step === 'code') await browser.give(undefined, true);
			known = browser.known;
			const page = await browser.page();
			return page.step === 'action' ? page.action.title : null;
		},
		everything: async () => server.mails.map(({ raw }) => raw).join('\n'),
		comes: (message) => send(place, message),
		loseReplies: (isLosing) => server.loseReplies(isLosing),
		off: () => server.stop(),
		on: () => server.start(),
		async refuse(actionId) {
			const ids = (await place.ledger(connectorId))
				.filter(({ row }) => row.subjectId === actionId)
				.map(({ row }) => `<${row.id}@`);
			server.refuseWith((raw) => (ids.some((id) => raw.includes(id)) ? 550 : null));
			return 'answered-refusal';
		},
		crash: () => crashAfterSending(place, connectorId)
	};
}
