/** Invented users of the hub, and keys that open older copies only. */
import type { UserRow, UsersView } from '$backend'
import type { Answers } from '$backend/fake'

const roles: UsersView['roles'] = [
  { role: 'chair', name: 'Chair', words: 'May do everything, users and keys among it.' },
  { role: 'deputy', name: 'Deputy chair', words: 'May do everything, users and keys among it.' },
  { role: 'coordinator', name: 'Coordinator', words: 'May do everything except approve minutes, overrule the gate or the projector, dispose of records, and manage users.' },
  { role: 'reader', name: 'Reader', words: 'May look at everything; changes nothing and takes nothing out.' },
]

const user = (name: string, role: UserRow['role'], more: Partial<UserRow> = {}): UserRow => ({
  id: `user-${name}`, name, role, own: false, active: true, passphrase: true, ...more,
})

export const users: UsersView = {
  users: [
    user('A Field', 'coordinator'), user('Kim Reader', 'reader', { passphrase: false }), user('R Dale', 'chair', { own: true }), user('S Okafor', 'deputy'),
    user('T Lowe', 'coordinator', { active: false, passphrase: false }),
  ],
  old_keys: [{ words: 'T Lowe’s former passphrase', copies: 3 }, { words: 'a former recovery key', copies: 1 }],
  roles,
}

let now = users
const change = (id: string, more: Partial<UserRow>) => (now = { ...now, users: now.users.map((row) => (row.id === id ? { ...row, ...more } : row)) })
const recovery_key = 'H4VTE-9C2KD-5PWXM-1R8QN-7YBZ3-F6GJS-0TKHV-4DE2C'

export const answers: Answers = {
  list_users: () => now,
  add_user: ({ name, role }) => (now = { ...now, users: [...now.users, user(name, role)] }),
  amend_user: ({ user, name, role }) => change(user, { name, role }),
  remove_user: ({ user }) => change(user, { active: false, passphrase: false }),
  set_passphrase: ({ user }) => change(user, { passphrase: true }),
  change_passphrase: () => now,
  renew_recovery_key: () => ({ recovery_key, view: now }),
  renew_key: ({ others }) => {
    const held = new Set(others.map(({ user }) => user))
    now = { ...now, users: now.users.map((row) => ({ ...row, passphrase: row.own || held.has(row.id) })) }
    return { recovery_key, view: now }
  },
  renew_copies: () => (now = { ...now, old_keys: [] }),
}

/** The users of a hub that was created a minute ago: the one who created it. */
export const emptyPeople: Answers = { list_users: { ...users, users: users.users.filter(({ own }) => own), old_keys: [] } }
