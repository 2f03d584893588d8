using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetCasesSetApartByMistakeComeBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "return_proposed_by_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "apart_returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_apart_returns", x => x.id);
                    table.CheckConstraint("apart_returns_by_two_people", "state <> 'Agreed' or decided_by_id <> proposed_by_id");
                    table.CheckConstraint("apart_returns_decided_whole", "(state = 'Proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
                    table.ForeignKey(
                        name: "fk_apart_returns_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_apart_returns_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_apart_returns_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "apart_returns_one_waits",
                table: "apart_returns",
                column: "case_id",
                unique: true,
                filter: "state = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ix_apart_returns_case_id_proposed_at",
                table: "apart_returns",
                columns: new[] { "case_id", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_apart_returns_decided_by_id",
                table: "apart_returns",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_apart_returns_proposed_by_id",
                table: "apart_returns",
                column: "proposed_by_id");

            migrationBuilder.Sql(SqlFile.Read("apart_returns_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger cases_come_back_with_two_people on cases");

            migrationBuilder.DropTable(
                name: "apart_returns");

            migrationBuilder.DropColumn(
                name: "return_proposed_by_id",
                table: "cases");

            migrationBuilder.Sql(
                """
                drop function cases_come_back_with_two_people();
                drop function apart_returns_stay_with_their_case();
                """);
        }
    }
}
