import * as v from 'valibot';
import { apiAction } from './action.ts';
import { means } from './words.ts';

/** RFC 9457. `code` is stable and meant for software, `title` and `detail` for people. */
export const problemSchema = v.object({
	type: v.pipe(
		v.string(),
		v.regex(/^urn:nld:casustafel:probleem:[a-z-]+$/),
		means('Het soort probleem, als URN.', 'The kind of problem, as a URN.')
	),
	title: v.string(),
	status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
	detail: v.pipe(v.string(), means('Wat u kunt doen.', 'What you can do.')),
	code: v.pipe(v.string(), means('Vaste code, voor software.', 'A stable code, for software.')),
	field: v.optional(
		v.pipe(
			v.string(),
			means(
				'Bij invalid-input: welk veld, welke parameter of welke header.',
				'With invalid-input: which field, parameter or header.'
			)
		)
	),
	current: v.optional(
		v.pipe(
			apiAction,
			means(
				'Bij stale, wrong-status en changed: de actie zoals die nu is.',
				'With stale, wrong-status and changed: the action as it is now.'
			)
		)
	)
});
export type Problem = v.InferOutput<typeof problemSchema>;
