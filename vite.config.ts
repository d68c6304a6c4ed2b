import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** In `npm run dev` the live room hangs on Vite's own server; in production server.js attaches it. */
const sockets: Plugin = {
	name: 'casustafel-sockets',
	configureServer(vite) {
		if (process.env.VITEST) return;
		vite.httpServer?.once('listening', async () => {
			const { runningApp } = await vite.ssrLoadModule('/src/lib/server/running-app.ts');
			runningApp().hub.attach(vite.httpServer);
		});
	}
};

/** Tests that replace a module, or set what a process is started with. */
const ALONE = [
	'tests/faults/**/*.test.ts',
	'tests/documents/spoiled.test.ts',
	'tests/auth/sign-in.test.ts'
];

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			cookieName: 'casustafel_language'
		}),
		sveltekit({
			adapter: adapter(),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['self', 'strict-dynamic'],
					'style-src': ['self'],
					'style-src-attr': [
						'unsafe-hashes',
						// Kit's route announcer carries this inline style; check at each upgrade of Kit.
						'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='
					],
					'connect-src': ['self'],
					'font-src': ['self'],
					'img-src': ['self', 'data:'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		}),
		sockets
	],
	test: {
		environment: 'node',
		globalSetup: ['tests/support/prepared.ts'],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					// Modules are read once for all of them: half of the time went into reading them per file.
					name: 'together',
					isolate: false,
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['tests/e2e/**', ...ALONE]
				}
			},
			{ extends: true, test: { name: 'alone', include: ALONE } }
		]
	}
});
