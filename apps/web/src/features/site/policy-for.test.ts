import { expect, test } from 'vitest'
import { type Policies, policyFor } from './policy-for.ts'

const settings: Policies = {
  publishingPolicy: 'review',
  units: [{ id: 'office', publishingPolicy: 'strict' }],
  categories: [{ id: 'law', publishingPolicy: 'strict' }],
}

test('the strictest of site, unit and its parents, and categories counts', () => {
  expect(policyFor(settings, ['team'], ['news'])).toBe('review')
  expect(policyFor(settings, ['team', 'office'], [])).toBe('strict')
  expect(policyFor(settings, ['team'], ['news', 'law'])).toBe('strict')
  expect(policyFor({ publishingPolicy: 'direct', units: [], categories: [] }, ['office'], ['law'])).toBe('direct')
})

test('what is not known is not made up', () => {
  expect(policyFor(undefined, ['office'], ['law'])).toBe('direct')
})
