import '../delivery/authors/authors.queries.ts'
