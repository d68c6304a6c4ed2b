import { type CloudEvent, EVENT_TYPES } from '#lib/protocol/api.ts';
import type { Message } from '../connector.ts';

/**
 * A message as CloudEvents 1.0 in the Dutch government profile: who and what only in `data`; the
 * attributes, which end up in logs on the way, hold random ids.
 */
export function cloudEvent(message: Message, publicUrl: URL): CloudEvent {
	return {
		specversion: '1.0',
		id: message.id,
		source: sourceOf(publicUrl),
		type: EVENT_TYPES[message.kind],
		subject: message.subjectId,
		time: message.at.toISOString(),
		datacontenttype: 'application/json',
		...(message.kind.startsWith('action-') && message.kind !== 'action-list-ratified'
			? { dataref: new URL(`/api/v1/acties/${message.subjectId}`, publicUrl).href }
			: {}),
		data: dataOf(message.payload, publicUrl)
	};
}

/** This Casustafel as a URN (RFC 8141) under the namespace the profile prescribes. */
export function sourceOf(publicUrl: URL): string {
	return `urn:nld:casustafel:${publicUrl.hostname.replace(/[^a-z0-9.-]/gi, '')}`;
}

function dataOf(payload: Record<string, unknown>, publicUrl: URL): CloudEvent['data'] {
	const { path, ...data } = payload;
	if (typeof path !== 'string') return data as { message: string };
	return { ...data, link: new URL(path, publicUrl).href } as CloudEvent['data'];
}
