using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetCasesOfTheSameChildBeJudged : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "verdict",
                table: "case_pairs",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "verdict",
                table: "case_pair_answers",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValueSql: "'NotTheSame'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "verdict",
                table: "case_pairs");

            migrationBuilder.DropColumn(
                name: "verdict",
                table: "case_pair_answers");
        }
    }
}
