import type { CaseSection } from '#lib/domain/case-section.ts';
import type { Safety } from '#lib/domain/judgement.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ProposalWhy } from '#lib/protocol/views/meeting.ts';
import { instrument } from '../assessment/words.ts';

const SECTIONS: Record<CaseSection, () => string> = {
	running: () => m.room_section_running(),
	stuck: () => m.room_section_stuck(),
	new: () => m.room_section_new(),
	'to-close': () => m.room_section_to_close()
};

/** A heading of the agenda. */
export function saySection(section: CaseSection): string {
	return SECTIONS[section]();
}

const WHYS: Record<ProposalWhy['kind'], (of: { count: number }) => string> = {
	'overdue-actions': m.room_why_overdue_actions,
	'carried-over': m.room_why_carried_over,
	'without-help': m.room_why_without_help,
	'review-due': m.room_why_review_due,
	'check-due': m.room_why_check_due,
	'long-ago': m.room_why_long_ago,
	new: () => m.room_why_new()
};

/** Why a case is proposed. */
export function sayWhy({ kind, count }: ProposalWhy): string {
	return WHYS[kind]({ count });
}

/** How safe a case was judged last, in the instrument's words, with the colour that goes with it. */
export function saySafety(safety: Safety | null): {
	text: string;
	tone: 'red' | 'amber' | 'green' | 'neutral';
} {
	if (safety === null) return { text: m.room_proposal_unjudged(), tone: 'amber' };
	const text = instrument().option('H31', safety);
	switch (safety) {
		case 'acutely-unsafe':
		case 'structurally-unsafe':
			return { text, tone: 'red' };
		case 'undetermined':
			return { text, tone: 'amber' };
		case 'safe':
			return { text, tone: 'green' };
	}
}
