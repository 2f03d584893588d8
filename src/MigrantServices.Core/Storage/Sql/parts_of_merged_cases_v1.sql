-- Who had a part in a case that was merged decides no objection in the one that stayed, also where the two were parted again.
-- Whoever has decided an objection there already is left out, because what they decided stands.
update cases s set took_part = (
    select array_agg(distinct p.id) from (
        select unnest(s.took_part) as id
        union
        select unnest(g.took_part) from case_merges m join cases g on g.id = m.merged_id
        where m.surviving_id = s.id and m.state in ('Merged', 'UndoProposed', 'Undone')) p
    where p.id = any (s.took_part) or (p.id is distinct from s.objection_proposed_by_id and p.id is distinct from s.objection_approved_by_id))
where s.service = 'DG' and exists (
    select from case_merges m join cases g on g.id = m.merged_id
    where m.surviving_id = s.id and m.state in ('Merged', 'UndoProposed', 'Undone') and not s.took_part @> g.took_part);
