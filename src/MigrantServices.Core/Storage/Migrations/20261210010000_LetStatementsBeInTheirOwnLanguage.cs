using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetStatementsBeInTheirOwnLanguage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // what was kept so far was asked for in Korean
            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "inquiry_records",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "ko");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "language",
                table: "inquiry_records");
        }
    }
}
