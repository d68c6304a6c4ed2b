import type { ActionListPayload, ActionPayload } from '../../outbox/payload.ts';
import type { Message } from '../connector.ts';
import type { TaskText } from './map.ts';

/** Its file on the list and its own name, both from the subject: the same message twice is one task. */
export const fileOf = (subjectId: string) => `casustafel-${subjectId}.ics`;
export const uidOf = (subjectId: string) => `task-${subjectId}@casustafel`;

/** The title of an action list: it says neither whose it is nor what was agreed. */
export const LIST_TITLE = 'Afsprakenlijst opnemen in het eigen dossier';

/** What a message says as a task. A withdrawal has no text of its own. */
export function taskOf(
	message: Pick<Message, 'kind' | 'subjectId' | 'payload'>,
	publicUrl: URL
): TaskText | { revision: number } {
	if (message.kind === 'action-withdrawn') return { revision: revisionOf(message.payload) };
	const payload = message.payload as unknown as ActionPayload | ActionListPayload;
	const isList = 'actions' in payload;
	return {
		uid: uidOf(message.subjectId),
		title: isList ? LIST_TITLE : (payload.title ?? ''),
		due: isList ? null : payload.deadline,
		lines: [
			`Casus ${payload.caseCode}`,
			...(payload.dossierReference ? [`Uw dossier: ${payload.dossierReference}`] : []),
			...(isList ? [`Vastgesteld, versie ${payload.revision}`] : whoIn(payload))
		],
		link: new URL(payload.path, publicUrl).href,
		revision: payload.revision
	};
}

function whoIn({ owner }: ActionPayload): string[] {
	if (!owner) return [];
	const { name, organisation } = owner;
	return [`Wie: ${name ? `${name} (${organisation})` : organisation}`];
}

function revisionOf(payload: Record<string, unknown>): number {
	return typeof payload.revision === 'number' ? payload.revision : 0;
}
