import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	schema: './src/lib/server/store/schema/index.ts',
	out: './drizzle/sqlite',
	dialect: 'sqlite'
});
