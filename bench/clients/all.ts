import type { ServerName } from '../plan.ts';
import { CasustafelParticipant } from './casustafel.ts';
import { HocuspocusParticipant } from './hocuspocus.ts';
import type { Participant, Place } from './participant.ts';
import { RelayParticipant } from './relay.ts';
import { SocketioFsyncParticipant, SocketioRelayParticipant } from './socketio.ts';
import { YWebsocketParticipant } from './y-websocket.ts';

export const PARTICIPANTS: Record<ServerName, new (place: Place) => Participant> = {
	casustafel: CasustafelParticipant,
	hocuspocus: HocuspocusParticipant,
	'y-websocket': YWebsocketParticipant,
	'ws-relay': RelayParticipant,
	'socketio-relay': SocketioRelayParticipant,
	'socketio-fsync': SocketioFsyncParticipant
};

const AT_ONCE = 20;

/** Everyone of every room connected and with the document open. */
export async function everyone(
	server: ServerName,
	places: readonly Place[],
	come: (participant: Participant, place: Place) => Promise<void>
): Promise<void> {
	const waiting = [...places];
	const comeInTurn = async () => {
		for (let place = waiting.shift(); place; place = waiting.shift())
			await come(new PARTICIPANTS[server](place), place);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, comeInTurn));
}
