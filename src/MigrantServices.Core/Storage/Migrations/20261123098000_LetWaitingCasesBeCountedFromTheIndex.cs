using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetWaitingCasesBeCountedFromTheIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_awaited",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_awaited",
                table: "cases",
                columns: new[] { "handler_id", "supplement_until", "id" },
                filter: "service = 'DG' and status = 'AwaitingSupplement'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_awaited",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_awaited",
                table: "cases",
                columns: new[] { "handler_id", "supplement_until", "id" },
                filter: "service = 'DG' and status = 'AwaitingSupplement'");
        }
    }
}
