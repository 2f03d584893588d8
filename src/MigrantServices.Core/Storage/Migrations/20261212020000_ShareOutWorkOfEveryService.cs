using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ShareOutWorkOfEveryService : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // so far only grievances were shared out
            migrationBuilder.AddColumn<string>(
                name: "service",
                table: "bulk_assignments",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "DG");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "service",
                table: "bulk_assignments");
        }
    }
}
