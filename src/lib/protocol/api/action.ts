import { ACTION_STATUSES } from '#lib/domain/action.ts';
import { isDay } from '#lib/domain/day.ts';
import * as v from 'valibot';
import { anId } from '../fields.ts';
import { means } from './words.ts';

export const apiId = v.pipe(
	anId,
	means('Willekeurig nummer, zegt niets over de inhoud.', 'A random id; it tells nothing.')
);
/** A day that exists, `YYYY-MM-DD`. */
export const apiDay = v.pipe(
	v.string(),
	v.isoDate(),
	v.check((text: string) => isDay(text))
);
const revision = v.pipe(v.number(), v.integer(), v.minValue(1));
const link = v.pipe(
	v.string(),
	v.url(),
	means('De pagina in Casustafel, voor wie zich aanmeldt.', 'The page, for who signs in.')
);

export const actionOwner = v.object({
	name: v.pipe(
		v.nullable(v.string()),
		means(
			'Wie het doet; null zolang geen collega de actie heeft opgepakt.',
			'Who does it; null as long as no colleague has taken it.'
		)
	),
	organisation: v.string()
});

const title = v.pipe(
	v.nullable(v.string()),
	means(
		'Wat er gedaan wordt. Null bij een intrekking, en als er een naam van het gezin in bleek te staan.',
		'What is to be done. Null in a withdrawal, and when it turned out to hold a name of the family.'
	)
);
const owner = v.nullable(actionOwner);
const deadline = v.pipe(
	v.nullable(apiDay),
	means('Uiterlijk op deze dag.', 'At the latest on this day.')
);
const caseCode = v.pipe(
	v.string(),
	means('Code van de casus, zonder namen.', 'Code of the case, without names.')
);
const dossierReference = v.pipe(
	v.nullable(v.string()),
	means(
		'Het eigen dossiernummer van uw organisatie, als dat is ingevuld.',
		'Your organisation’s own reference of the case, if it has given one.'
	)
);

/** Everything of an action that may leave: never a child's name, never what was discussed. */
export const actionData = v.object({
	id: apiId,
	revision: v.pipe(
		revision,
		means(
			'Wordt hoger als tekst, eigenaar of datum verandert. Bewaar de hoogste die u zag.',
			'Grows with text, owner or deadline. Keep the highest you have seen.'
		)
	),
	caseCode,
	dossierReference,
	title,
	owner,
	deadline,
	link
});
export type ActionData = v.InferOutput<typeof actionData>;

export const actionListData = v.object({
	id: v.pipe(
		anId,
		means(
			'Het agendapunt waarvan de afspraken zijn vastgesteld.',
			'The item whose decisions were ratified.'
		)
	),
	revision: v.pipe(
		revision,
		means('Versie van de vastgestelde tekst.', 'Version of the ratified text.')
	),
	hash: v.pipe(
		v.string(),
		means('SHA-256 van de vastgestelde tekst.', 'SHA-256 of the ratified text.')
	),
	caseCode,
	dossierReference,
	actions: v.array(v.object({ id: apiId, title, owner, deadline })),
	link
});
export type ActionListData = v.InferOutput<typeof actionListData>;

export const actionStatus = v.pipe(
	v.picklist(ACTION_STATUSES),
	means(
		'proposed wacht op antwoord · accepted opgepakt · declined niet opgepakt · unowned niemand pakt dit op · in-progress loopt · done gedaan · withdrawn ingetrokken',
		'proposed waits for an answer · accepted · declined · unowned nobody takes it · in-progress · done · withdrawn'
	)
);

/** An action as `GET /api/v1/acties` shows it. */
export const apiAction = v.object({
	...actionData.entries,
	status: actionStatus,
	doneOn: v.pipe(
		v.nullable(apiDay),
		means('De dag waarop het gedaan is.', 'The day on which it was done.')
	)
});
export type ApiAction = v.InferOutput<typeof apiAction>;

/** A page of the organisation's actions. */
export const apiActionList = v.object({
	acties: v.array(apiAction),
	next: v.pipe(
		v.nullable(v.string()),
		means(
			'Geef dit mee als ?na= voor de volgende pagina; null op de laatste.',
			'Give this as ?na= for the next page; null on the last one.'
		)
	)
});
export type ApiActionList = v.InferOutput<typeof apiActionList>;

export const actionId = anId;
