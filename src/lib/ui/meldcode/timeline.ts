import { STRAIGHT_KINDS } from '#lib/domain/straight.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { markName, sayHelp, sayReport } from './words.ts';

export function sayMeldcodeStepsEvent({ kind, detail }: TimelineEvent): string | null {
	const text = (name: string) => String(detail[name] ?? '');
	const mark = STRAIGHT_KINDS.find((each) => each === detail.mark);
	switch (kind) {
		case 'advice':
			return m.meldcode_event_advice({
				organisation: text('organisation'),
				adviser: text('adviser')
			});
		case 'straight':
			return mark
				? m.meldcode_event_straight({ mark: markName(mark), child: text('child') })
				: null;
		case 'talk-held':
			return m.meldcode_event_talk_held({ name: text('who'), with: text('with') });
		case 'talk-not-held':
			return m.meldcode_event_talk_not_held({ with: text('with') });
		case 'decided':
			return m.meldcode_event_decided({
				name: text('name'),
				report: sayReport(detail.report === 'yes'),
				help: sayHelp(detail.help === 'yes')
			});
		case 'pressure':
			return m.meldcode_event_pressure({ what: text('what'), name: text('carrier') });
		case 'compulsion':
			return m.meldcode_event_compulsion({ what: text('what'), name: text('carrier') });
		case 'step-down':
			return m.meldcode_event_step_down({ what: text('what') });
		case 'not-now':
			return m.meldcode_event_not_now({ why: text('why') });
		default:
			return null;
	}
}
