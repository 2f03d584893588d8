using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeepWhoTookPart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "happened_on",
                table: "jurisdiction_checks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "happened_on_before",
                table: "jurisdiction_checks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "took_part",
                table: "cases",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.Sql(SqlFile.Read("took_part_v1"));

            migrationBuilder.CreateIndex(
                name: "cases_grievances_not_taken_on_by_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                filter: "service = 'DG' and status = 'Submitted'")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "is_set_apart" });

            migrationBuilder.AddCheckConstraint(
                name: "cases_objection_by_nobody_of_the_answer",
                table: "cases",
                sql: "(objection_proposed_by_id is null or objection_proposed_by_id <> all (took_part)) and (objection_approved_by_id is null or objection_approved_by_id <> all (took_part))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "cases_objection_by_nobody_of_the_answer",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_not_taken_on_by_handler",
                table: "cases");

            migrationBuilder.Sql("drop trigger cases_remember_who_took_part on cases; drop function parts_are_not_forgotten();");

            migrationBuilder.DropColumn(
                name: "took_part",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "happened_on",
                table: "jurisdiction_checks");

            migrationBuilder.DropColumn(
                name: "happened_on_before",
                table: "jurisdiction_checks");
        }
    }
}
