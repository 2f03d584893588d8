using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeepTheLanguageOfTheAccount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "account_language",
                table: "cases",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            // until now both were taken for the same
            migrationBuilder.Sql("update cases set account_language = language where service = 'DG';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "account_language",
                table: "cases");
        }
    }
}
