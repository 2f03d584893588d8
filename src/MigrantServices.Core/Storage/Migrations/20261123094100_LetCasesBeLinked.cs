using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetCasesBeLinked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    linked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    linked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    unlinked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unlinked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_links", x => x.id);
                    table.CheckConstraint("case_links_between_two", "case_id <> other_id");
                    table.CheckConstraint("case_links_taken_off_whole", "(unlinked_by_id is null) = (unlinked_at is null)");
                    table.ForeignKey(
                        name: "fk_case_links_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_links_cases_other_id",
                        column: x => x.other_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_links_users_linked_by_id",
                        column: x => x.linked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_links_users_unlinked_by_id",
                        column: x => x.unlinked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "case_links_once",
                table: "case_links",
                columns: new[] { "case_id", "other_id" },
                unique: true,
                filter: "unlinked_at is null");

            migrationBuilder.CreateIndex(
                name: "case_links_one_repeat",
                table: "case_links",
                column: "case_id",
                unique: true,
                filter: "unlinked_at is null and kind = 'Repeat'");

            migrationBuilder.CreateIndex(
                name: "case_links_other",
                table: "case_links",
                columns: new[] { "other_id", "kind" },
                filter: "unlinked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_links_linked_by_id",
                table: "case_links",
                column: "linked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_links_unlinked_by_id",
                table: "case_links",
                column: "unlinked_by_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_links");
        }
    }
}
