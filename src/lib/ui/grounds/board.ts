import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';

export function groundsPoints(view: ItemView): BoardPoint[] {
	void view;
	return [];
}
