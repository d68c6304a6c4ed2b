import { m } from '#lib/paraglide/messages.js';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';

export function sayGroundsEvent({ kind, detail }: TimelineEvent): string | null {
	const text = (name: string) => String(detail[name] ?? '');
	const organisation = text('organisation');
	const who = { name: text('name'), child: text('child') };
	switch (kind) {
		case 'ground-withdrawn':
			return detail.because
				? m.grounds_event_withdrawn({ organisation, because: text('because') })
				: m.grounds_event_stopped({ organisation });
		case 'ground-expired':
			return m.grounds_event_expired({ organisation });
		case 'consent-given':
			return m.grounds_event_given(who);
		case 'consent-refused':
			return m.grounds_event_refused(who);
		case 'consent-withdrawn':
			return m.grounds_event_taken_back(who);
		case 'asked':
			return m.grounds_event_asked({ to: text('to') });
		case 'answered':
			return m.grounds_event_answered({ to: text('to') });
		default:
			return null;
	}
}
