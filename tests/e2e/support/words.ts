import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import instrument from '../../../src/lib/domain/instrument.v1.json' with { type: 'json' };

export type Language = 'nl' | 'en';

/** The screen's own words, so that another wording is no other test. */
const words: Record<Language, Map<string, string>> = { nl: readAll('nl'), en: readAll('en') };

function readAll(language: Language): Map<string, string> {
	const folder = join('messages', language);
	const files = readdirSync(folder).map(
		(name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>
	);
	return new Map(
		files
			.flatMap((file) => Object.entries(file))
			.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
}

/** A text of the screen by its message key; throws for a key that is gone. */
export function say(key: string, params: Record<string, string> = {}, language: Language = 'nl') {
	const text = words[language].get(key);
	if (text === undefined) throw new Error(`There is no message ${key} in ${language}`);
	return text.replace(/\{(\w+)\}/g, (all, name: string) => params[name] ?? all);
}

/** The start of a text that ends in something else on the screen, such as a count. */
export function starts(key: string): RegExp {
	const start = say(key).split('{')[0] ?? '';
	return new RegExp(`^\\s*${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').trim()}`);
}

interface Option {
	id: string;
	nl: string;
}
interface Question {
	id: string;
	answer?: { kind: string; options?: Option[] };
}

/** The answer to a question on a scale, or the choice of H31 or H32, as the instrument words it. */
export function choice(id: string, questionId?: string): string {
	const questions: Question[] = instrument.sections.flatMap(
		(section): Question[] => section.questions
	);
	const options: Option[] = questionId
		? (questions.find((question) => question.id === questionId)?.answer?.options ?? [])
		: Object.values(instrument.scales).flatMap((scale) => scale.options);
	const found = options.find((option) => option.id === id);
	if (!found) throw new Error(`There is no choice ${id}`);
	return found.nl;
}
