import { isParked, nextAttempt } from '#lib/domain/retry.ts';
import type { App } from '../app.ts';
import type { ConnectorNotice } from '../store/connections.ts';
import { repositories } from '../store/repositories.ts';
import type { PauseReason } from '../store/schema/index.ts';

/** Longer than one mail can take: after a crash it is taken up again then. */
const CLAIM_MS = 60_000;
const AT_ONCE = 8;

/**
 * Mails about paused connections that wait in their rows: claimed in a transaction, sent outside any, marked
 * in another. A crash in between sends it once more, under the same Message-ID, so that it shows once.
 */
export async function sendNotices(app: App, closing: AbortSignal): Promise<void> {
	while (app.mailer && !closing.aborted) {
		const now = app.clock.now();
		const claimed = await app.database.write((queries) =>
			repositories(queries).connections.claimNotices(
				now,
				new Date(now.getTime() + CLAIM_MS),
				AT_ONCE
			)
		);
		if (claimed.length === 0) return;
		for (const notice of claimed) await sendOne(app, notice, closing);
	}
}

async function sendOne(app: App, notice: ConnectorNotice, closing: AbortSignal): Promise<void> {
	const store = repositories(app.database.reader);
	const connector = await store.delivery.connector(notice.connectorId);
	const to = await store.people.find(notice.personId);
	const organisation = connector && (await store.people.organisation(connector.organisationId));
	// Resumed or removed since, or nobody's any more: there is nothing to tell.
	const isMoot = !connector?.pausedAt || connector.removedAt || !to || to.person.disabledAt;
	const outcome =
		isMoot || !app.mailer
			? null
			: await app.mailer.send(
					{
						to: to.person.email,
						...noticeMail(
							notice.because,
							organisation?.name ?? '',
							new URL('/beheer/koppelingen', app.settings.publicUrl).href
						),
						id: notice.id
					},
					closing
				);
	const now = app.clock.now();
	const isOver = outcome === null || outcome.ok || isParked(notice.attempts);
	await app.database.write((queries) =>
		repositories(queries).connections.changeNotice(
			notice.id,
			isOver
				? { settledAt: now }
				: {
						dueAt: new Date(now.getTime() + nextAttempt(notice.attempts, Math.random) * 1000)
					}
		)
	);
}

/** In both languages: who reads it, and in which, nobody knows here. Without anything of a case. */
function noticeMail(
	because: PauseReason,
	organisation: string,
	link: string
): { subject: string; text: string } {
	const why = {
		nl:
			because === 'gone'
				? 'Het adres bestaat niet meer.'
				: 'Er komt al meer dan een dag niets meer aan.',
		en:
			because === 'gone'
				? 'The address no longer exists.'
				: 'Nothing has arrived for more than a day.'
	};
	return {
		subject: 'Casustafel: een koppeling staat op pauze / a connection is paused',
		text: [
			`De koppeling van ${organisation} met Casustafel staat op pauze. ${why.nl}`,
			'Er gaat niets verloren: berichten wachten tot u de koppeling hervat. Kijk wat er aan de hand is:',
			link,
			'',
			`The connection of ${organisation} with Casustafel is paused. ${why.en}`,
			'Nothing is lost: messages wait until you resume the connection. See what is the matter:',
			link,
			''
		].join('\n')
	};
}
