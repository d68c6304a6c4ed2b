import type { ActionStatus } from './action.ts';
import type { ConnectorKind } from './connector-kind.ts';
import { type DeliveryStatus, hasArrived } from './retry.ts';

/** One message about an action (or the action list) to one organisation, by one way. */
export interface ToldBy {
	type: 'action-assigned' | 'action-changed' | 'action-withdrawn' | 'action-list-ratified';
	/** Null for the action list. */
	actionId: string | null;
	organisation: { id: string };
	/** Null: told in the app only. */
	by: ConnectorKind | null;
	status: DeliveryStatus;
	parkedAt: string | null;
	error: string | null;
	/** Handed over on paper, in this text. */
	paper: object | null;
}

/** What never arrives whatever one tries: a way out of use, or an organisation that is told no more. */
const ENDED = ['connector-removed', 'organisation-left'];

/** What is about the words, or done there on purpose: that it came by another way makes it no better. */
const IN_ANY_WAY = ['names-in-title', 'removed-there'];

/** Action × receiver. */
export function subjectAndReceiver(line: Pick<ToldBy, 'actionId' | 'organisation'>): string {
	return `${line.actionId ?? 'list'} ${line.organisation.id}`;
}

/** The texts that stand: what a newer text overtook is left out. */
export function standing<L extends ToldBy>(lines: readonly L[]): L[] {
	return lines.filter((line) => line.status !== 'outdated');
}

/** How many texts were overtaken by those that are shown; one that went by two ways is one text. */
export function earlierTexts(
	lines: readonly { createdAt: string }[],
	shown: readonly { createdAt: string }[]
): number {
	const texts = new Set(lines.map(({ createdAt }) => createdAt));
	for (const { createdAt } of shown) texts.delete(createdAt);
	return texts.size;
}

/**
 * A receiver has it when one of its ways brought it, or it was handed over on paper, or the owner has
 * answered. Who has no connection has the list and a withdrawal in the app; a new action is there only when
 * it was opened or answered.
 */
export function hasReached(lines: readonly ToldBy[], status: ActionStatus | null = null): boolean {
	const left = standing(lines);
	if (left.length === 0) return true;
	const [first] = left;
	const asks = first?.type === 'action-assigned' || first?.type === 'action-changed';
	if (asks && status && ANSWERED.includes(status)) return true;
	return left.some(
		(line) =>
			line.paper !== null ||
			hasArrived(line.status) ||
			(line.by === null && !asks && line.status !== 'failed')
	);
}

const ANSWERED: readonly ActionStatus[] = ['accepted', 'declined', 'in-progress', 'done'];

/** Each action has reached its owner (R: sync, "afgerond"). `statusOf`: of the actions, by id. */
export function isSettled(
	lines: readonly ToldBy[],
	statusOf: Readonly<Record<string, ActionStatus>> = {}
): boolean {
	return [...Map.groupBy(lines, subjectAndReceiver).values()].every((group) =>
		hasReached(group, statusOf[group[0]?.actionId ?? ''] ?? null)
	);
}

/** Will not come right by itself. `lines`: all about the same to the same receiver. */
export function needsHuman(line: ToldBy, lines: readonly ToldBy[] = [line]): boolean {
	if (line.paper !== null) return false;
	// On a paused connection also what was never tried waits for somebody, unless it came by another way.
	if (line.error === 'connector-paused')
		return !standing(lines).some((one) => hasArrived(one.status));
	if (line.status !== 'failed' || line.parkedAt === null) return false;
	const error = line.error ?? '';
	if (IN_ANY_WAY.includes(error)) return true;
	// Another way took over or brought it, and that is what counts.
	return !standing(lines).some(
		(one) =>
			one.paper !== null ||
			hasArrived(one.status) ||
			(ENDED.includes(error) && one.status !== 'failed')
	);
}

/** *Gesloten* is what the chair does; *afgerond* when each action has reached its owner as well. */
export function isFinished(
	isClosed: boolean,
	lines: readonly ToldBy[],
	statusOf: Readonly<Record<string, ActionStatus>>
): boolean {
	return isClosed && isSettled(lines, statusOf);
}
