import { m } from '#lib/paraglide/messages.js';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { sayPartyOf, saySince } from './words.ts';

export function sayFamilyEvent({ kind, detail, on }: TimelineEvent): string | null {
	const party = sayPartyOf(detail);
	const since = String(detail.since ?? '');
	switch (kind) {
		case 'asked':
			return m.family_event_asked({ party });
		case 'involved':
			// On its own day the date says it already.
			return since === '' || since === on
				? m.family_event_involved({ party })
				: m.family_event_involved_since({ party, since: saySince(since) });
		case 'asked-not-involved':
			return m.family_event_not_involved({ party });
		case 'ended':
			return m.family_event_ended({ party });
		default:
			return null;
	}
}
