using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class TieCardsToTheirDecision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "parent_unlinked_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.Sql(SqlFile.Read("cards_decided_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger card_issues_rest_on_a_decision on card_issues;
                drop function card_rests_on_its_decision();
                """);

            migrationBuilder.DropColumn(
                name: "parent_unlinked_at",
                table: "cases");
        }
    }
}
