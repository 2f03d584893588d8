using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetPrivacyOfficersConfirmRights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "password_link_id",
                table: "users",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "right_confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    password_link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_right_confirmations", x => x.id);
                    table.ForeignKey(
                        name: "fk_right_confirmations_role_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "role_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_right_confirmations_grant_id",
                table: "right_confirmations",
                column: "grant_id");

            migrationBuilder.Sql(SqlFile.Read("confirmations_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "right_confirmations");

            migrationBuilder.DropColumn(
                name: "password_link_id",
                table: "users");
        }
    }
}
