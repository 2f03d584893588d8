using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PutOffLastDaysOnRestDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "moved_from",
                table: "recommendations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "moved_from",
                table: "inquiry_records",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "objection_moved_from",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "rights_recounted_from",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "rights_recounted_to",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "supplement_moved_from",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "referrals_unanswered",
                table: "referrals",
                columns: new[] { "sent_at", "id" },
                filter: "reply is null");

            migrationBuilder.AddCheckConstraint(
                name: "recommendations_only_put_off",
                table: "recommendations",
                sql: "moved_from is null or due_on > moved_from");

            migrationBuilder.CreateIndex(
                name: "inquiry_records_waiting",
                table: "inquiry_records",
                columns: new[] { "due_on", "id" },
                filter: "replied_on is null and due_on is not null");

            migrationBuilder.AddCheckConstraint(
                name: "inquiry_records_only_put_off",
                table: "inquiry_records",
                sql: "moved_from is null or due_on > moved_from");

            migrationBuilder.CreateIndex(
                name: "cases_awaited",
                table: "cases",
                columns: new[] { "supplement_until", "id" },
                filter: "status = 'AwaitingSupplement'");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_bars",
                table: "cases",
                columns: new[] { "handler_id", "last_happened_on", "happened_on", "id" },
                filter: "service = 'DG' and referred_at is null and status in ('UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed')");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_objection_until",
                table: "cases",
                columns: new[] { "objection_until", "id" },
                filter: "service = 'DG' and objection_until is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_open",
                table: "cases",
                column: "id",
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')");

            migrationBuilder.AddCheckConstraint(
                name: "cases_objection_only_put_off",
                table: "cases",
                sql: "objection_moved_from is null or objection_until > objection_moved_from");

            migrationBuilder.AddCheckConstraint(
                name: "cases_rights_recounted_whole",
                table: "cases",
                sql: "(rights_recounted_from is null) = (rights_recounted_to is null)");

            migrationBuilder.AddCheckConstraint(
                name: "cases_supplement_only_put_off",
                table: "cases",
                sql: "supplement_moved_from is null or supplement_until > supplement_moved_from");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "referrals_unanswered",
                table: "referrals");

            migrationBuilder.DropCheckConstraint(
                name: "recommendations_only_put_off",
                table: "recommendations");

            migrationBuilder.DropIndex(
                name: "inquiry_records_waiting",
                table: "inquiry_records");

            migrationBuilder.DropCheckConstraint(
                name: "inquiry_records_only_put_off",
                table: "inquiry_records");

            migrationBuilder.DropIndex(
                name: "cases_awaited",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_bars",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_objection_until",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_open",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_objection_only_put_off",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_rights_recounted_whole",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_supplement_only_put_off",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "moved_from",
                table: "recommendations");

            migrationBuilder.DropColumn(
                name: "moved_from",
                table: "inquiry_records");

            migrationBuilder.DropColumn(
                name: "objection_moved_from",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "rights_recounted_from",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "rights_recounted_to",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "supplement_moved_from",
                table: "cases");
        }
    }
}
