using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetCitiesHaveLinesOfTheirOwn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "reference_changes_new_once",
                table: "reference_changes");

            migrationBuilder.CreateIndex(
                name: "reference_changes_new_once",
                table: "reference_changes",
                columns: new[] { "list", "code" },
                unique: true,
                filter: "withdrawn_at is null and kind = 'Add' and list not in ('card-cities', 'childcare-cities', 'child-check-cities', 'city-lines')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "reference_changes_new_once",
                table: "reference_changes");

            migrationBuilder.CreateIndex(
                name: "reference_changes_new_once",
                table: "reference_changes",
                columns: new[] { "list", "code" },
                unique: true,
                filter: "withdrawn_at is null and kind = 'Add' and list not in ('card-cities', 'childcare-cities', 'child-check-cities')");
        }
    }
}
