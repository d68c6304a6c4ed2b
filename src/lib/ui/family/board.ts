import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';

export function familyPoints(view: ItemView): BoardPoint[] {
	void view;
	return [];
}
