import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { AddPersonDialog } from '../../features/organization/people/add-person-dialog.tsx'
import { peopleQuery } from '../../features/organization/people/people.api.ts'
import { PeopleList } from '../../features/organization/people/people-list.tsx'
import { readPeopleSearch } from '../../features/organization/people/people-search.ts'
import { useUnitText } from '../../lib/i18n/desk/use-unit-text.ts'
import { Button } from '../../ui/button.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import styles from './list-page.module.css'
import { OrganizationLinks } from './organization-links.tsx'
import { useTitle } from './use-title.ts'

/** Everybody who holds, held or will hold a post, by given name. */
export function PeoplePage() {
  const words = useUnitText().people
  useTitle(words.title)
  return useOrganizationPermission()('organization.read', []) ? <People /> : <MissingPart />
}

function People() {
  const words = useUnitText().people
  // The router hands on what it does not know, unread; it is read here.
  const { tim } = readPeopleSearch({ ...useSearch({ from: '/ban-bien-tap/nguoi' }) })
  const navigate = useNavigate()
  const mayAdd = useOrganizationPermission()('people.change', [])
  const [isAdding, setAdding] = useState(false)
  return (
    <div className={[styles.page, mayAdd ? styles.withBar : ''].join(' ')}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {mayAdd ? (
          <div className={styles.buttons}>
            <Button variant="primary" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          </div>
        ) : null}
      </div>
      <OrganizationLinks />
      <p className={styles.lead}>{words.lead}</p>
      <SearchForm
        text={tim ?? ''}
        label={words.search}
        submit={words.searchShort}
        maxLength={100}
        className={styles.search}
        onSearch={(text) =>
          void navigate({ to: '/ban-bien-tap/nguoi', search: text ? { tim: text } : {}, replace: true, resetScroll: false })
        }
      />
      <List text={tim} />
      {isAdding ? (
        <AddPersonDialog
          onClose={() => setAdding(false)}
          onAdded={({ id }) => void navigate({ to: '/ban-bien-tap/nguoi/$personId', params: { personId: id } })}
        />
      ) : null}
    </div>
  )
}

function List({ text }: { text: string | undefined }) {
  const words = useUnitText().people
  return (
    <PagedList
      query={useInfiniteQuery(peopleQuery(text))}
      words={words}
      empty={<p className={styles.empty}>{text ? words.emptyFound(text) : words.empty}</p>}
    >
      {(people) => (
        <PeopleList
          people={people}
          link={({ id }, name) => (
            <Link to="/ban-bien-tap/nguoi/$personId" params={{ personId: id }}>
              {name}
            </Link>
          )}
        />
      )}
    </PagedList>
  )
}
