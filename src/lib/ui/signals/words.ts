import type { FeedbackTopic } from '#lib/domain/signals-feedback.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SignalView } from '#lib/protocol/views/signals.ts';

/** "Jan Post, woningcorporatie": what is known of who gave a signal. */
export function sayWho({ name, organisation }: { name: string; organisation: string }): string {
	return [name, organisation].filter(Boolean).join(', ') || m.signals_someone();
}

/** The shortest way to name who gave it, for a line: the organisation, else the name. */
export function sayWhoShort({ signaller }: Pick<SignalView, 'signaller'>): string {
	return signaller.organisation || signaller.name || m.signals_someone();
}

export function topicName(topic: FeedbackTopic): string {
	switch (topic) {
		case 'action-taken':
			return m.signals_topic_action_taken();
		case 'help-started':
			return m.signals_topic_help_started();
		case 'plan':
			return m.signals_topic_plan();
		case 'coordinator':
			return m.signals_topic_coordinator();
		case 'being-worked-on':
			return m.signals_topic_being_worked_on();
	}
}
