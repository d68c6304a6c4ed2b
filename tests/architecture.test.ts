import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** One import, as the source states it, and the file or package it reaches. */
interface Import {
	from: string;
	to: string;
	types: boolean;
	text: string;
}

/** What the files of an area may import: patterns of paths under `src/lib/`, or of package names. */
interface Rule {
	area: string;
	may: string[];
	/** As `may`, for `import type` only. */
	mayTypes?: string[];
}

const ROOT = posix.join(import.meta.dirname, '..');
const SVELTE = ['svelte', 'svelte/**'];
const NODE = 'node:**';

/** The table of CONTRIBUTING.md. What is not listed is not allowed. */
const LAYERS: Rule[] = [
	{ area: 'domain', may: ['domain/**'] },
	{ area: 'document', may: ['document/**', 'domain/**', 'yjs'] },
	{ area: 'protocol', may: ['protocol/**', 'domain/**', 'valibot'] },
	{
		area: 'client',
		may: [
			...['client/**', 'domain/**', 'document/**', 'protocol/**'],
			...[...SVELTE, '$app/**', 'socket.io-client', 'yjs']
		]
	},
	{
		area: 'ui',
		may: [
			...['ui/**', 'client/**', 'domain/**', 'protocol/**', 'paraglide/**'],
			...[...SVELTE, '$app/**', 'bits-ui', '@lucide/svelte/**']
		]
	},
	{
		area: 'server',
		may: ['server/**', 'domain/**', 'document/**', 'protocol/**', NODE, '../../package.json'],
		mayTypes: []
	}
];

/** A package reaches the server in one place each, so that replacing it is a change of one place. */
const SERVER_PACKAGES: Record<string, string[]> = {
	valibot: [
		'server/execute.ts',
		'server/settings.ts',
		'server/realtime/**',
		'server/connectors/**'
	],
	pino: ['server/log.ts'],
	'@sveltejs/kit': ['server/forms.ts'],
	'drizzle-orm': ['server/store/**'],
	'drizzle-orm/sqlite-core': ['server/store/columns.ts'],
	'drizzle-orm/better-sqlite3': ['server/store/database.ts'],
	'drizzle-orm/better-sqlite3/migrator': ['server/store/database.ts'],
	'better-sqlite3': ['server/store/database.ts', 'server/store/kept-statements.ts'],
	'socket.io': ['server/realtime/**'],
	yjs: ['server/realtime/documents/**'],
	lucia: ['server/auth/sessions.ts', 'server/auth/lucia-adapter.ts'],
	'@node-rs/argon2': ['server/auth/passwords.ts'],
	otplib: ['server/auth/totp.ts'],
	qrcode: ['server/qr.ts'],
	'rate-limiter-flexible': ['server/auth/rate-limit.ts', 'server/connectors/api/limits.ts'],
	'ical-generator': ['server/calendar/neutral.ts'],
	'ipaddr.js': ['server/connectors/webhook/address.ts'],
	standardwebhooks: ['server/connectors/webhook/webhook.ts'],
	nodemailer: ['server/mail/mailer.ts'],
	tsdav: ['server/connectors/caldav/**'],
	'ical.js': ['server/connectors/caldav/**'],
	'@valibot/to-json-schema': ['server/connectors/api/**']
};

/** Within the server. Its root holds what all share: work, transact, execute, app, settings, clock. */
const SERVER: Rule[] = [
	{
		area: 'server/store',
		may: ['server/store/**'],
		mayTypes: ['domain/**', 'server/work.ts', 'server/realtime/documents/port.ts']
	},
	{
		area: 'server/usecases',
		may: [
			...['server/usecases/**', 'domain/**', 'document/roots.ts', 'server/days.ts'],
			// Deciding and writing down what must leave is one transaction; neither touches the network.
			...['server/outbox/announce.ts', 'server/outbox/arrived.ts'],
			...['server/outbox/ways.ts', 'server/outbox/told-no-more.ts'],
			...['server/connectors/webhook/address.ts', 'server/connectors/secrets.ts']
		],
		mayTypes: ['protocol/**', 'server/store/**', 'server/work.ts', 'server/commands.ts']
	},
	{
		area: 'server/views',
		may: [
			...['server/views/**', 'domain/**', 'server/store/**', 'server/*.ts'],
			...['server/usecases/**', 'server/outbox/arrived.ts', 'server/auth/sessions.ts'],
			'server/outbox/told-no-more.ts'
		],
		mayTypes: ['protocol/**']
	},
	{
		area: 'server/outbox',
		may: [
			'server/outbox/**',
			'domain/**',
			'protocol/**',
			'server/store/**',
			'server/connectors/**',
			'server/*.ts'
		]
	},
	{
		area: 'server/connectors',
		may: [
			...['server/connectors/**', 'domain/**', 'protocol/**', 'server/store/**', 'server/*.ts'],
			...['server/usecases/**', 'server/outbox/payload.ts', 'server/mail/**']
		]
	},
	{
		area: 'server/realtime',
		may: [
			...['server/realtime/**', 'domain/**', 'document/**', 'protocol/**', 'server/store/**'],
			...['server/*.ts', 'server/auth/**', 'server/views/**', 'server/usecases/**']
		]
	},
	{
		area: 'server/auth',
		// The names of the invented people, for the demo's one-click switch.
		may: ['server/auth/**', 'domain/**', 'server/store/**', 'server/*.ts', 'server/demo/people.ts']
	},
	{
		area: 'server/mail',
		may: [
			'server/mail/**',
			'domain/**',
			'protocol/**',
			'server/store/**',
			'server/*.ts',
			'server/usecases/**',
			'server/auth/rate-limit.ts'
		],
		mayTypes: ['server/connectors/connector.ts']
	},
	{
		area: 'server/calendar',
		may: ['server/calendar/**', 'domain/**', 'server/store/**', 'server/*.ts'],
		mayTypes: ['protocol/**']
	}
];

