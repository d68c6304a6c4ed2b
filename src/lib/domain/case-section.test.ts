import { expect, test } from 'vitest';
import { caseSection, type SectionFacts, STUCK_DAYS } from './case-section.ts';

const fresh: SectionFacts = {
	discussed: 0,
	carriedOver: 0,
	daysWithoutHelp: 3,
	safety: null,
	openActions: 0
};

test('MT1 new until it was discussed, running from then', () => {
	expect(caseSection(fresh)).toBe('new');
	expect(caseSection({ ...fresh, carriedOver: 1 })).toBe('new');
	expect(caseSection({ ...fresh, discussed: 1 })).toBe('running');
});

test('MT1 stuck: carried over twice, or six weeks without help, also when it is new here', () => {
	expect(caseSection({ ...fresh, carriedOver: 2 })).toBe('stuck');
	expect(caseSection({ ...fresh, daysWithoutHelp: STUCK_DAYS - 1 })).toBe('new');
	expect(caseSection({ ...fresh, daysWithoutHelp: STUCK_DAYS })).toBe('stuck');
	expect(caseSection({ ...fresh, discussed: 3, daysWithoutHelp: STUCK_DAYS })).toBe('stuck');
});

test('MT1 to close only with help, judged safe, and nothing open', () => {
	const closing: SectionFacts = {
		discussed: 2,
		carriedOver: 0,
		daysWithoutHelp: null,
		safety: 'safe',
		openActions: 0
	};
	expect(caseSection(closing)).toBe('to-close');
	expect(caseSection({ ...closing, discussed: 0 })).toBe('new');
	expect(caseSection({ ...closing, daysWithoutHelp: 5 })).toBe('running');
	expect(caseSection({ ...closing, safety: null })).toBe('running');
	expect(caseSection({ ...closing, safety: 'undetermined' })).toBe('running');
	expect(caseSection({ ...closing, openActions: 1 })).toBe('running');
	expect(caseSection({ ...closing, carriedOver: 2 })).toBe('to-close');
});
