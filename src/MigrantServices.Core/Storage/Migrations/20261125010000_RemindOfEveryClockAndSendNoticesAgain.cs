using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RemindOfEveryClockAndSendNoticesAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "again_at",
                table: "notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "again_by_id",
                table: "notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_again_by_id",
                table: "notices",
                column: "again_by_id");

            migrationBuilder.AddCheckConstraint(
                name: "notices_again_by_somebody",
                table: "notices",
                sql: "(again_by_id is null) = (again_at is null)");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_asked",
                table: "cases",
                columns: new[] { "handler_id", "respondent_asked_until", "id" },
                filter: "service = 'DG' and respondent_asked_until is not null and status in ('Investigating', 'SiteInvestigation')");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_merge_proposed",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and merge_proposed_by_id is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_not_referred",
                table: "cases",
                columns: new[] { "handler_id", "jurisdiction_checked_at", "id" },
                filter: "service = 'DG' and jurisdiction = 'NotOurs' and referred_at is null and status in ('UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating')");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_not_taken_on_municipality",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                filter: "service = 'DG' and status = 'Submitted' and handler_id is null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_objected_municipality",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and status = 'Objected'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_objection_to_approve_municipality",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and status = 'ObjectionProposed'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_return_proposed",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and return_proposed_by_id is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_to_approve_municipality",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and status = 'Proposed'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.AddForeignKey(
                name: "fk_notices_users_again_by_id",
                table: "notices",
                column: "again_by_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_notices_users_again_by_id",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_again_by_id",
                table: "notices");

            migrationBuilder.DropCheckConstraint(
                name: "notices_again_by_somebody",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "cases_grievances_asked",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_merge_proposed",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_not_referred",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_not_taken_on_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_objected_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_objection_to_approve_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_return_proposed",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_to_approve_municipality",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "again_at",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "again_by_id",
                table: "notices");
        }
    }
}