const sources = globSync('src/**/*.{ts,svelte}', { cwd: ROOT }).filter(
	(file) => !file.startsWith('src/lib/paraglide/')
);
const isTest = (file: string) => /\.test\.ts$/.test(file);
const product = sources.filter((file) => !isTest(file));
const imports = product.flatMap(importsOf);
const inArea =
	(area: string) =>
	({ from }: Import) =>
		from.startsWith(`src/lib/${area}/`);

function read(file: string): string {
	return readFileSync(posix.join(ROOT, file), 'utf8');
}

/** The TypeScript of a source; of a component, that of its script blocks. */
function scriptOf(file: string): string {
	const text = read(file);
	if (!file.endsWith('.svelte')) return text;
	const { module, instance } = parse(text, { modern: true, filename: file });
	return [module, instance]
		.map((script) =>
			script
				? text.slice(Reflect.get(script.content, 'start'), Reflect.get(script.content, 'end'))
				: ''
		)
		.join('\n');
}

function treeOf(file: string): ts.SourceFile {
	return ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
	visit(node);
	ts.forEachChild(node, (child) => walk(child, visit));
}

function importsOf(file: string): Import[] {
	const found: Import[] = [];
	const add = (target: ts.Node | undefined, types: boolean) => {
		if (target && ts.isStringLiteralLike(target))
			found.push({ from: file, to: reached(file, target.text), types, text: target.text });
	};
	walk(treeOf(file), (node) => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause));
		else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
			add(node.argument.literal, true);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			add(node.arguments[0], false);
	});
	return found;
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const named = clause.namedBindings;
	if (clause.name || !named || !ts.isNamedImports(named)) return false;
	return named.elements.length > 0 && named.elements.every((one) => one.isTypeOnly);
}

/** A path under `src/lib/` (`../../x` outside it), or the package's name as written. */
function reached(file: string, text: string): string {
	if (text.startsWith('#lib/')) return text.slice('#lib/'.length);
	if (!text.startsWith('.')) return text;
	return posix.relative('src/lib', posix.join(posix.dirname(file), text));
}

const fits = (to: string, patterns: readonly string[]) =>
	patterns.some((pattern) => posix.matchesGlob(to, pattern) || to === pattern);

function broken({ area, may, mayTypes = [] }: Rule, skip: (to: string) => boolean): string[] {
	return imports
		.filter(inArea(area))
		.filter(({ to, types }) => !skip(to) && !fits(to, may) && !(types && fits(to, mayTypes)))
		.map(({ from, text }) => `${from} → ${text}`);
}

const isPackage = (to: string) =>
	!/\.(ts|js|json|svelte|css)$/.test(to) || ['ipaddr.js', 'ical.js'].includes(to);

