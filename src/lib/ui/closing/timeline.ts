import { STILL_SAFE } from '#lib/domain/closing.ts';
import { FAMILY_CHANGES } from '#lib/domain/closing-changes.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { instrument } from '../assessment/words.ts';
import { sayDayLong } from '../dates.ts';
import { sayChange, sayFound, sayHow, sayWho } from './words.ts';

export function sayClosingEvent({ kind, detail, on }: TimelineEvent): string | null {
	const text = (name: string) => String(detail[name] ?? '');
	const day = (name: string) => sayDayLong(text(name), getLocale(), on);
	switch (kind) {
		case 'contact': {
			const how = (['seen', 'spoken', 'both'] as const).find((each) => each === detail.how);
			return m.closing_event_contact({
				child: text('child'),
				how: sayHow(how ?? 'seen'),
				name: sayWho({ name: text('name'), function: text('function') })
			});
		}
		case 'change': {
			const change = FAMILY_CHANGES.find((each) => each === detail.change) ?? 'other';
			const said = sayChange({ kind: change, what: text('what') });
			return detail.because === null
				? m.closing_event_change({ change: said })
				: m.closing_event_change_fits({ change: said, because: text('because') });
		}
		case 'assessed':
			return m.closing_event_assessed({
				child: text('child'),
				safety: instrument().option('H31', text('safety')),
				grade: Number(detail.grade)
			});
		case 'closed':
			return m.closing_event_closed({
				name: text('name'),
				stays: text('stays'),
				until: day('until'),
				checkOn: day('checkOn'),
				checkBy: text('checkBy')
			});
		case 'followed-up':
			return m.closing_event_checked({
				found: sayFound(STILL_SAFE.find((each) => each === detail.safe) ?? 'undetermined'),
				seenBy: text('seenBy'),
				outcome: text('outcome')
			});
		case 'reopened':
			return m.closing_event_reopened({ name: text('name'), because: text('because') });
		case 'not-closed':
			return m.closing_event_not_closed({ name: text('name'), because: text('because') });
		default:
			return null;
	}
}
