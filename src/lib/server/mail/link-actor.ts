import type { App } from '../app.ts';
import type { MailLink } from '../store/mail-links.ts';
import type { Actor } from '../work.ts';

/**
 * Who acts by a link: the organisation, by its mail connection. Nobody in person: that the mailbox was
 * opened is known, not by whom.
 */
export function actorOfLink(link: MailLink, address: string): Actor {
	return {
		personId: link.connectorId,
		organisationId: link.organisationId,
		administers: 'nothing',
		client: `link:${link.id.slice(0, 6)}`,
		address,
		connectorId: link.connectorId,
		mailLinkId: link.id
	};
}

/** What a visit is about, for a refusal on the access log. */
export const aboutLink = (link: MailLink) => ({
	objectKind: link.kind === 'list' ? ('item' as const) : ('action' as const),
	objectId: link.subjectId
});

export interface LinkCookie {
	name: string;
	attributes: {
		httpOnly: true;
		secure: boolean;
		/** Nobody's page but our own can come in with it. */
		sameSite: 'strict';
		/** For the page behind a link and nothing else of the site. */
		path: '/afspraak';
		/** Seconds. */
		maxAge: number;
	};
}

/** Half an hour: long enough to answer, short enough for a shared computer. */
export const VISIT_SECONDS = 30 * 60;
/** The link itself ends earlier, with the action. */
const KNOWN_SECONDS = 180 * 24 * 3600;

export const visitCookie = (app: Pick<App, 'settings'>) =>
	cookie(app, 'casustafel_afspraak', VISIT_SECONDS);
export const browserCookie = (app: Pick<App, 'settings'>) =>
	cookie(app, 'casustafel_afspraak_apparaat', KNOWN_SECONDS);

function cookie({ settings }: Pick<App, 'settings'>, name: string, maxAge: number): LinkCookie {
	const secure = settings.publicUrl.protocol === 'https:';
	return {
		name: secure ? `__Secure-${name}` : name,
		attributes: { httpOnly: true, secure, sameSite: 'strict', path: '/afspraak', maxAge }
	};
}
