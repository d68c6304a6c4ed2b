import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	INSTRUMENT,
	QUESTIONS,
	QUESTION_IDS,
	SCALES,
	SECTIONS,
	SECTION_IDS,
	instrumentText,
	instrumentWords,
	question
} from './instrument.ts';

interface FileQuestion {
	id: string;
	nl: string;
	perAdult?: boolean;
}
interface File {
	sections: {
		id: string;
		nl: string;
		hint?: string;
		scale?: string;
		perAdult?: boolean;
		questions: FileQuestion[];
	}[];
	scales: Record<string, { options: { id: string; nl: string }[] }>;
}
const file: File = JSON.parse(
	readFileSync(new URL('./instrument.v1.json', import.meta.url), 'utf8')
);
const inFile = file.sections.flatMap((section) =>
	section.questions.map((each) => ({ ...each, section }))
);

describe('the instrument', () => {
	test('AS1 all 35 questions have the wording and the order of the instrument file', () => {
		const dutch = instrumentText('nl');
		expect(inFile).toHaveLength(35);
		expect(QUESTIONS.map(({ id }) => [id, dutch.question(id)])).toEqual(
			inFile.map(({ id, nl }) => [id, nl])
		);
		expect([...QUESTION_IDS]).toEqual(inFile.map(({ id }) => id));
		expect(QUESTION_IDS.map((id) => id.slice(1))).toEqual(
			Array.from({ length: 35 }, (_, index) => String(index + 1))
		);
	});

	test('AS1 sections, scales, hints and options come from the file unchanged', () => {
		const dutch = instrumentText('nl');
		expect([...SECTION_IDS]).toEqual(file.sections.map(({ id }) => id));
		expect(SECTIONS.map(({ id, questions }) => [id, questions])).toEqual(
			file.sections.map(({ id, questions }) => [id, questions.map((each) => each.id)])
		);
		expect(SECTIONS.map(({ id }) => [dutch.section(id), dutch.hint(id)])).toEqual(
			file.sections.map(({ nl, hint }) => [nl, hint ?? ''])
		);
		for (const { id, choices } of Object.values(SCALES)) {
			expect(choices.map((choice) => ({ id: choice, nl: dutch.choice(choice) }))).toEqual(
				file.scales[id]?.options
			);
		}
		expect(dutch.option('H31', 'undetermined')).toBe('Niet vast te stellen');
		expect(dutch.option('H32', 'undetermined')).toBe('Niet te bepalen');
		expect(dutch.none('F27')).toBe('Niemand, nagegaan');
		expect(dutch.otherwise('G29')).toBe('Niet gevraagd, want…');
		expect(dutch.fields('F28')).toEqual(['vraag', 'wie', 'vóór wanneer']);
		expect(dutch.grade.highest).toBe('veilig genoeg om af te sluiten');
	});

	test('AS1 scale, section and "once per adult" follow the file', () => {
		expect(
			QUESTIONS.map(({ id, section, scale, perAdult }) => [id, section, scale, perAdult])
		).toEqual(
			inFile.map(({ id, perAdult, section }) => [
				id,
				section.id,
				section.scale ?? null,
				section.perAdult ?? perAdult ?? false
			])
		);
	});

	test('AS2 how each question is answered', () => {
		const kinds = Object.fromEntries(QUESTIONS.map(({ id, answer }) => [id, answer]));
		expect(QUESTIONS.filter(({ answer }) => answer === 'scale')).toHaveLength(25);
		expect(kinds).toMatchObject({
			F26: 'contacts',
			F27: 'list',
			F28: 'open-questions',
			G29: 'text',
			G30: 'choice',
			H31: 'judgement',
			H32: 'judgement',
			H33: 'text',
			H34: 'text',
			H35: 'dissent'
		});
		expect(question('A1')?.section).toBe('A');
		expect(question('A36')).toBeNull();
		expect(question('constructor')).toBeNull();
	});

	test('AS3 the English text is complete: every Dutch word has one, and no other', () => {
		const dutch = leaves(instrumentWords('nl'));
		const english = leaves(instrumentWords('en'));
		expect([...english.keys()].toSorted()).toEqual([...dutch.keys()].toSorted());
		for (const [path, text] of english) {
			expect(text.trim(), path).not.toBe('');
			expect(text, path).not.toBe(dutch.get(path));
		}
	});

	test('AS3 the instrument has the six rules the tests are named after', () => {
		expect(INSTRUMENT.rules).toHaveLength(6);
		expect(INSTRUMENT.version).toBe(1);
	});
});

function leaves(value: unknown, path = ''): Map<string, string> {
	if (typeof value === 'string') return new Map([[path, value]]);
	return new Map(
		Object.entries(value as object).flatMap(([key, each]) => [...leaves(each, `${path}/${key}`)])
	);
}
