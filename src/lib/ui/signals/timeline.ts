import { m } from '#lib/paraglide/messages.js';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { sayWho } from './words.ts';

export function saySignalsEvent({ kind, detail }: TimelineEvent): string | null {
	const text = (name: string) => String(detail[name] ?? '');
	const who = sayWho({ name: text('name'), organisation: text('organisation') });
	switch (kind) {
		case 'signal':
			return m.signals_event_signal({ who, fact: text('fact') });
		case 'feedback':
			return m.signals_event_feedback({ who, by: text('by') });
		default:
			return null;
	}
}
