import type { App } from '../app.ts';
import { dayInTheNetherlands } from '../days.ts';
import { repositories } from '../store/repositories.ts';
import type { Noorderveld } from './noorderveld-world.ts';
import type { PersonKey } from './people.ts';

const DAY = 86_400_000;

/** The demo opens here: Hilde chairs, Roos is remote and admitted, Wim is at this item only. */
export async function deWitBakkerInProgress(app: App, world: Noorderveld): Promise<void> {
	const itemId = world.item.deWitBakker;
	const [daan = '', lotte = ''] = world.children.deWitBakker;
	const [mark = '', sandra = ''] = world.caregivers.deWitBakker;
	const ago = (days: number) =>
		dayInTheNetherlands(new Date(app.clock.now().getTime() - days * DAY));
	const answer = (
		person: PersonKey,
		subjectId: string,
		questionId: string,
		choice: string,
		source?: string,
		days = 3
	) =>
		world.do(person, 'answer.give', {
			itemId,
			subjectId,
			questionId,
			value: { kind: 'scale', choice },
			...(source && { source, observedOn: ago(days) }),
			expected: 0
		});

	await world.do('hilde', 'meeting.start', { meetingId: world.meeting.cjg });
	const items = await repositories(app.database.reader).agenda.ofMeeting(world.meeting.cjg);
	const first = items.findIndex((item) => item.kind === 'case');
	for (const general of items.slice(0, first)) {
		await world.do('hilde', 'item.set-live', { itemId: general.id });
		await world.do('hilde', 'item.conclude', { itemId: general.id });
	}
	await world.goLive('deWitBakker', ['roos', 'wim']);
	for (const child of [daan, lotte]) {
		await answer('wim', child, 'A1', 'suspected', 'politie ter plaatse', 3);
		await answer('wim', child, 'A4', 'observed', 'politie ter plaatse', 3);
		await answer('hilde', child, 'A4', 'suspected', 'gesprek met moeder', 12);
		await answer('yusuf', child, 'A5', 'not-checked');
	}
	await answer('roos', daan, 'A2', 'ruled-out', 'huisarts gesproken', 5);
	await answer('yusuf', lotte, 'B7', 'observed', 'school: vaak boos en verdrietig', 8);
	await answer('hilde', lotte, 'B9', 'suspected', 'school: veel te laat', 8);
	await answer('wim', mark, 'C11', 'suspected', 'politie ter plaatse', 3);
	await answer('hilde', sandra, 'C12', 'observed', 'gesprek met moeder', 12);
	await answer('hilde', sandra, 'C13', 'observed', 'gesprek met moeder', 12);
	await answer('hilde', mark, 'C13', 'observed', 'gesprek met moeder', 12);
	await answer('hilde', daan, 'E24', 'fragile', 'oma past soms op', 12);
}
