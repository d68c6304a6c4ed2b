import { fail, ok, type Result } from '#lib/domain/result.ts';
import { checkUrl } from '../../connectors/webhook/address.ts';
import { secretContext } from '../../connectors/secrets.ts';
import type { Work } from '../../work.ts';
import { administers, logConnector } from './may-administer.ts';

export interface NewTaskList {
	organisationId: string;
	/** The list itself, as it was chosen from what the server offered. */
	url: string;
	username: string;
	password: string;
	/** `host:port` that may be private and without https. */
	allow: readonly string[];
}

/**
 * Connects a task list (CalDAV), or gives the one that is connected a new name or password. Not a command: what is asked in a command is kept for who repeats it, and a
 * password may be kept nowhere in the clear.
 */
export async function setUpTaskList(
	work: Work,
	{ organisationId, url, username, password, allow }: NewTaskList
): Promise<Result<{ connectorId: string }>> {
	const organisation = await work.store.people.organisation(organisationId);
	work.about({ objectKind: 'organisation', objectId: organisationId });
	if (!organisation || organisation.archivedAt || !administers(work.actor, organisationId))
		return fail('not-found');
	const checked = checkUrl(url.trim(), allow);
	if (!checked.ok) return checked;
	// A colon ends the name on the line that carries it (RFC 7617, 2).
	if (!username.trim() || username.includes(':') || !password) return fail('password-refused');
	const list = new URL(checked.value);
	list.search = '';
	list.hash = '';
	if (!list.pathname.endsWith('/')) list.pathname += '/';
	const { delivery } = work.store;
	// Twice the same list would be two masters of the same tasks.
	const standing = (await delivery.allConnectors()).find(
		(one) => one.kind === 'caldav' && one.url === list.href
	);
	if (standing && standing.organisationId !== organisationId) return fail('list-in-use');
	const connectorId = standing?.id ?? work.id();
	const signIn = {
		settings: { username: username.trim() },
		secret: work.encrypt(password, secretContext(connectorId))
	};
	// The own list again: a new password. What is on the list stays known.
	if (standing) await delivery.changeConnector(connectorId, signIn);
	else
		await delivery.addConnector({
			...signIn,
			id: connectorId,
			organisationId,
			kind: 'caldav',
			url: list.href,
			// No key goes with it: status is fetched. Unusable, and still unique.
			apiKeyHash: work.hash(work.secret()),
			createdAt: work.now
		});
	await logConnector(work, standing ? 'renew-connector' : 'set-up-connector', connectorId);
	return ok({ connectorId });
}
