import * as v from 'valibot';
import { actionData, actionListData, apiId } from './action.ts';
import { means } from './words.ts';

/** The types of events, by what the outbox calls them. */
export const EVENT_TYPES = {
	'action-assigned': 'nl.casustafel.actie.toegewezen',
	'action-changed': 'nl.casustafel.actie.gewijzigd',
	'action-withdrawn': 'nl.casustafel.actie.ingetrokken',
	'action-list-ratified': 'nl.casustafel.afsprakenlijst.vastgesteld',
	test: 'nl.casustafel.proef'
} as const;
export type EventKind = keyof typeof EVENT_TYPES;

const kinds = Object.values(EVENT_TYPES) as (typeof EVENT_TYPES)[EventKind][];

export const testData = v.object({ message: v.string() });

/** CloudEvents 1.0, structured JSON, in the Dutch government profile (NL GOV profile for CloudEvents). */
export const cloudEventSchema = v.object({
	specversion: v.literal('1.0'),
	id: v.pipe(
		apiId,
		means(
			'Uniek met source: dezelfde id is dezelfde gebeurtenis, ook als die twee keer komt.',
			'Unique with source: the same id again is the same event, sent twice.'
		)
	),
	source: v.pipe(
		v.string(),
		v.regex(/^urn:nld:casustafel:[a-z0-9.-]+$/),
		means('Deze Casustafel, als URN.', 'This Casustafel, as a URN.')
	),
	type: v.picklist(kinds),
	subject: v.pipe(
		apiId,
		means(
			'De actie, of het agendapunt van een afsprakenlijst.',
			'The action, or the item of a list of decisions.'
		)
	),
	time: v.pipe(
		v.string(),
		v.isoTimestamp(),
		means('Wanneer het gebeurde, UTC.', 'When it happened, UTC.')
	),
	datacontenttype: v.literal('application/json'),
	dataref: v.optional(
		v.pipe(
			v.string(),
			v.url(),
			means(
				'Waar de actie met uw token is op te halen.',
				'Where the action can be fetched with your token.'
			)
		)
	),
	data: v.union([actionData, actionListData, testData])
});
export type CloudEvent = v.InferOutput<typeof cloudEventSchema>;

/** A page of the organisation's own events. */
export const apiEventList = v.object({
	gebeurtenissen: v.array(cloudEventSchema),
	next: v.pipe(
		v.nullable(v.string()),
		means(
			'Bewaar dit en geef het de volgende keer mee als ?since=. Null zolang er nooit iets was.',
			'Keep this and give it next time as ?since=. Null as long as there was nothing ever.'
		)
	)
});
export type ApiEventList = v.InferOutput<typeof apiEventList>;
