import { randomUUID } from 'node:crypto';
import { groundsRoot, worriesRoot } from '#lib/document/roots.ts';
import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import { execute } from '../execute.ts';
import { textUpdate } from '../realtime/documents/text-update.ts';
import { documentStore } from '../store/documents.ts';
import { repositories } from '../store/repositories.ts';
import type { Noorderveld } from './noorderveld-world.ts';
import type { PersonKey } from './people.ts';

const DAY = 86_400_000;
/** Seven weeks and a day: what was seen then no longer counts. */
const EARLIER = 50;

/**
 * Mila was discussed seven weeks ago, and seen then for the last time: her case can't be closed today
 * (R9, R33). What was said then stands beside what is said today.
 */
export async function earlierAboutMila(app: App, world: Noorderveld): Promise<void> {
	const then = new Date(app.clock.now().getTime() - EARLIER * DAY);
	const past: App = { ...app, clock: { now: () => then } };
	const [mila = ''] = world.children.mila;
	const [joyce = ''] = world.caregivers.mila;
	const asThen = async <T = void>(who: PersonKey, name: string, input: object): Promise<T> => {
		const outcome = await execute(past, world.actor(who), { id: randomUUID(), name, input });
		if (!outcome.ok) throw new Error(`${who} could not ${name}: ${outcome.error}`);
		return outcome.value as T;
	};
	const { meetingId } = await asThen<{ meetingId: string }>('hilde', 'meeting.plan', {
		tableId: world.table.cjg,
		startsAt: then.toISOString(),
		minutes: 90,
		place: 'Gemeentehuis Noorderveld, kamer 2.04'
	});
	const { itemId } = await asThen<{ itemId: string }>('hilde', 'item.add-case', {
		meetingId,
		caseId: world.case.mila,
		reason: 'Is de hulp klaar?',
		news: 'De hulpverlener wil afsluiten.',
		minutes: 15,
		participants: [world.people.yusuf.id, world.people.roos.id]
	});
	await asThen('hilde', 'meeting.start', { meetingId });
	await asThen('hilde', 'item.set-live', { itemId });

	for (const [subject, question, choice] of [
		[mila, 'A1', 'ruled-out'],
		[mila, 'A4', 'ruled-out'],
		[mila, 'B7', 'suspected'],
		[joyce, 'C12', 'observed'],
		[joyce, 'C13', 'suspected'],
		[mila, 'E25', 'present']
	] as const)
		await asThen('yusuf', 'answer.give', {
			itemId,
			subjectId: subject,
			questionId: question,
			value: { kind: 'scale', choice },
			source: 'huisbezoek',
			observedOn: dayInTheNetherlands(then),
			expected: 0
		});
	await asThen('yusuf', 'answer.give', {
		itemId,
		subjectId: mila,
		questionId: 'F26',
		value: {
			kind: 'contacts',
			contacts: [
				{
					name: world.people.yusuf.name,
					function: 'gedragswetenschapper',
					date: dayInTheNetherlands(then),
					how: 'both'
				}
			]
		},
		expected: 0
	});
	for (const sectionId of ['A', 'B', 'C', 'D', 'E'])
		await asThen('yusuf', 'answer.rest-not-checked', {
			itemId,
			sectionId,
			subjectIds: [sectionId === 'C' ? joyce : mila]
		});

	const judged = { itemId, childId: mila, safety: 'undetermined', grade: 6, risk: 'raised' };
	await asThen('hilde', 'judgement.give', {
		...judged,
		safetyReason: 'De hulp loopt nog maar net goed.',
		riskReason: 'Zonder hulp is het weer vol in huis.',
		expected: 0
	});
	await asThen('hilde', 'judgement.reveal', { itemId, childId: mila });
	await asThen('hilde', 'judgement.decide-jointly', {
		...judged,
		motivation: 'Wij weten nog te weinig van thuis.',
		expected: 0
	});
	await documentStore(app.database).append([
		{
			kind: 'update',
			documentId: itemId,
			seq: 1,
			bytes: textUpdate({
				[worriesRoot(mila)]:
					'Dat het na de hulp weer misgaat. Minimaal: iemand ziet haar elke maand.',
				[groundsRoot(mila)]: 'Huisbezoek: rustig in huis. Tegen: moeder slaapt slecht, geldzorgen.'
			})
		}
	]);
	await asThen('hilde', 'item.conclude', { itemId });
	await asThen('hilde', 'meeting.close', { meetingId });
	await asThen('hilde', 'decisions.ratify-without-rest', { itemId });
	const version = (await repositories(app.database.reader).decisions.current(itemId))?.version;
	// The CJG put the list in its own dossier; Veilig Thuis had closed its part.
	await asThen('hilde', 'action-list.filed', { itemId, version, filed: true });
	await asThen('roos', 'action-list.filed', {
		...{ itemId, version, filed: false, reason: 'Wij hadden ons dossier al gesloten.' }
	});
}
