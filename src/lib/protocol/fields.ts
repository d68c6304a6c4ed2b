import * as v from 'valibot';

/** Pieces that the schemas of commands share. Lengths are in characters. */
export const anId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
export const aDay = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d{2}-\d{2}$/),
	v.check(
		(text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
	)
);
/** A day, or nothing from an empty field of a form. */
export const optionalDay = v.optional(v.union([v.literal(''), aDay]), '');
export const aMonth = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
export const line = (longest = 200) =>
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
export const optionalLine = (longest = 200) =>
	v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longest)), '');
export const someText = (longest = 4000) =>
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
/** Revision the sender saw; 0 when it saw none. */
export const expected = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Minutes as a number, also from a form's text field. */
export const minutes = v.pipe(
	v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number))]),
	v.integer(),
	v.minValue(1),
	v.maxValue(240)
);
/** An address of a video call: https only, shown as a link. */
export const videoLink = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(500),
		v.check((text) => text === '' || isHttps(text))
	),
	''
);

function isHttps(text: string): boolean {
	try {
		return new URL(text).protocol === 'https:';
	} catch {
		return false;
	}
}
