import { m } from '#lib/paraglide/messages.js';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';

export function sayMovingEvent({ kind, detail }: TimelineEvent): string | null {
	const table = String(detail.table ?? '');
	const reason = String(detail.reason ?? '');
	switch (kind) {
		case 'moved':
			return m.moving_event_moved({ table, reason });
		case 'received':
			return m.moving_event_received({ table });
		case 'returned':
			return m.moving_event_returned({ table, reason });
		case 'taken-back':
			return m.moving_event_taken_back({ table });
		case 'came':
			return m.moving_event_came({ table });
		default:
			return null;
	}
}
