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

function addressOf(app: App, socket: Socket): string {
	const header = app.settings.addressHeader;
	const told = header ? socket.handshake.headers[header] : undefined;
	return (Array.isArray(told) ? told[0] : told) ?? socket.handshake.address;
}
