using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetChildrenBeConfirmed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "alarm_since",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "born_year",
                table: "cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "child_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "confirmed_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "consent_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "consent_way",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "decided_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "decided_in_time",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "established",
                table: "cases",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "grade",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "graded_by",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "initials",
                table: "cases",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_confirmation_proposed",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_lost",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "issue_because",
                table: "cases",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "issued_by_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "needs_consent",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "owes_return",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "reasons",
                table: "cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "reasons_in_their_language",
                table: "cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refusal_reason",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "refuted",
                table: "cases",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "requester_is",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "revocation_reason",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "told_of_age_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "transfer_offered_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "transfer_to",
                table: "cases",
                type: "character varying(5)",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "visited_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "way",
                table: "cases",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "child_alarms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    told = table.Column<string[]>(type: "text[]", nullable: false),
                    raised_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_alarms", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_alarms_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_child_alarms_users_ended_by_id",
                        column: x => x.ended_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_child_alarms_users_raised_by_id",
                        column: x => x.raised_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "child_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_municipality = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    to_municipality = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_moves", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "child_proofs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    seen_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_proofs", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_proofs_case_files_file_id",
                        column: x => x.file_id,
                        principalTable: "case_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_child_proofs_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_child_proofs_users_seen_by_id",
                        column: x => x.seen_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "child_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visited_on = table.Column<DateOnly>(type: "date", nullable: false),
                    people = table.Column<byte[]>(type: "bytea", nullable: false),
                    findings = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_visits_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_child_visits_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "identity_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_openings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_identity_openings_users_opened_by_id",
                        column: x => x.opened_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "child_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_met = table.Column<bool>(type: "boolean", nullable: false),
                    proofs = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    found_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_findings", x => x.id);
                    table.CheckConstraint("child_findings_rest_on_something", "is_met or visit_id is not null or cardinality(proofs) > 0");
                    table.ForeignKey(
                        name: "fk_child_findings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_child_findings_child_visits_visit_id",
                        column: x => x.visit_id,
                        principalTable: "child_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_child_findings_users_found_by_id",
                        column: x => x.found_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "cases_children_alarms",
                table: "cases",
                column: "alarm_since",
                filter: "service = 'CC' and alarm_since is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_children_child",
                table: "cases",
                column: "child_id",
                filter: "service = 'CC'");

            migrationBuilder.CreateIndex(
                name: "cases_children_due",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'CC' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_children_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'CC' and status in ('Waiting', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'ToIssue', 'ReissueAsked', 'ReissueProposed', 'RevocationProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_children_municipality",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'CC'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_children_newest",
                table: "cases",
                columns: new[] { "received_at", "id" },
                descending: new bool[0],
                filter: "service = 'CC'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_children_offered",
                table: "cases",
                columns: new[] { "transfer_to", "transfer_offered_at" },
                filter: "service = 'CC' and transfer_to is not null");

            migrationBuilder.CreateIndex(
                name: "cases_children_status",
                table: "cases",
                columns: new[] { "status", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'CC'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_issued_by_id",
                table: "cases",
                column: "issued_by_id");

            migrationBuilder.AddCheckConstraint(
                name: "cases_child_known",
                table: "cases",
                sql: "service <> 'CC' or (child_id is not null and way is not null and initials is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "cases_issued_after_two",
                table: "cases",
                sql: "issued_by_id is null or (proposed_by_id is not null and approved_by_id is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "cases_issued_by_a_third",
                table: "cases",
                sql: "issued_by_id is null or (issued_by_id <> proposed_by_id and issued_by_id <> approved_by_id)");

            migrationBuilder.AddCheckConstraint(
                name: "cases_visit_before_decision",
                table: "cases",
                sql: "service <> 'CC' or way = 'Parent' or visited_on is not null or proposed_by_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_child_alarms_case_id",
                table: "child_alarms",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_alarms_ended_by_id",
                table: "child_alarms",
                column: "ended_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_alarms_raised_by_id",
                table: "child_alarms",
                column: "raised_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_findings_case_id",
                table: "child_findings",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_findings_found_by_id",
                table: "child_findings",
                column: "found_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_findings_visit_id",
                table: "child_findings",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_moves_from_municipality_moved_on",
                table: "child_moves",
                columns: new[] { "from_municipality", "moved_on" });

            migrationBuilder.CreateIndex(
                name: "ix_child_proofs_case_id",
                table: "child_proofs",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_proofs_file_id",
                table: "child_proofs",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_proofs_seen_by_id",
                table: "child_proofs",
                column: "seen_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_visits_case_id",
                table: "child_visits",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_visits_recorded_by_id",
                table: "child_visits",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_openings_case_id",
                table: "identity_openings",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_openings_opened_by_id",
                table: "identity_openings",
                column: "opened_by_id");

            migrationBuilder.AddForeignKey(
                name: "fk_cases_users_issued_by_id",
                table: "cases",
                column: "issued_by_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(SqlFile.Read("identity_vault_v1"));
            migrationBuilder.Sql(SqlFile.Read("child_records_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop schema vault cascade");

            migrationBuilder.DropForeignKey(
                name: "fk_cases_users_issued_by_id",
                table: "cases");

            migrationBuilder.DropTable(
                name: "child_alarms");

            migrationBuilder.DropTable(
                name: "child_findings");

            migrationBuilder.DropTable(
                name: "child_moves");

            migrationBuilder.DropTable(
                name: "child_proofs");

            migrationBuilder.DropTable(
                name: "identity_openings");

            migrationBuilder.DropTable(
                name: "child_visits");

            migrationBuilder.DropIndex(
                name: "cases_children_alarms",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_children_child",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_children_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_children_handler",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_children_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_children_newest",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_children_offered",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_children_status",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_issued_by_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_child_known",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_issued_after_two",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_issued_by_a_third",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_visit_before_decision",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "alarm_since",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "born_year",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "child_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "confirmed_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "consent_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "consent_way",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "decided_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "decided_in_time",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "established",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "grade",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "graded_by",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "initials",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "is_confirmation_proposed",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "is_lost",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "issue_because",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "issued_by_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "needs_consent",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "owes_return",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "reasons",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "reasons_in_their_language",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "refusal_reason",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "refuted",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "requester_is",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "revocation_reason",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "told_of_age_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "transfer_offered_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "transfer_to",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "visited_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "way",
                table: "cases");
        }
    }
}
