-- The content is encrypted and cannot be compressed: trying would only cost time at each upload.
alter table file_chunks alter column content set storage external;
