import { defineConfig } from 'drizzle-kit'

// Drafts only: a drafted file is completed by hand and applied by db/migrate.ts.
export default defineConfig({ dialect: 'postgresql', schema: './src/db/schema/**/*.ts', out: './migrations' })
