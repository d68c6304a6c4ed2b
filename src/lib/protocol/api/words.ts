import * as v from 'valibot';

export type ApiLanguage = 'nl' | 'en';
/** One text in both languages of the documentation. */
export type Words = Readonly<Record<ApiLanguage, string>>;

/** What a field means, for the documentation; changes nothing about what is valid. */
export const means = <T>(nl: string, en: string) =>
	v.metadata<T, { words: Words }>({ words: { nl, en } });
