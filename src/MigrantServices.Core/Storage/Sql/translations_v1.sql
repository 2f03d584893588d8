-- A translation keeps its words, whose they are and from which version they were made; a better one is a new version.
create trigger translations_keep_their_words
    before update of id, case_id, text, text_id, from_language, to_language, number, words, kind, added_by_id, added_at, interpreter, has_conflict, conflict_words, original_version
    on translations for each row execute function refuse_change();

-- What was rejected stays so, and what was checked can only be rejected.
create trigger translations_keep_their_check
    before update of state, checked_by_id, checked_at, reason on translations
    for each row when (old.state = 'Rejected' or (old.state = 'Checked' and new.state <> 'Rejected')) execute function refuse_change();

-- What a decision relied on does not change afterwards.
create trigger decision_sources_stay before update on decision_sources
    for each row execute function refuse_change();
