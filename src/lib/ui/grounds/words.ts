import type { AgeBand } from '#lib/domain/anonymous-question.ts';
import type { ConsentState } from '#lib/domain/consent.ts';
import type { LegalGround } from '#lib/domain/grounds.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ConsentLine, GroundLine } from '#lib/protocol/views/grounds.ts';
import type { ItemView } from '#lib/protocol/views.ts';
import { sayDay } from '../dates.ts';

export const GROUND: Record<LegalGround, () => string> = {
	consent: m.grounds_consent,
	'youth-act': m.grounds_youth_act,
	'wmo-2015': m.grounds_wmo_2015,
	'public-health-act': m.grounds_public_health_act,
	'education-act': m.grounds_education_act,
	'police-act': m.grounds_police_act,
	'vital-interest': m.grounds_vital_interest,
	'legal-duty': m.grounds_legal_duty
};

export const STATE: Record<
	ConsentState,
	{ said: () => string; now: () => string; tone: 'green' | 'amber' | 'red' }
> = {
	given: { said: m.grounds_state_given, now: m.grounds_state_given_now, tone: 'green' },
	refused: { said: m.grounds_state_refused, now: m.grounds_state_refused_now, tone: 'red' },
	withdrawn: { said: m.grounds_state_withdrawn, now: m.grounds_state_withdrawn_now, tone: 'red' },
	'not-asked': {
		said: m.grounds_state_not_asked,
		now: m.grounds_state_not_asked_now,
		tone: 'amber'
	}
};

/** "Wpg (convenant), gezin ingelicht · tot en met 1 december". */
export function sayGround(line: GroundLine, today: string): string {
	const date = (day: string) => sayDay(day, today, getLocale());
	if (line.ended) {
		const { on, by } = line.ended;
		return by
			? m.grounds_ended_by({ date: date(on), name: by })
			: m.grounds_ended({ date: date(on) });
	}
	if (!line.ground) return m.grounds_none_yet();
	const informed =
		line.informed === null
			? null
			: line.informed
				? m.grounds_informed()
				: m.grounds_not_informed({ because: line.notInformedBecause });
	return [
		line.explanation ? `${GROUND[line.ground]()}: ${line.explanation}` : GROUND[line.ground](),
		informed,
		line.expired && line.endsOn ? m.grounds_expired({ date: date(line.endsOn) }) : null,
		!line.expired && line.endsOn ? m.grounds_until({ date: date(line.endsOn) }) : null,
		line.withoutConsent ? m.grounds_without_consent() : null
	]
		.filter(Boolean)
		.join(' · ');
}

/** "vader Mark", or the child's own name. */
export function namePerson({ head }: ItemView, subjectId: string): string {
	const adult = head.caregivers.find(({ id }) => id === subjectId);
	if (adult) return `${adult.relation} ${adult.firstName}`;
	const child = head.children.find(({ id }) => id === subjectId);
	return child ? `${child.firstName} ${m.grounds_in_person()}` : '';
}

export const nameChild = ({ head }: ItemView, childId: string) =>
	head.children.find(({ id }) => id === childId)?.firstName ?? '';

/** What someone said, and on which day. */
export function sayConsent({ state, on, organisations }: ConsentLine, today: string): string {
	return [
		on && state !== 'not-asked' ? sayDay(on, today, getLocale()) : null,
		organisations ? m.grounds_only_with({ organisations: organisations.join(', ') }) : null
	]
		.filter(Boolean)
		.join(' · ');
}

export function sayAge({ years, months }: AgeBand): string {
	return months === null ? m.grounds_age_years({ years }) : m.grounds_age_months({ months });
}
