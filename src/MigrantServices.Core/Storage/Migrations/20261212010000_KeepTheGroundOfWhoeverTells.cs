using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeepTheGroundOfWhoeverTells : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "requester_ground",
                table: "cases",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "requester_ground_since",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "cases_requester_ground_of_a_request",
                table: "cases",
                sql: "(requester_ground is null) = (requester_ground_since is null) and (requester_ground is null or way = 'Request')");

            migrationBuilder.Sql(SqlFile.Read("requester_grounds_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger cases_keep_requester_ground on cases;");

            migrationBuilder.DropCheckConstraint(
                name: "cases_requester_ground_of_a_request",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "requester_ground",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "requester_ground_since",
                table: "cases");
        }
    }
}
