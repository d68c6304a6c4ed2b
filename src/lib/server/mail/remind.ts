import { isWorkDay } from '#lib/domain/work-day.ts';
import type { App } from '../app.ts';
import { dayInTheNetherlands, momentInTheNetherlands } from '../days.ts';
import { repositories } from '../store/repositories.ts';
import { addressOf, linkFor } from './links.ts';
import type { Mail } from './mailer.ts';
import { gatherReminders, type Reminders } from './gather-reminders.ts';
import { reminder } from './texts.ts';

const [FROM, UNTIL] = ['08:00', '18:00'];

/**
 * Sends what is to be reminded today: one mail for each address at most, on working days between eight and
 * six on the clock in the Netherlands. Run as often as one likes, also after a crash: it is written down
 * before it is sent, so that no second one goes that day (ML22).
 */
export async function remind(app: App): Promise<void> {
	const { mailer } = app;
	const now = app.clock.now();
	const today = dayInTheNetherlands(now);
	if (!mailer || !isWorkDay(today) || !isOfficeTime(today, now)) return;
	const waiting = await gatherReminders(repositories(app.database.reader), today);
	for (const one of waiting) {
		const mail = await writeDown(app, one, today);
		if (!mail) continue;
		const sent = await mailer.send(mail);
		// Broken off halfway it may have arrived: then it counts as sent, as two would be one too many.
		const surelyNot = !sent.ok && sent.error !== 'no-answer' && sent.error !== 'timeout';
		await app.database.write(async (queries) => {
			const store = repositories(queries).reminders;
			await (surelyNot ? store.takeBack(mail.id) : store.sent(mail.id, app.clock.now()));
		});
	}
}

function isOfficeTime(day: string, now: Date): boolean {
	const [from, until] = [FROM, UNTIL].map((time) => momentInTheNetherlands(day, time ?? ''));
	return Boolean(from && until && from <= now && now < until);
}

/** Null when this address had its mail of today already. */
async function writeDown(app: App, to: Reminders, day: string): Promise<Mail | null> {
	return app.database.write(async (queries) => {
		const store = repositories(queries);
		if (await store.reminders.hasMail(to.address, day)) return null;
		const links: string[] = [];
		for (const { connector, action } of to.own) {
			const { organisationId } = connector;
			const subject = { connectorId: connector.id, organisationId, subjectId: action.id } as const;
			const link = await linkFor(app, store, { ...subject, kind: 'action' }, to);
			links.push(addressOf(app, link));
		}
		const id = app.ids.id();
		await store.reminders.add({ id, address: to.address, day, createdAt: app.clock.now() }, [
			...to.own.map(({ action }) => ({ audience: 'owner' as const, actionId: action.id })),
			...to.unanswered.map(({ id: actionId }) => ({ audience: 'chair' as const, actionId }))
		]);
		const letter = reminder(links, to.unanswered.length, app.settings.publicUrl.href);
		return { to: to.address, id, ...letter };
	});
}
