import type {
	ApiAction,
	CloudEvent,
	Problem,
	StatusReport,
	TokenAnswer
} from '#lib/protocol/api.ts';
import type { SchemaName } from './schemas.ts';

/** Invented, as in the demo. */
const action: ApiAction = {
	id: 'uqLNMzHBMt8aU0yJkIZW-A',
	revision: 1,
	caseCode: '26-4187',
	dossierReference: 'JGZ-0042',
	title: 'De kinderen zien en spreken',
	owner: { name: 'Tirza Oosting', organisation: 'GGD Noorderveld' },
	deadline: '2026-12-08',
	link: 'https://casustafel.example/acties/uqLNMzHBMt8aU0yJkIZW-A',
	status: 'proposed',
	doneOn: null
};
const { status: _status, doneOn: _doneOn, ...data } = action;
const event: CloudEvent = {
	specversion: '1.0',
	id: '3q1bV0m8S1m0QmX0h2cO9w',
	source: 'urn:nld:casustafel:casustafel.example',
	type: 'nl.casustafel.actie.toegewezen',
	subject: action.id,
	time: '2026-11-24T08:41:07.000Z',
	datacontenttype: 'application/json',
	dataref: `https://casustafel.example/api/v1/acties/${action.id}`,
	data
};
const report: StatusReport = { status: 'done', doneOn: '2026-12-01', revision: 1 };
const problem: Problem = {
	type: 'urn:nld:casustafel:probleem:token-required',
	title: 'Het token ontbreekt of geldt niet (meer).',
	status: 401,
	detail: 'Vraag een nieuw token bij /api/v1/token.',
	code: 'token-required'
};
const token: TokenAnswer = {
	access_token: 'ctt_Zm9yYmVlbGQtdGhpcy1pcy1ub3QtYS10b2tlbi1vay0',
	token_type: 'Bearer',
	expires_in: 900
};

export const EXAMPLES: Partial<Record<SchemaName, object>> = {
	Actie: action,
	ActieLijst: { acties: [action], next: null },
	Gebeurtenis: event,
	GebeurtenisLijst: { gebeurtenissen: [event], next: event.id },
	Statusmelding: report,
	Probleem: problem,
	Token: token,
	Tokenaanvraag: { grant_type: 'client_credentials' },
	Tokenfout: {
		error: 'invalid_client',
		error_description: 'Client id or client secret is wrong, or no longer in use.'
	}
};
