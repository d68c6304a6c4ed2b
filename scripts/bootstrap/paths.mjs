import { delimiter, dirname, join } from 'node:path';

/**
 * An environment in which `node`, npm and every program of the project run on this Node.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node the path of the Node program
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export function withNode(env, node, root) {
	const first = [join(root, 'node_modules', '.bin'), dirname(node)];
	const rest = (env.PATH ?? '')
		.split(delimiter)
		.filter((folder) => folder && !first.includes(folder));
	return { ...env, PATH: [...first, ...rest].join(delimiter), NODE: node, npm_node_execpath: node };
}
