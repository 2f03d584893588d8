-- Who the children and their parents are. Every word is sealed under a key of that one person, which lies outside of the database; without it
-- a row says nothing, also in a backup. Only the role of the vault may look here.
create schema vault;
revoke all on schema vault from public;
grant usage on schema vault to portal_vault;

create table vault.people (
    id uuid primary key,
    kind varchar(10) not null check (kind in ('Child', 'Parent')),
    content bytea not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    is_kept boolean not null,
    revision integer not null
);
create index people_not_kept on vault.people (id) where not is_kept;

create table vault.photographs (
    person_id uuid primary key references vault.people on delete cascade,
    content bytea not null,
    taken_at timestamptz not null
);

create table vault.kinships (
    child_id uuid not null references vault.people on delete cascade,
    parent_id uuid not null references vault.people on delete cascade,
    relation varchar(10) not null check (relation in ('Mother', 'Father', 'Guardian')),
    since timestamptz not null,
    ended_at timestamptz,
    primary key (child_id, parent_id)
);
create index kinships_parent on vault.kinships (parent_id);

-- keyed marks: of the day on which a child comes of age, and of what two records of one child have in common
create table vault.marks (
    person_id uuid not null references vault.people on delete cascade,
    kind varchar(20) not null,
    mark bytea not null,
    primary key (person_id, kind, mark)
);
create index marks_alike on vault.marks (kind, mark);

grant select, insert, update, delete on all tables in schema vault to portal_vault;
