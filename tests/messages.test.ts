import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Language = 'nl' | 'en';
/** A text, or its variants (by number) as the message format of inlang has them. */
type Message = string | { declarations: string[]; match: Record<string, string> }[];

const AREAS = readdirSync(join('messages', 'nl'));

function read(language: Language): Map<string, Message> {
	const files = AREAS.map((name): Record<string, Message> =>
		JSON.parse(readFileSync(join('messages', language, name), 'utf8'))
	);
	return new Map(
		files.flatMap((file) => Object.entries(file).filter(([key]) => key !== '$schema'))
	);
}

const messages = { nl: read('nl'), en: read('en') };

function texts(message: Message): string[] {
	return typeof message === 'string'
		? [message]
		: message.flatMap(({ match }) => Object.values(match));
}

const parametersIn = (text: string) =>
	[...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** What the caller has to give: every `{name}` in the text and every declared input. */
function parameters(message: Message): string[] {
	const declared =
		typeof message === 'string'
			? []
			: message
					.flatMap(({ declarations }) => declarations)
					.filter((one) => one.startsWith('input '))
					.map((one) => one.slice('input '.length));
	return [...new Set([...declared, ...texts(message).flatMap(parametersIn)])].toSorted();
}

/** Names that stay, and the few words that are spelled alike in both languages. */
const ALIKE = new Set([
	'1-2-3-tje',
	'Agenda',
	'CJG',
	'Casustafel',
	'Meldcode',
	'School',
	'Veilig Thuis',
	'later',
	'min',
	'school'
]);

const withoutParameters = (text: string) => text.replace(/\{\w+\}/g, '').trim();
const isTranslated = (text: string) => /\p{L}/u.test(text) && !ALIKE.has(text);

describe('the words of the screen', () => {
	test('each area is there in both languages', () => {
		expect(readdirSync(join('messages', 'en'))).toEqual(AREAS);
	});

	test('each message is there in both languages, with the same parameters', () => {
		const shape = (language: Language) =>
			Object.fromEntries([...messages[language]].map(([key, text]) => [key, parameters(text)]));
		expect(shape('en')).toEqual(shape('nl'));
	});

	test('none is empty', () => {
		const empty = [...messages.nl, ...messages.en].filter(
			([, message]) =>
				texts(message).length === 0 || texts(message).some((text) => text.trim() === '')
		);
		expect(empty).toEqual([]);
	});

	test('Dutch names the role: nobody is a "gebruiker"', () => {
		const impersonal = [...messages.nl].filter(([, message]) =>
			texts(message).some((text) => /gebruiker/i.test(text))
		);
		expect(impersonal).toEqual([]);
	});

	test('nothing is left in Dutch for an English reader', () => {
		const untranslated = [...messages.nl].filter(([key, dutch]) => {
			const english = new Set(texts(messages.en.get(key) ?? ''));
			return texts(dutch).some(
				(text) => english.has(text) && isTranslated(withoutParameters(text))
			);
		});
		expect(untranslated).toEqual([]);
	});

	test('quotation marks and apostrophes are typographic', () => {
		const straight = [...messages.nl, ...messages.en].filter(([, message]) =>
			texts(message).some((text) => /["']/.test(text))
		);
		expect(straight).toEqual([]);
	});
});
