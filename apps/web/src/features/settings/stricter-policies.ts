/** What a unit or a category may ask for beyond the site. */
export const stricterPolicies = ['review', 'strict'] as const
export type StricterPolicy = (typeof stricterPolicies)[number]
