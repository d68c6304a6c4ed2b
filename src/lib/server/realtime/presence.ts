import type { MeetingView, PresencePart, WaitingPerson } from '#lib/protocol/views.ts';
import type { Hub } from './hub.ts';

/** Who has this item open, each person once; known from the connections, never from what a client claims. */
export function presenceAt(hub: Hub, topic: string): PresencePart[] {
	const people = new Map<string, PresencePart>();
	for (const { personId, remote, looksAt } of connectionsAt(hub)) {
		if (!looksAt(topic)) continue;
		const here = people.get(personId);
		people.set(personId, { personId, remote: remote && (here?.remote ?? true) });
	}
	return [...people.values()].toSorted((a, b) => a.personId.localeCompare(b.personId));
}

/** Who has the meeting open from elsewhere and is not yet admitted to an item of theirs; for who runs it. */
export function waitingIn(hub: Hub, topic: string, parts: object): WaitingPerson[] {
	const view = parts as MeetingView;
	if (!view.meeting.mayRun || view.meeting.status !== 'running') return [];
	const waiting = new Set<string>();
	for (const { personId, remote, looksAt } of connectionsAt(hub))
		if (remote && looksAt(topic)) waiting.add(personId);
	return [...waiting].flatMap((personId) => {
		const lines = view.agenda.filter(
			(line) =>
				(line.status === 'planned' || line.status === 'live') &&
				line.participants.some((one) => one.id === personId)
		);
		const line = lines.find((one) => one.status === 'live') ?? lines[0];
		const person = line?.participants.find((one) => one.id === personId);
		if (!line || !person || line.admitted.includes(personId)) return [];
		return [{ person, itemId: line.id, now: line.status === 'live' }];
	});
}

function connectionsAt(hub: Hub) {
	return [...hub.connections.values()].map((connection) => ({
		personId: connection.personId,
		remote: connection.remote,
		looksAt: (topic: string) => connection.looksAt(topic)
	}));
}
