import { newestVersions } from '#lib/domain/talk.ts';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { dayInTheNetherlands } from '../../../days.ts';
import { knownRows } from '../../../usecases/meldcode/walk.ts';
import type { CaseContext } from '../context.ts';

type Event = Omit<TimelineEvent, 'area'>;

/** Advice, talks, what goes straight to Veilig Thuis, decisions of professionals, pressure and compulsion. */
export async function meldcodeStepsTimeline(context: CaseContext): Promise<TimelineEvent[]> {
	const { store, caseId, family, known } = context;
	const rows = await knownRows(store, caseId, known);
	const moments = (await store.meldcode.moments(caseId)).filter((one) => known.has(one.itemId));
	const talks = newestVersions(rows.talks).filter(({ status }) => status !== 'planned');
	const decided = rows.entries.flatMap((one) =>
		one.entry.step === 5 ? [{ ...one, decisions: one.entry.value }] : []
	);
	const people = new Map(
		(
			await store.people.findMany([
				...new Set([
					...decided.map(({ personId }) => personId),
					...talks.map(({ holderId }) => holderId),
					...moments.flatMap(({ carrierId }) => carrierId ?? [])
				])
			])
		).map((one) => [one.person.id, one.person.name])
	);
	const organisations = new Map(
		(await store.people.organisations()).map((one) => [one.id, one.name])
	);
	const childName = (id: string) =>
		family.children.find((child) => child.id === id)?.firstName ?? '';
	const withWhom = ({ caregiverIds, childIds }: (typeof talks)[number]) =>
		[
			...family.caregivers.filter(({ id }) => caregiverIds.includes(id)),
			...family.children.filter(({ id }) => childIds.includes(id))
		]
			.map(({ firstName }) => firstName)
			.join(', ');

	const events: Event[] = [
		...rows.advices.map((one): Event => ({
			id: one.id,
			on: one.askedOn,
			kind: 'advice',
			detail: { organisation: organisations.get(one.organisationId) ?? '', adviser: one.adviser },
			tone: 'neutral'
		})),
		...rows.marks.map((one): Event => ({
			id: one.id,
			on: dayInTheNetherlands(one.createdAt),
			kind: 'straight',
			detail: { mark: one.kind, child: childName(one.childId) },
			tone: 'red'
		})),
		...talks.map((one): Event => ({
			id: one.id,
			on: one.status === 'held' ? one.on : dayInTheNetherlands(one.createdAt),
			kind: `talk-${one.status}`,
			detail: { who: people.get(one.holderId) ?? '', with: withWhom(one) },
			tone: one.status === 'held' ? 'neutral' : 'amber'
		})),
		...decided.map((one): Event => ({
			id: one.id,
			on: dayInTheNetherlands(one.createdAt),
			kind: 'decided',
			detail: {
				name: people.get(one.personId) ?? '',
				report: one.decisions.report ? 'yes' : 'no',
				help: one.decisions.help ? 'yes' : 'no'
			},
			tone: 'neutral'
		})),
		...moments.map((one): Event => ({
			id: one.id,
			on: one.recordedOn,
			kind: one.kind,
			detail: { what: one.what, why: one.why, carrier: people.get(one.carrierId ?? '') ?? '' },
			tone: one.kind === 'step-down' ? 'green' : one.kind === 'not-now' ? 'neutral' : 'amber'
		}))
	];
	return events.map((event) => ({ ...event, area: 'meldcode' }));
}
