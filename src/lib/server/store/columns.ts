/**
 * The one place that knows the SQL dialect's column types. A PostgreSQL twin of this file
 * exports the same names, and every schema file works over it unchanged.
 */
import { customType, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export { index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const table = sqliteTable;

/** Random, constant-length text (see `ids.ts`): a counting id would tell how many rows there are. */
export const id = (name = 'id') => text(name);
export const string = (name: string) => text(name);
export const count = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: 'boolean' });
/** A moment, UTC, milliseconds since 1970. */
export const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });
/** A calendar day, `YYYY-MM-DD`, without time zone. */
export const day = (name: string) => text(name);
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
	dataType: () => 'blob',
	toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
	fromDriver: (value) => new Uint8Array(value)
});
/** A row number that grows with each insert; never leaves the server. */
export const sequence = (name = 'seq') => integer(name).primaryKey({ autoIncrement: true });
