using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetTheWholeProcedureBeExtended : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "rights_extended_by",
                table: "cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rights_extended_for",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "rights_moved_from",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.Sql("update cases set rights_extended_by = 0 where service = 'DG';");

            migrationBuilder.AddCheckConstraint(
                name: "cases_rights_extended_whole",
                table: "cases",
                sql: "rights_extended_by >= 0 and (rights_extended_by = 0) = (rights_extended_for is null) and (rights_extended_by = 0) = (rights_moved_from is null)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "cases_rights_extended_whole",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "rights_extended_by",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "rights_extended_for",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "rights_moved_from",
                table: "cases");
        }
    }
}
