/**
 * A case item's document holds nothing but these texts; no other root ever enters it.
 * - `common`: what the table writes together
 * - `facts:<organisation>`: the facts round, one text per organisation at the item
 * - `worries:<child>`: H33 · `grounds:<child>`: H34
 */
export type Root = 'common' | `${'facts' | 'worries' | 'grounds'}:${string}`;

export const factsRoot = (organisationId: string): Root => `facts:${organisationId}`;
export const worriesRoot = (childId: string): Root => `worries:${childId}`;
export const groundsRoot = (childId: string): Root => `grounds:${childId}`;

const SHAPE = /^(?:common|(?:facts|worries|grounds):[\w-]{1,64})$/;

export function isRoot(name: string): name is Root {
	return SHAPE.test(name);
}

/** The closed list of one item: everyone at it may write each of them, and no other exists. */
export function rootsOf(item: {
	organisationIds: readonly string[];
	childIds: readonly string[];
}): Root[] {
	return [
		'common',
		...item.organisationIds.map(factsRoot),
		...item.childIds.flatMap((id) => [worriesRoot(id), groundsRoot(id)])
	];
}
