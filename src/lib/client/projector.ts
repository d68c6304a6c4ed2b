import { maskNames, type NameMask } from '#lib/domain/mask-names.ts';
import type { CommandName } from '#lib/protocol/commands.ts';
import type { CaregiverRef, ChildRef } from '#lib/protocol/views.ts';

/** What the projector view calls a child, in the language of the screen: "kind 1". */
export type SayChild = (number: number) => string;

interface Family {
	head: { children: ChildRef[]; caregivers: CaregiverRef[] };
}

/** What may be done while the projector view is on: running the meeting, nothing of a case (MT10). */
export function mayOnProjector(name: CommandName): boolean {
	return (
		name.startsWith('meeting.') ||
		(['item.set-live', 'item.conclude', 'item.carry-over', 'item.move'] as string[]).includes(
			name
		) ||
		(['item.set-minutes', 'item.arrive', 'item.admit', 'item.leave'] as string[]).includes(name)
	);
}

/**
 * An item without the registered names of children and caregivers: in their fields, and in every text
 * where someone wrote one (MT9). Professionals are named as always.
 */
export function projectorView<View extends Family>(view: View, child: SayChild): View {
	const { children, caregivers } = view.head;
	const masks: NameMask[] = [
		...children.map(({ firstName }, index) => ({ name: firstName, mask: child(index + 1) })),
		...caregivers.flatMap(({ firstName, lastName, relation }) => [
			{ name: `${firstName} ${lastName}`, mask: relation },
			{ name: firstName, mask: relation },
			{ name: lastName, mask: relation }
		])
	].filter(({ name }) => name.trim() !== '');
	return {
		...masked(view, masks),
		head: {
			...masked(view.head, masks),
			children: children.map((one, index) => ({ ...one, firstName: child(index + 1) })),
			caregivers: caregivers.map((one) => ({
				...one,
				firstName: `${[...one.firstName][0] ?? ''}.`,
				lastName: ''
			}))
		}
	};
}

/** Every text of a value, with the names replaced; ids and professionals as they are. */
function masked<Value>(value: Value, masks: readonly NameMask[]): Value {
	if (typeof value === 'string') return maskNames(value, masks) as Value;
	if (Array.isArray(value)) return value.map((one) => masked(one, masks)) as Value;
	if (typeof value !== 'object' || value === null) return value;
	if ('organisationKind' in value) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			/(^id|Id|Ids)$/.test(key) ? one : masked(one, masks)
		])
	) as Value;
}
