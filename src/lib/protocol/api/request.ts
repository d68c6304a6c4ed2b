import * as v from 'valibot';
import { ACTION_STATUSES } from '#lib/domain/action.ts';
import { anId } from '../fields.ts';
import { apiDay } from './action.ts';
import { means } from './words.ts';

const words = v.pipe(v.string(), v.trim(), v.maxLength(500));

/** Body of `PATCH /api/v1/acties/{id}`. */
export const statusReport = v.object({
	status: v.picklist(['accepted', 'declined', 'in-progress', 'done']),
	reason: v.optional(
		v.pipe(
			words,
			means<string>(
				'Verplicht bij declined. Zonder namen van het gezin.',
				'Required when declined. Without names of the family.'
			)
		)
	),
	doneOn: v.optional(
		v.pipe(apiDay, means('Bij done; vandaag als u niets geeft.', 'With done; today when absent.'))
	),
	result: v.optional(
		v.pipe(
			words,
			means<string>(
				'Bij done: wat er te vertellen is. Zonder namen van het gezin.',
				'With done: what there is to tell. Without names of the family.'
			)
		)
	),
	revision: v.pipe(
		v.number(),
		v.integer(),
		v.minValue(1),
		means(
			'De revisie van de tekst waarop u antwoordt.',
			'The revision of the text this is an answer to.'
		)
	)
});
export type StatusReport = v.InferOutput<typeof statusReport>;

/** Chosen by the sender, unique per report: the same key again takes no second effect. */
export const idempotencyKey = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,128}$/));

/** Most that one answer lists, and how many it lists when nobody says. */
const PAGE = 100;
const pageSize = v.optional(
	v.pipe(
		v.string(),
		v.regex(/^\d{1,3}$/),
		v.transform(Number),
		v.integer(),
		v.minValue(1),
		v.maxValue(PAGE)
	),
	String(PAGE)
);

/** Query of `GET /api/v1/acties`. */
export const actionsQuery = v.object({
	na: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{10,120}$/))),
	aantal: pageSize,
	status: v.optional(v.picklist(ACTION_STATUSES))
});

/** Query of `GET /api/v1/gebeurtenissen`; `since` is the id of an event of one's own. */
export const eventsQuery = v.object({ since: v.optional(anId), aantal: pageSize });
