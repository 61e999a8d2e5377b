-- The tables of a snapshot. Version 1. A snapshot is written once, by one load, and only read after that.
-- `grade`, `risk_level` and `force` types are made by the writer from the network before this runs:
--   CREATE TYPE grade AS ENUM (<scale, worst to best>, 'not_applicable');

CREATE TABLE meta (name VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

-- One row per command that made a snapshot: load, undo, erase.
CREATE TABLE load (
    load_id INTEGER PRIMARY KEY, loaded_at TIMESTAMP NOT NULL, who VARCHAR NOT NULL, action VARCHAR NOT NULL,
    detail VARCHAR NOT NULL
);

-- One row per workbook ever stored, whatever became of it. `read_with` is a digest of what its reading depended on
-- besides its bytes (program, network, answers); `content` a digest of what was read.
CREATE TABLE workbook (
    workbook_id INTEGER PRIMARY KEY, load_id INTEGER NOT NULL, name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,
    bytes BIGINT NOT NULL, read_with VARCHAR NOT NULL, content VARCHAR NOT NULL
);

-- One row per review. `replaced_by` is the load that took its place (NULL: current), `undone_by` the undo that
-- took it back. `quarter_index` is Quarter.index. `review_key` names the review among those of its force and quarter,
-- the same after the workbook is loaded again: what people write refers to it.
CREATE TABLE review (
    review_id INTEGER PRIMARY KEY, workbook_id INTEGER NOT NULL, quarter_index SMALLINT NOT NULL,
    reviewed_force VARCHAR NOT NULL, reviewing_force VARCHAR, risk_level risk_level, review_ref VARCHAR NOT NULL,
    review_key VARCHAR NOT NULL, officer_ref VARCHAR NOT NULL, team VARCHAR NOT NULL, sheet VARCHAR NOT NULL, ordinal SMALLINT NOT NULL,
    replaced_by INTEGER, undone_by INTEGER
);

-- One row per review and question; rows lie sorted by quarter, force, question.
CREATE TABLE answer (
    review_id INTEGER NOT NULL, quarter_index SMALLINT NOT NULL, reviewed_force VARCHAR NOT NULL,
    question_id VARCHAR NOT NULL, question VARCHAR NOT NULL, grade grade, feedback VARCHAR NOT NULL,
    cell VARCHAR NOT NULL, feedback_cell VARCHAR NOT NULL
);

-- One row per step of the grade scale, `rank` from 0 (worst); not_applicable has neither rank nor failure.
CREATE TABLE grade_step (grade grade PRIMARY KEY, name VARCHAR, letter VARCHAR, rank TINYINT, failure BOOLEAN);

-- One row per question ever seen; the ones of the question set first.
CREATE TABLE question (
    question_id VARCHAR PRIMARY KEY, wording VARCHAR NOT NULL, short VARCHAR NOT NULL, section VARCHAR NOT NULL,
    processes VARCHAR[] NOT NULL, place SMALLINT NOT NULL
);

-- One row per wording of a workbook and how it was identified: same, reworded, renumbered, new.
CREATE TABLE seen_question (
    workbook_id INTEGER NOT NULL, question_id VARCHAR NOT NULL, wording VARCHAR NOT NULL, number VARCHAR NOT NULL,
    how VARCHAR NOT NULL
);

-- One row per problem of a stored workbook.
CREATE TABLE problem (
    workbook_id INTEGER NOT NULL, severity VARCHAR NOT NULL, code VARCHAR NOT NULL, sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL, message VARCHAR NOT NULL
);
