import { isIP } from 'node:net';
import type { Socket } from 'socket.io';
import type { App } from '../app.ts';
import { actorOf, readSession, sessionValueFrom } from '../auth/sessions.ts';
import { Connection } from './connection.ts';

/** Who a new socket is, from the session cookie of the HTTPS sign-in alone; null when signed out. */
export async function signedInConnection(app: App, socket: Socket): Promise<Connection | null> {
	const cookie = sessionValueFrom(app.settings, socket.handshake.headers.cookie);
	const found = cookie ? await readSession(app, cookie) : null;
	if (!found?.session.complete) return null;
	const actor = actorOf(found.colleague, found.session, addressOf(app, socket));
	return new Connection(socket, found.session.id, actor);
}

/**
 * The visitor's address, as for a page: behind proxies the one that the nearest of them saw. What stands
 * before it in `x-forwarded-for` is the visitor's own word.
 */
function addressOf({ settings }: App, { handshake }: Socket): string {
	const header = settings.addressHeader;
	const told = header ? String(handshake.headers[header] ?? '') : '';
	const hops = header === 'x-forwarded-for' ? told.split(',') : [told];
	const depth = header === 'x-forwarded-for' ? settings.forwardedDepth : 1;
	const address = hops.at(-depth)?.trim() ?? '';
	return isIP(address) ? address : handshake.address;
}
