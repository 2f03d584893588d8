using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class GiveEachClockItsBeginning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "inquiry_records_waiting",
                table: "inquiry_records");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_load",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_paused_or_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_case_extensions_case_id_clock_number",
                table: "case_extensions");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ended_on",
                table: "inquiry_records",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "outcome",
                table: "inquiry_records",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "objected_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "objection_extended_by",
                table: "cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "counted_from",
                table: "case_extensions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.Sql(SqlFile.Read("clocks_and_proofs_v1"));

            migrationBuilder.CreateIndex(
                name: "inquiry_records_waiting",
                table: "inquiry_records",
                columns: new[] { "due_on", "id" },
                filter: "replied_on is null and due_on is not null and ended_on is null");

            migrationBuilder.AddCheckConstraint(
                name: "inquiry_records_proposals_end",
                table: "inquiry_records",
                sql: "(ended_on is null) = (outcome is null) and (ended_on is null or deed = 'propose-settlement')");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "due_at", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due_municipality",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "due_at", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler_due",
                table: "cases",
                columns: new[] { "handler_id", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "due_at", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_load",
                table: "cases",
                columns: new[] { "handler_id", "language", "due_on" },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "status", "has_unread", "received_at", "due_at", "closed_to", "is_set_apart" });

            migrationBuilder.AddCheckConstraint(
                name: "cases_due_at_on_a_day",
                table: "cases",
                sql: "due_at is null or due_on is not null");

            migrationBuilder.AddCheckConstraint(
                name: "cases_objection_has_begun",
                table: "cases",
                sql: "status not in ('Objected', 'ObjectionReview', 'ObjectionProposed') or objected_at is not null");

            migrationBuilder.AddCheckConstraint(
                name: "cases_paused_or_due",
                table: "cases",
                sql: "paused_on is null or due_on is null or due_on < paused_on");

            migrationBuilder.CreateIndex(
                name: "ix_case_extensions_case_id_clock_counted_from_number",
                table: "case_extensions",
                columns: new[] { "case_id", "clock", "counted_from", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                grant delete on cases, case_extensions, inquiry_records, jurisdiction_checks, referrals, recommendations to portal_app;
                grant update on case_extensions to portal_app;
                drop trigger recommendations_keep_what_they_say on recommendations;
                drop trigger recommendations_by_two_people on recommendations;
                drop function recommendations_by_two_people();
                update cases set due_on = null, due_at = null where paused_on is not null;
                """);

            migrationBuilder.DropIndex(
                name: "inquiry_records_waiting",
                table: "inquiry_records");

            migrationBuilder.DropCheckConstraint(
                name: "inquiry_records_proposals_end",
                table: "inquiry_records");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_load",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_due_at_on_a_day",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_objection_has_begun",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_paused_or_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_case_extensions_case_id_clock_counted_from_number",
                table: "case_extensions");

            migrationBuilder.DropColumn(
                name: "ended_on",
                table: "inquiry_records");

            migrationBuilder.DropColumn(
                name: "outcome",
                table: "inquiry_records");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objected_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objection_extended_by",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "counted_from",
                table: "case_extensions");

            migrationBuilder.CreateIndex(
                name: "inquiry_records_waiting",
                table: "inquiry_records",
                columns: new[] { "due_on", "id" },
                filter: "replied_on is null and due_on is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due_municipality",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler_due",
                table: "cases",
                columns: new[] { "handler_id", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_load",
                table: "cases",
                columns: new[] { "handler_id", "language", "due_on" },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "status", "has_unread", "received_at", "closed_to", "is_set_apart" });

            migrationBuilder.AddCheckConstraint(
                name: "cases_paused_or_due",
                table: "cases",
                sql: "paused_on is null or due_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_extensions_case_id_clock_number",
                table: "case_extensions",
                columns: new[] { "case_id", "clock", "number" },
                unique: true);
        }
    }
}
