-- on what ground of their own somebody told of a child does not change afterwards
create trigger cases_keep_requester_ground before update of requester_ground, requester_ground_since on cases
    for each row when ((old.requester_ground, old.requester_ground_since) is distinct from (new.requester_ground, new.requester_ground_since))
    execute function refuse_change();
