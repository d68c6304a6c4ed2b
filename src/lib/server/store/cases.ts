import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Case = typeof schema.cases.$inferSelect;
export type Child = typeof schema.children.$inferSelect;
export type Caregiver = typeof schema.caregivers.$inferSelect;

/** A case with its children and caregivers, in their order. */
export interface Family {
	case: Case;
	children: Child[];
	caregivers: Caregiver[];
	/** First names of the rest of the family and its network, as ever recorded (FA3): never for a screen. */
	otherNames: string[];
}

export function cases(queries: Queries) {
	const { cases: c, children, caregivers, networkMembers: n, dossierReferences: d } = schema;
	return {
		async find(id: string): Promise<Case | null> {
			const [row] = await queries.select().from(c).where(eq(c.id, id));
			return row ?? null;
		},
		async byCode(code: string): Promise<Case | null> {
			const [row] = await queries.select().from(c).where(eq(c.code, code));
			return row ?? null;
		},
		async findMany(ids: readonly string[]): Promise<Case[]> {
			if (ids.length === 0) return [];
			return queries
				.select()
				.from(c)
				.where(inArray(c.id, [...ids]));
		},
		async ofTable(tableId: string): Promise<Case[]> {
			return queries.select().from(c).where(eq(c.tableId, tableId)).orderBy(asc(c.code));
		},
		async family(caseId: string): Promise<Family | null> {
			const row = await this.find(caseId);
			if (!row) return null;
			return {
				case: row,
				children: await queries
					.select()
					.from(children)
					.where(eq(children.caseId, caseId))
					.orderBy(asc(children.position)),
				caregivers: await queries
					.select()
					.from(caregivers)
					.where(eq(caregivers.caseId, caseId))
					.orderBy(asc(caregivers.position)),
				otherNames: (
					await queries
						.selectDistinct({ firstName: n.firstName })
						.from(n)
						.where(eq(n.caseId, caseId))
				).map(({ firstName }) => firstName)
			};
		},
		async childrenOf(caseIds: readonly string[]): Promise<Child[]> {
			if (caseIds.length === 0) return [];
			return queries
				.select()
				.from(children)
				.where(inArray(children.caseId, [...caseIds]))
				.orderBy(asc(children.position));
		},
		async add(row: typeof c.$inferInsert) {
			await queries.insert(c).values(row);
		},
		async change(id: string, values: Partial<typeof c.$inferInsert>) {
			await queries.update(c).set(values).where(eq(c.id, id));
		},
		async addChild(row: typeof children.$inferInsert) {
			await queries.insert(children).values(row);
		},
		async changeChild(id: string, values: Partial<typeof children.$inferInsert>) {
			await queries.update(children).set(values).where(eq(children.id, id));
		},
		async addCaregiver(row: typeof caregivers.$inferInsert) {
			await queries.insert(caregivers).values(row);
		},
		async changeCaregiver(id: string, values: Partial<typeof caregivers.$inferInsert>) {
			await queries.update(caregivers).set(values).where(eq(caregivers.id, id));
		},
		async dossierReference(caseId: string, organisationId: string): Promise<string> {
			const [row] = await queries
				.select()
				.from(d)
				.where(and(eq(d.caseId, caseId), eq(d.organisationId, organisationId)));
			return row?.reference ?? '';
		},
		async setDossierReference(caseId: string, organisationId: string, reference: string) {
			await queries
				.insert(d)
				.values({ caseId, organisationId, reference })
				.onConflictDoUpdate({ target: [d.caseId, d.organisationId], set: { reference } });
		}
	};
}
