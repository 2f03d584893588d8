using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetCentresBeEntrusted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "centre",
                table: "role_grants",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "centre",
                table: "cases",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "role_grants_of_a_centre",
                table: "role_grants",
                sql: "(role = 'CentreWorker') = (centre is not null) and (centre is null or (services is not null and cardinality(municipalities) = 1 and not for_set_apart))");

            migrationBuilder.CreateIndex(
                name: "cases_children_centre",
                table: "cases",
                columns: new[] { "centre", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'CC' and centre is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.AddCheckConstraint(
                name: "cases_centre_of_a_place",
                table: "cases",
                sql: "centre is null or municipality is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "role_grants_of_a_centre",
                table: "role_grants");

            migrationBuilder.DropIndex(
                name: "cases_children_centre",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_centre_of_a_place",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "centre",
                table: "role_grants");

            migrationBuilder.DropColumn(
                name: "centre",
                table: "cases");
        }
    }
}
