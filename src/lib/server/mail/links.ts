import type { App } from '../app.ts';
import { derive } from '../secret-key.ts';
import type { MailLink } from '../store/mail-links.ts';
import type { Repositories } from '../store/repositories.ts';
import { sha256 } from '../transact.ts';
import type { Recipient } from './recipient.ts';

type LinkParts = Pick<App, 'key' | 'ids' | 'clock'>;

export interface LinkSubject {
	connectorId: string;
	organisationId: string;
	kind: 'action' | 'list';
	subjectId: string;
}

/**
 * The link to a subject for a recipient; made when there is none that counts. Called in a transaction
 * right before sending, not in the one that announced: only then it is known to whom it goes, and what is
 * withheld or outdated gets no link. The secret follows from the row's id, so that sending again
 * carries the same link though only its hash is kept (ML5, ML6).
 */
export async function linkFor(
	app: LinkParts,
	store: Repositories,
	subject: LinkSubject,
	to: Recipient
): Promise<MailLink> {
	const { connectorId, subjectId } = subject;
	const known = await store.mailLinks.current(connectorId, subjectId, to);
	if (known) return known;
	const id = app.ids.id();
	const link: MailLink = {
		id,
		...subject,
		personId: to.personId,
		address: to.address,
		tokenHash: sha256(secretOf(app, id)),
		createdAt: app.clock.now(),
		endedAt: null,
		endedBecause: null
	};
	await store.mailLinks.add(link);
	return link;
}

/** 256 bits in base64url, 43 characters. */
function secretOf({ key }: Pick<App, 'key'>, linkId: string): string {
	return derive(key, 'mail link', linkId);
}

/** In the fragment, which no server or proxy on the way gets to see or keeps in a log. */
export function addressOf(app: Pick<App, 'key' | 'settings'>, link: Pick<MailLink, 'id'>): string {
	return new URL(`/afspraak#${secretOf(app, link.id)}`, app.settings.publicUrl).href;
}
