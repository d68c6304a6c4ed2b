import type { TimelineEvent } from '#lib/protocol/views/case.ts';

export function sayReferralsEvent(event: TimelineEvent): string | null {
	void event;
	return null;
}
