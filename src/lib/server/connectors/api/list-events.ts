import { fail, ok, type Result } from '#lib/domain/result.ts';
import { type ApiEventList, eventsQuery } from '#lib/protocol/api.ts';
import type { App } from '../../app.ts';
import { mayLeave } from '../../outbox/payload.ts';
import type { OutboxRow } from '../../store/delivery.ts';
import { transact } from '../../transact.ts';
import type { Work } from '../../work.ts';
import { messageOf } from '../connector.ts';
import { cloudEvent } from '../webhook/map.ts';
import { asClient } from './as-client.ts';
import { fetched } from './fetched.ts';
import { answer, problem, refusal } from './problem.ts';
import { nextLink, readQuery } from './query.ts';

/** `GET /api/v1/gebeurtenissen`: what the organisation was told or is to be told, in order, to catch up. */
export function listEvents(app: App, request: Request, address: string): Promise<Response> {
	return asClient(app, request, address, async (actor) => {
		const query = readQuery(request, eventsQuery);
		if (!query.ok) return problem('invalid-input', { field: query.error });
		const { since = null, aantal } = query.value;
		const caughtUp = await transact(
			app,
			actor,
			(work) => ownEvents(work, since, aantal),
			'list-events'
		);
		if (!caughtUp.ok) return refusal(caughtUp.error);
		const { rows, next, hasMore } = caughtUp.value;
		const { publicUrl } = app.settings;
		const body: ApiEventList = {
			gebeurtenissen: rows.map((row) => cloudEvent(messageOf(row), publicUrl)),
			next
		};
		if (!hasMore || !next) return answer(200, body);
		return answer(200, body, { link: nextLink(request, publicUrl, 'since', next) });
	});
}

interface CaughtUp {
	rows: OutboxRow[];
	next: string | null;
	hasMore: boolean;
}

async function ownEvents(
	work: Work,
	since: string | null,
	most: number
): Promise<Result<CaughtUp>> {
	const { store, actor } = work;
	const { organisationId, connectorId = '' } = actor;
	work.about({ objectKind: 'connector', objectId: connectorId });
	// Paused keeps what has to leave, by this way too.
	if ((await store.delivery.connector(connectorId))?.pausedAt) return fail('connection-paused');
	const last = since === null ? null : await store.delivery.toldTo(organisationId, since);
	if (since !== null && !last) return fail('unknown-cursor');
	const found = await store.delivery.eventsOf(organisationId, last?.seq ?? 0, most + 1);
	const page = found.slice(0, most);
	const rows: OutboxRow[] = [];
	// Checked when it was typed; again now, as a name may have been registered since.
	for (const row of page) if (await mayLeave(store, row)) rows.push(row);
	await logged(work, rows);
	await fetched(
		work,
		page.map((row) => row.subjectId)
	);
	return ok({ rows, next: page.at(-1)?.id ?? since, hasMore: found.length > most });
}

/** Each read of a case is a row, also when several are read at once (NEN 7513). */
async function logged(work: Work, rows: readonly OutboxRow[]): Promise<void> {
	const cases = new Set<string>();
	for (const row of rows) {
		const item = await work.store.agenda.find(row.itemId);
		if (item?.caseId) cases.add(item.caseId);
	}
	const entry = { event: 'list-events', ground: 'organisation' } as const;
	for (const caseId of cases)
		await work.log({ ...entry, objectKind: 'case', objectId: caseId, caseId });
	const { organisationId } = work.actor;
	if (cases.size === 0)
		await work.log({ ...entry, objectKind: 'organisation', objectId: organisationId });
}
