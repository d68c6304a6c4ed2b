import type { MeetingFormat } from '#lib/domain/format.ts';
import type { SeatRole } from '../store/schema/index.ts';
import type { TableKey } from './cases.ts';
import type { PersonKey } from './people.ts';

interface DemoSeat {
	person: PersonKey;
	role?: SeatRole;
	remote?: boolean;
}

/** Noorderveld's standing meetings and who sits there. */
export const TABLES: Record<TableKey, { name: string; format: MeetingFormat; seats: DemoSeat[] }> =
	{
		oneTwoThree: {
			name: '1-2-3-tje De Regenboog',
			format: 'one-two-three',
			seats: [{ person: 'marjan', role: 'chair' }, { person: 'tirza' }, { person: 'bas' }]
		},
		cjg: {
			name: 'CJG-aanmeldoverleg Noorderveld',
			format: 'cjg-intake',
			seats: [
				{ person: 'hilde', role: 'chair' },
				{ person: 'yusuf', role: 'deputy' },
				{ person: 'roos', remote: true },
				{ person: 'nadia' }
			]
		},
		zat: {
			name: 'Zorgadviesteam Dorenweerd College',
			format: 'care-advisory-team',
			seats: [
				{ person: 'karel', role: 'chair' },
				{ person: 'tirza' },
				{ person: 'bas' },
				{ person: 'jeroen' }
			]
		}
	};

export const CHAIRS: Record<TableKey, PersonKey> = {
	oneTwoThree: 'marjan',
	cjg: 'hilde',
	zat: 'karel'
};
