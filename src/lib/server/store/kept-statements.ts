import type Database from 'better-sqlite3';

/** Lists of ids of every length make a statement each; beyond this the one not used longest goes. */
const MOST = 400;

/**
 * The connection, with its prepared statements kept by their text: drizzle prepares anew for each query,
 * and that took an eighth of all the time on the server. A statement that gives rows as arrays stays so,
 * hence two of a text. Nothing here iterates, so that none is in use when it is asked for again.
 */
export function keepStatements(connection: Database.Database): Database.Database {
	const plain = kept((sql) => connection.prepare(sql));
	const raw = kept((sql) => connection.prepare(sql).raw());
	return new Proxy(connection, {
		get(target, property) {
			if (property === 'prepare')
				return (sql: string) => {
					const statement = plain(sql);
					return {
						run: statement.run.bind(statement),
						get: statement.get.bind(statement),
						all: statement.all.bind(statement),
						raw: () => raw(sql)
					};
				};
			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
}

function kept(prepare: (sql: string) => Database.Statement) {
	const statements = new Map<string, Database.Statement>();
	return (sql: string): Database.Statement => {
		const found = statements.get(sql) ?? prepare(sql);
		// Last in is used last: the first of the map is the one to let go.
		statements.delete(sql);
		statements.set(sql, found);
		const oldest = statements.size > MOST ? statements.keys().next().value : undefined;
		if (oldest !== undefined) statements.delete(oldest);
		return found;
	};
}
