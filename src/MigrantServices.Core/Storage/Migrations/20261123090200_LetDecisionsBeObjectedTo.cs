using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetDecisionsBeObjectedTo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_handler",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_unassigned",
                table: "cases");

            migrationBuilder.AddColumn<bool>(
                name: "answer_stands",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "due_moved_by",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_moved_from",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "extended_by",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "extensions",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "objection_answer",
                table: "cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "objection_answer_in_their_language",
                table: "cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "objection_approved_by_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "objection_proposed_by_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "objection_until",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "outcome",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "outcome_reason",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "in_korean",
                table: "case_messages",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "template",
                table: "case_messages",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "detail",
                table: "case_events",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "added_days_off",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_added_days_off", x => x.id);
                    table.CheckConstraint("added_days_off_withdrawn_once", "(withdrawn_at is null) = (withdrawn_by_id is null)");
                });

            migrationBuilder.CreateTable(
                name: "case_extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    consent_way = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_before = table.Column<DateOnly>(type: "date", nullable: false),
                    due_after = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_extensions", x => x.id);
                    table.CheckConstraint("case_extensions_at_most_two", "number between 1 and 2");
                    table.CheckConstraint("case_extensions_consent_said_somehow", "(consent_on is null) = (consent_way is null)");
                    table.CheckConstraint("case_extensions_forward", "length > 0 and due_after > due_before");
                    table.CheckConstraint("case_extensions_second_with_consent", "number = 1 or consent_on is not null");
                    table.ForeignKey(
                        name: "fk_case_extensions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_extensions_users_made_by_id",
                        column: x => x.made_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_unassigned",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed') and handler_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_objection_approved_by_id",
                table: "cases",
                column: "objection_approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_objection_proposed_by_id",
                table: "cases",
                column: "objection_proposed_by_id");

            migrationBuilder.AddCheckConstraint(
                name: "cases_objection_approved_by_another",
                table: "cases",
                sql: "objection_approved_by_id is null or objection_approved_by_id <> objection_proposed_by_id");

            migrationBuilder.AddCheckConstraint(
                name: "cases_objection_approved_by_newcomer",
                table: "cases",
                sql: "objection_approved_by_id is null or (objection_approved_by_id <> proposed_by_id and objection_approved_by_id <> approved_by_id)");

            migrationBuilder.AddCheckConstraint(
                name: "cases_objection_by_newcomers",
                table: "cases",
                sql: "objection_proposed_by_id is null or (objection_proposed_by_id <> proposed_by_id and objection_proposed_by_id <> approved_by_id)");

            migrationBuilder.CreateIndex(
                name: "ix_added_days_off_day",
                table: "added_days_off",
                column: "day",
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_extensions_case_id_number",
                table: "case_extensions",
                columns: new[] { "case_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_extensions_made_by_id",
                table: "case_extensions",
                column: "made_by_id");

            migrationBuilder.AddForeignKey(
                name: "fk_cases_users_objection_approved_by_id",
                table: "cases",
                column: "objection_approved_by_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_cases_users_objection_proposed_by_id",
                table: "cases",
                column: "objection_proposed_by_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cases_users_objection_approved_by_id",
                table: "cases");

            migrationBuilder.DropForeignKey(
                name: "fk_cases_users_objection_proposed_by_id",
                table: "cases");

            migrationBuilder.DropTable(
                name: "added_days_off");

            migrationBuilder.DropTable(
                name: "case_extensions");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_unassigned",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_objection_approved_by_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_objection_proposed_by_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_objection_approved_by_another",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_objection_approved_by_newcomer",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_objection_by_newcomers",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "answer_stands",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "due_moved_by",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "due_moved_from",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "extended_by",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "extensions",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objection_answer",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objection_answer_in_their_language",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objection_approved_by_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objection_proposed_by_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objection_until",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "outcome",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "outcome_reason",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "in_korean",
                table: "case_messages");

            migrationBuilder.DropColumn(
                name: "template",
                table: "case_messages");

            migrationBuilder.DropColumn(
                name: "detail",
                table: "case_events");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_unassigned",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed') and handler_id is null");
        }
    }
}
