import type { ActionStatus } from '#lib/domain/action.ts';
import { m } from '#lib/paraglide/messages.js';

type Tone = 'green' | 'amber' | 'red' | 'neutral' | 'petrol';

/** The words and colour of each status (docs/spec/action-use.md). */
export const STATUS: Record<ActionStatus, { words: () => string; tone: Tone }> = {
	proposed: { words: () => m.action_status_proposed(), tone: 'amber' },
	accepted: { words: () => m.action_status_accepted(), tone: 'petrol' },
	declined: { words: () => m.action_status_declined(), tone: 'red' },
	unowned: { words: () => m.action_status_unowned(), tone: 'amber' },
	'in-progress': { words: () => m.action_status_in_progress(), tone: 'petrol' },
	done: { words: () => m.action_status_done(), tone: 'green' },
	withdrawn: { words: () => m.action_status_withdrawn(), tone: 'neutral' }
};

const EVENTS: Record<string, () => string> = {
	propose: () => m.action_event_propose(),
	change: () => m.action_event_change(),
	accept: () => m.action_event_accept(),
	decline: () => m.action_event_decline(),
	'hand-on': () => m.action_event_hand_on(),
	start: () => m.action_event_start(),
	finish: () => m.action_event_finish(),
	reopen: () => m.action_event_reopen(),
	'set-unowned': () => m.action_event_set_unowned(),
	withdraw: () => m.action_event_withdraw()
};

/** One line of an action's history: "Opgepakt door Roos van Dalen". */
export function eventText(line: {
	kind: string;
	who: string;
	detail?: Record<string, string | number | null>;
}): string {
	const what = EVENTS[line.kind]?.() ?? line.kind;
	if (line.detail?.via === 'mail-link') return m.mail_link_event_by({ what });
	return line.who ? m.action_event_by({ what, who: line.who }) : m.action_event_by_system({ what });
}
