using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SealWhoIsKnownElsewhere : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pointer_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pointer_openings", x => x.id);
                    table.CheckConstraint("pointer_openings_end", "until > opened_at");
                    table.ForeignKey(
                        name: "fk_pointer_openings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pointer_openings_users_opened_by_id",
                        column: x => x.opened_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealed_pointers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<byte[]>(type: "bytea", nullable: false),
                    ground = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_pointers", x => x.id);
                    table.CheckConstraint("sealed_pointers_agreed", "(ground = 'consent') = (agreed_on is not null)");
                    table.CheckConstraint("sealed_pointers_ended", "ended_at is not null or ended_by_id is null");
                    table.ForeignKey(
                        name: "fk_sealed_pointers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sealed_pointers_users_ended_by_id",
                        column: x => x.ended_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sealed_pointers_users_made_by_id",
                        column: x => x.made_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pointer_openings_case_id_opened_by_id_until",
                table: "pointer_openings",
                columns: new[] { "case_id", "opened_by_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_pointer_openings_opened_by_id",
                table: "pointer_openings",
                column: "opened_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_pointers_case_id_made_at",
                table: "sealed_pointers",
                columns: new[] { "case_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sealed_pointers_ended_by_id",
                table: "sealed_pointers",
                column: "ended_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_pointers_made_by_id",
                table: "sealed_pointers",
                column: "made_by_id");

            migrationBuilder.Sql(SqlFile.Read("sealed_pointers_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pointer_openings");

            migrationBuilder.DropTable(
                name: "sealed_pointers");
        }
    }
}
