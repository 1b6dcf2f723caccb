import '../authors/authors.queries.ts'
