using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class BringFearAndTheLastDayOfTheProcedureUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "fear_since",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "rights_until",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "cases_grievances_fear",
                table: "cases",
                columns: new[] { "fear_since", "id" },
                filter: "service = 'DG' and fear_since is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "handler_id", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_rights",
                table: "cases",
                columns: new[] { "handler_id", "rights_until", "id" },
                filter: "service = 'DG' and rights_until is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "is_set_apart" });

            // the calendar is the portal's: it reckons the days of open cases itself, from this job on
            migrationBuilder.Sql(
                """
                update cases set fear_since = changed_at
                where service = 'DG' and retaliation_on is not null and protected_since is null and status not in ('Withdrawn', 'Merged');
                insert into outbox_jobs (id, kind, payload, dedupe_key, due_at, attempts)
                select gen_random_uuid(), 'older-rights', '"00000000-0000-0000-0000-000000000000"', 'older-rights', now(), 0
                where exists (select from cases c where c.service = 'DG');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_fear",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_rights",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "fear_since",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "rights_until",
                table: "cases");
        }
    }
}
