import { eq, lt } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

/** Commands carried out, so that one sent twice takes effect once. */
export function commands(queries: Queries) {
	const t = schema.commands;
	return {
		async find(id: string) {
			const [row] = await queries.select().from(t).where(eq(t.id, id));
			return row ?? null;
		},
		async add(row: typeof t.$inferInsert) {
			await queries.insert(t).values(row);
		},
		async forgetBefore(moment: Date) {
			await queries.delete(t).where(lt(t.at, moment));
		}
	};
}
