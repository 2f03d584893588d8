using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetDuplicatesBeFoundAndMerged : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merge_proposed_by_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_marks",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    mark = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_marks", x => new { x.case_id, x.kind, x.mark });
                    table.ForeignKey(
                        name: "fk_case_marks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_id = table.Column<Guid>(type: "uuid", nullable: false),
                    surviving_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status_before = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    due_on_before = table.Column<DateOnly>(type: "date", nullable: true),
                    paused_on_before = table.Column<DateOnly>(type: "date", nullable: true),
                    undo_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    undo_proposed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undo_proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_merges", x => x.id);
                    table.CheckConstraint("case_merges_by_two_people", "state in ('Proposed', 'Declined') or (decided_by_id <> proposed_by_id and status_before is not null)");
                    table.CheckConstraint("case_merges_decided_whole", "(state = 'Proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
                    table.CheckConstraint("case_merges_of_two", "merged_id <> surviving_id");
                    table.CheckConstraint("case_merges_undo_whole", "state not in ('UndoProposed', 'Undone') or (undo_proposed_by_id is not null and undo_proposed_at is not null and undo_words is not null)");
                    table.CheckConstraint("case_merges_undone_by_two_people", "(state = 'Undone') = (undone_by_id is not null) and (undone_by_id is null or undone_by_id <> undo_proposed_by_id)");
                    table.ForeignKey(
                        name: "fk_case_merges_cases_merged_id",
                        column: x => x.merged_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_merges_cases_surviving_id",
                        column: x => x.surviving_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_merges_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_merges_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_merges_users_undo_proposed_by_id",
                        column: x => x.undo_proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_merges_users_undone_by_id",
                        column: x => x.undone_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_pairs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lower_id = table.Column<Guid>(type: "uuid", nullable: false),
                    higher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    band = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reasons = table.Column<string[]>(type: "character varying(20)[]", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    answers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_pairs", x => x.id);
                    table.CheckConstraint("case_pairs_answered_twice", "answers between 0 and 2");
                    table.CheckConstraint("case_pairs_in_order", "lower_id < higher_id");
                    table.ForeignKey(
                        name: "fk_case_pairs_cases_higher_id",
                        column: x => x.higher_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_pairs_cases_lower_id",
                        column: x => x.lower_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_pair_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    reasons = table.Column<string[]>(type: "character varying(20)[]", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_pair_answers", x => x.id);
                    table.CheckConstraint("case_pair_answers_twice", "number between 1 and 2");
                    table.ForeignKey(
                        name: "fk_case_pair_answers_case_pairs_pair_id",
                        column: x => x.pair_id,
                        principalTable: "case_pairs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_pair_answers_users_by_id",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "case_marks_mark",
                table: "case_marks",
                column: "mark")
                .Annotation("Npgsql:IndexInclude", new[] { "kind", "case_id" });

            migrationBuilder.CreateIndex(
                name: "case_merges_one_alive",
                table: "case_merges",
                column: "merged_id",
                unique: true,
                filter: "state in ('Proposed', 'Merged', 'UndoProposed')");

            migrationBuilder.CreateIndex(
                name: "case_merges_surviving",
                table: "case_merges",
                column: "surviving_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_merges_decided_by_id",
                table: "case_merges",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_merges_proposed_by_id",
                table: "case_merges",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_merges_undo_proposed_by_id",
                table: "case_merges",
                column: "undo_proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_merges_undone_by_id",
                table: "case_merges",
                column: "undone_by_id");

            migrationBuilder.CreateIndex(
                name: "case_pair_answers_once",
                table: "case_pair_answers",
                columns: new[] { "pair_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_pair_answers_by_id",
                table: "case_pair_answers",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "case_pairs_higher",
                table: "case_pairs",
                column: "higher_id");

            migrationBuilder.CreateIndex(
                name: "case_pairs_once",
                table: "case_pairs",
                columns: new[] { "lower_id", "higher_id" },
                unique: true);

            migrationBuilder.Sql(SqlFile.Read("merges_v1"));

            // cases that are there already are compared once, as new ones are
            migrationBuilder.Sql(
                """
                insert into outbox_jobs (id, kind, payload, dedupe_key, due_at, attempts)
                select gen_random_uuid(), 'grievance.duplicates', to_jsonb(c.id), 'grievance.duplicates:' || c.id, now(), 0
                from cases c where c.service = 'DG';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger cases_merge_with_two_people on cases;
                drop function case_merges_with_two_people();
                """);

            migrationBuilder.DropTable(
                name: "case_marks");

            migrationBuilder.DropTable(
                name: "case_merges");

            migrationBuilder.DropTable(
                name: "case_pair_answers");

            migrationBuilder.DropTable(
                name: "case_pairs");

            migrationBuilder.DropColumn(
                name: "merge_proposed_by_id",
                table: "cases");

            migrationBuilder.Sql(
                """
                drop function keep_what_was_said();
                drop function merges_stay_with_their_case();
                drop function answers_stay_with_their_pair();
                """);
        }
    }
}
