import { defineConfig } from 'drizzle-kit'

// Drafts only: a drafted file is completed by hand and applied by db/migrate.ts. Tests beside the tables are no tables.
export default defineConfig({ dialect: 'postgresql', schema: './src/db/schema/**/!(*.test).ts', out: './migrations' })
