import type { TimelineEvent } from '#lib/protocol/views/case.ts';

export function sayClosingEvent(event: TimelineEvent): string | null {
	void event;
	return null;
}
