import type { ActionStatus } from '#lib/domain/action.ts';
import * as v from 'valibot';
import { aDay, anId } from './fields.ts';

/**
 * What organisations' systems exchange with Casustafel: the data of events (webhook) and the bodies of
 * `/api/v1`. docs/partner-api.md describes it for who builds a receiver. Days `YYYY-MM-DD`.
 */
export const API_VERSION = '1.0.0';

/** Everything of an action that may leave: never a child's name, never what was discussed. */
export interface ActionData {
	id: string;
	/** Grows with text, owner or deadline; a receiver keeps the highest it has seen. */
	revision: number;
	caseCode: string;
	/** The receiver's own reference of the case, if it has given one. */
	dossierReference: string | null;
	/** Null in a withdrawal, and where the title turned out to hold a name registered on the case. */
	title: string | null;
	owner: { name: string | null; organisation: string } | null;
	deadline: string | null;
	/** The page of this action, for who signs in. */
	link: string;
}

export interface ActionListData {
	/** The case item whose decisions were ratified. */
	id: string;
	/** Version of the ratified text. */
	revision: number;
	/** SHA-256 of the ratified text. */
	hash: string;
	caseCode: string;
	dossierReference: string | null;
	actions: Pick<ActionData, 'id' | 'title' | 'owner' | 'deadline'>[];
	link: string;
}

/** An action as `GET /api/v1/acties` shows it. */
export interface ApiAction extends ActionData {
	status: ActionStatus;
	doneOn: string | null;
}

/** The types of events, by what the outbox calls them. */
export const EVENT_TYPES = {
	'action-assigned': 'nl.casustafel.actie.toegewezen',
	'action-changed': 'nl.casustafel.actie.gewijzigd',
	'action-withdrawn': 'nl.casustafel.actie.ingetrokken',
	'action-list-ratified': 'nl.casustafel.afsprakenlijst.vastgesteld',
	test: 'nl.casustafel.proef'
} as const;
export type EventKind = keyof typeof EVENT_TYPES;

/** CloudEvents 1.0, structured JSON, in the Dutch government profile. */
export interface CloudEvent {
	specversion: '1.0';
	/** Unique with `source`: the same id again is the same event, sent twice. */
	id: string;
	source: string;
	type: (typeof EVENT_TYPES)[EventKind];
	subject: string;
	time: string;
	datacontenttype: 'application/json';
	/** Where the same can be fetched with the organisation's key. */
	dataref?: string;
	data: ActionData | ActionListData | { message: string };
}

const words = v.pipe(v.string(), v.trim(), v.maxLength(500));

/** Body of `PATCH /api/v1/acties/{id}`. */
export const statusReport = v.object({
	status: v.picklist(['accepted', 'declined', 'in-progress', 'done']),
	/** Required when declined. */
	reason: v.optional(words),
	/** The day it was done; today when absent. */
	doneOn: v.optional(aDay),
	result: v.optional(words),
	/** The revision of the text this is an answer to. */
	revision: v.pipe(v.number(), v.integer(), v.minValue(1))
});
export type StatusReport = v.InferOutput<typeof statusReport>;

export const actionId = anId;
/** Chosen by the sender, unique per report: the same key again takes no second effect. */
export const idempotencyKey = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,128}$/));

/** RFC 9457. `code` is stable and meant for software, `title` for people. */
export interface Problem {
	type: string;
	title: string;
	status: number;
	code: string;
	/** With `stale` and `wrong-status`: how the action is now. */
	current?: ApiAction;
}
