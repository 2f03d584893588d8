using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class HoldIdentities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "destruction_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    placed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lifted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_destruction_holds", x => x.id);
                    table.CheckConstraint("destruction_holds_lifted_by_somebody", "(lifted_by_id is null) = (lifted_at is null)");
                    table.ForeignKey(
                        name: "fk_destruction_holds_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_destruction_holds_users_lifted_by_id",
                        column: x => x.lifted_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_destruction_holds_users_placed_by_id",
                        column: x => x.placed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "destruction_holds_one_at_a_time",
                table: "destruction_holds",
                column: "case_id",
                unique: true,
                filter: "lifted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_destruction_holds_case_id_placed_at",
                table: "destruction_holds",
                columns: new[] { "case_id", "placed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_destruction_holds_lifted_by_id",
                table: "destruction_holds",
                column: "lifted_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_destruction_holds_placed_by_id",
                table: "destruction_holds",
                column: "placed_by_id");

            migrationBuilder.Sql(SqlFile.Read("destruction_holds_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger identity_destructions_not_held on identity_destructions; drop function identity_is_not_held();");

            migrationBuilder.DropTable(
                name: "destruction_holds");
        }
    }
}