describe('imports point one way', () => {
	test('this test sees the imports of modules, components and types', () => {
		const seen = imports.map(({ from, to, types }) => `${from} ${to}${types ? ' (type)' : ''}`);
		expect(seen).toContain('src/lib/server/app.ts server/outbox/outbox.ts');
		expect(seen).toContain('src/lib/server/store/access-log.ts server/work.ts (type)');
		expect(seen).toContain('src/lib/ui/Dialog.svelte bits-ui');
		expect(product.length).toBeGreaterThan(300);
	});

	test.each(LAYERS)('$area imports only what is below it', (rule) => {
		const skip = rule.area === 'server' ? isPackage : () => false;
		expect(broken(rule, skip)).toEqual([]);
	});

	test.each(SERVER)('$area imports only what it may', (rule) => {
		expect(broken(rule, isPackage)).toEqual([]);
	});

	test('each package has its own place in the server', () => {
		const elsewhere = imports
			.filter(inArea('server'))
			.filter(({ to }) => isPackage(to) && !to.startsWith('node:'))
			.filter(({ from, to }) => !fits(from.slice('src/lib/'.length), SERVER_PACKAGES[to] ?? []))
			.map(({ from, to }) => `${from} → ${to}`);
		expect(elsewhere).toEqual([]);
	});

	test('only the composition root knows both the live side and the outbox', () => {
		const reaches = (file: string, area: string) =>
			imports.some(
				({ from, to, types }) => from === file && !types && fits(to, [`server/${area}/**`])
			);
		const both = product.filter((file) => reaches(file, 'realtime') && reaches(file, 'outbox'));
		expect(both).toEqual(['src/lib/server/app.ts']);
	});

	test('pages and endpoints leave sockets, the outbox and the schema to the server', () => {
		const past = imports
			.filter(({ from }) => from.startsWith('src/routes/'))
			.filter(({ to }) =>
				fits(to, [
					'server/realtime/**',
					'server/outbox/**',
					'server/store/schema/**',
					'drizzle-orm',
					'socket.io',
					'yjs'
				])
			)
			.map(({ from, text }) => `${from} → ${text}`);
		expect(past).toEqual([]);
	});

	test('no component reaches into the server', () => {
		const reaching = imports
			.filter(
				({ from, types, to }) => from.endsWith('.svelte') && !types && fits(to, ['server/**'])
			)
			.map(({ from, text }) => `${from} → ${text}`);
		expect(reaching).toEqual([]);
	});
});

describe('a source runs where it belongs', () => {
	const bare = imports.filter(({ from }) =>
		/^src\/lib\/(domain|document|protocol|server)\//.test(from)
	);

	test('what runs in bare Node imports nothing of Kit, Svelte or Vite', () => {
		const bound = bare
			.filter(({ to }) => /^\$|\.svelte(\.ts)?$|^svelte|^vite/.test(to))
			.map(({ from, text }) => `${from} → ${text}`);
		expect(bound).toEqual([]);
	});

	test('every import of a file names its extension', () => {
		const vague = imports
			.filter(({ text }) => /^(\.|#lib\/)/.test(text) && !/\.(ts|js|svelte|json|css)$/.test(text))
			.filter(({ text }) => !text.includes('/$types'))
			.map(({ from, text }) => `${from} → ${text}`);
		expect(vague).toEqual([]);
	});

	test('a relative import stays in its area; across areas it is #lib', () => {
		// Outside `lib`: the routes are one area, and so is each other place.
		const area = (path: string) =>
			path
				.split('/')
				.slice(0, path.startsWith('..') ? 2 : 1)
				.join('/');
		const crossing = imports
			.filter(({ text }) => text.startsWith('.'))
			.filter(({ from, to }) => area(posix.relative('src/lib', from)) !== area(to))
			// The version that /healthz tells; it lies outside src.
			.filter(({ to }) => to !== '../../package.json')
			.map(({ from, text }) => `${from} → ${text}`);
		expect(crossing).toEqual([]);
	});
});

describe('the store can get another dialect', () => {
	test('queries are awaited: no .run, .get, .all or .values on the synchronous driver', () => {
		const synchronous: string[] = [];
		// The driver itself, its statements, and its thread, for which the statements come ready-made.
		const driver = /\/(database|kept-statements|writer-thread)\.ts$/;
		const files = product.filter(
			(file) => file.startsWith('src/lib/server/store/') && !driver.test(file)
		);
		for (const file of files)
			walk(treeOf(file), (node) => {
				if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
				const { name } = node.expression;
				if (['run', 'get', 'all', 'sync'].includes(name.text))
					synchronous.push(`${file}: .${name.text}()`);
			});
		expect(synchronous).toEqual([]);
	});
});

describe('the tests themselves', () => {
	const tests = [...sources.filter(isTest), ...globSync('tests/**/*.ts', { cwd: ROOT })];

	test('none runs alone, and none is skipped', () => {
		const apart: string[] = [];
		for (const file of tests)
			walk(treeOf(file), (node) => {
				if (!ts.isPropertyAccessExpression(node)) return;
				const of = node.expression.getText();
				if (!/^(test|it|describe|suite)\b/.test(of)) return;
				if (/^(only|skip|skipIf|runIf|todo|fails|fixme|fail)$/.test(node.name.text))
					apart.push(`${file}: ${of}.${node.name.text}`);
			});
		expect(apart).toEqual([]);
	});

	test('a source has its tests beside it, never inside', () => {
		const mixed = imports
			.filter(({ to }) => to === 'vitest' || to === 'fast-check')
			.map(({ from }) => from);
		expect(mixed).toEqual([]);
	});
});
