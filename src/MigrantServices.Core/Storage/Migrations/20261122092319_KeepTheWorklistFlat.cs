using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeepTheWorklistFlat : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_open",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and due_on is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due_municipality",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null");

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

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_unassigned",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed') and due_on is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed')");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_open",
                table: "cases",
                columns: new[] { "received_at", "id" },
                descending: new bool[0],
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed')");
        }
    }
}
