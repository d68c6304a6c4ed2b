import { describe, expect, it } from 'vitest';
import { HANDOVER_POINTS, isHandedOver, openInHandover } from './handover.ts';

describe('a warm handover', () => {
	it('HO1 counts when both sides confirmed every point, in whatever order', () => {
		const all = HANDOVER_POINTS.toReversed();
		expect(isHandedOver({ given: all, taken: all })).toBe(true);
		expect(isHandedOver({ given: all, taken: [] })).toBe(false);
		expect(isHandedOver({ given: [], taken: all })).toBe(false);
	});

	it('HO1 names what either side still has to confirm', () => {
		expect(openInHandover({ given: ['spoken'], taken: [...HANDOVER_POINTS].slice(1) })).toEqual({
			given: HANDOVER_POINTS.filter((point) => point !== 'spoken'),
			taken: ['family-knows']
		});
	});
});
