import { expect, test } from 'vitest';
import { asksForPressure, inForce, type PressureMoment } from './pressure.ts';

const moment = (kind: PressureMoment['kind'], itemId = 'first'): PressureMoment => ({
	kind,
	itemId
});

test('ME20 the last one chosen is in force until stepped down', () => {
	const pressure = moment('pressure');
	const compulsion = moment('compulsion');
	expect(inForce([])).toBeNull();
	expect(inForce([pressure, moment('not-now')])).toBe(pressure);
	expect(inForce([pressure, compulsion])).toBe(compulsion);
	expect(inForce([compulsion, moment('step-down')])).toBeNull();
});

const refused = { itemId: 'second', refused: ['observed'], sectionA: [], moments: [] } as const;

test('ME19 asked where help is refused and safety is not sufficient', () => {
	const asks = (more: object) => asksForPressure({ ...refused, joint: ['undetermined'], ...more });
	expect(asks({})).toBe(true);
	expect(asks({ refused: ['not-checked', null] })).toBe(false);
	expect(asks({ joint: ['safe'] })).toBe(false);
	expect(asks({ joint: [null] })).toBe(false);
	expect(asks({ joint: [null], sectionA: ['suspected'] })).toBe(true);
});

test('ME19 “not now” answers it for this item only; what is in force asks nothing', () => {
	const asks = (moments: PressureMoment[]) =>
		asksForPressure({ ...refused, joint: ['structurally-unsafe'], moments });
	expect(asks([moment('not-now', 'second')])).toBe(false);
	expect(asks([moment('not-now', 'first')])).toBe(true);
	expect(asks([moment('pressure', 'first')])).toBe(false);
	expect(asks([moment('pressure', 'first'), moment('step-down', 'first')])).toBe(true);
});
