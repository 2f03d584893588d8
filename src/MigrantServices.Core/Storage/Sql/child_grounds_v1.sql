-- Until now a child was taken in only while a ground was on record, and which one it was nobody wrote down: the one of the day on which it was received,
-- or where the paper is older than the list its first.
update cases c set (ground, ground_since) = (
    select i.code, i.valid_from from reference_items i
    where i.list = 'notification-grounds' and i.details @> '{"services": ["CC"]}'
    order by i.valid_from <= (c.received_at at time zone 'Asia/Seoul')::date desc, i.position, i.valid_from
    limit 1)
where c.service = 'CC';
