using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class HoldDecisionsOfTwoInTheDatabase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddCheckConstraint(
                name: "cases_decided_by_two",
                table: "cases",
                sql: "status not in ('Answered', 'Objected', 'ObjectionReview', 'ObjectionProposed', 'ObjectionAnswered', 'ToIssue', 'Refused', 'Revoked') or (proposed_by_id is not null and approved_by_id is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "cases_objection_decided_by_two",
                table: "cases",
                sql: "status <> 'ObjectionAnswered' or (objection_proposed_by_id is not null and objection_approved_by_id is not null)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "cases_decided_by_two",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_objection_decided_by_two",
                table: "cases");
        }
    }
}
