// The SQL of what the organization is on a day. $1 is the public origin, $2 the day.

/** The day asked about; today without one. Asked for once, where the bare function would be called for each row. */
export const day = '(SELECT coalesce($2::date, published.today()))'

/** What links to a unit show: `u` is the unit, `n` its name on the day. */
export const unitStub = `'id', u.id, 'slug', u.slug, 'name', n.name, 'shortName', n.short_name, 'url', $1 || '/don-vi/' || u.slug`

/** A period by its first and its last day, null where it has none. */
export const days = (period: string) => `'from', lower(${period}), 'through', upper(${period}) - 1`

/** The end of a year, for what is called as it was then. */
export const lastDayOf = (year: string) => `make_date(${year}, 12, 31)`

/** A JSON list of what is found, empty where nothing is. */
export const list = (item: string, from: string) => `coalesce((SELECT json_agg(${item}) FROM ${from}), '[]')`

/** What somebody or a unit was commended with; `whom` says who. */
export const wonAwards = (whom: string) =>
  list(
    `json_build_object('year', a.year, 'bloc', json_build_object(${unitStub}), 'title', a.title, 'authority', a.authority,
      'decisionNo', a.decision_no, 'on', a.decided_on, 'status', a.status) ORDER BY a.year DESC, a.decided_on DESC, a.id`,
    `published.awards a JOIN published.units u ON u.id = a.bloc_id
      CROSS JOIN LATERAL published.unit_name(u.id, ${lastDayOf('a.year')}) n WHERE ${whom}`,
  )
