using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetCitiesJoinAndIdentitiesBeDestroyed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "reference_changes_new_once",
                table: "reference_changes");

            migrationBuilder.AddColumn<string>(
                name: "ground",
                table: "cases",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ground_since",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "identity_destroyed_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_destructions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ground_since = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_destructions", x => x.id);
                    table.CheckConstraint("identity_destructions_decided_by_somebody", "(state = 'Asked') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
                    table.CheckConstraint("identity_destructions_two_people", "decided_by_id is null or decided_by_id <> asked_by_id");
                    table.ForeignKey(
                        name: "fk_identity_destructions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_identity_destructions_users_asked_by_id",
                        column: x => x.asked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_identity_destructions_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "reference_changes_new_once",
                table: "reference_changes",
                columns: new[] { "list", "code" },
                unique: true,
                filter: "withdrawn_at is null and kind = 'Add' and list not in ('card-cities', 'childcare-cities', 'child-check-cities')");

            migrationBuilder.Sql(SqlFile.Read("child_grounds_v1"));

            migrationBuilder.AddCheckConstraint(
                name: "cases_child_under_a_ground",
                table: "cases",
                sql: "service <> 'CC' or (ground is not null and ground <> '' and ground_since is not null)");

            migrationBuilder.CreateIndex(
                name: "identity_destructions_one_at_a_time",
                table: "identity_destructions",
                column: "case_id",
                unique: true,
                filter: "state <> 'Declined'");

            migrationBuilder.CreateIndex(
                name: "ix_identity_destructions_asked_by_id",
                table: "identity_destructions",
                column: "asked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_destructions_case_id_asked_at",
                table: "identity_destructions",
                columns: new[] { "case_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_destructions_decided_by_id",
                table: "identity_destructions",
                column: "decided_by_id");

            migrationBuilder.Sql(SqlFile.Read("identity_destructions_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_destructions");

            migrationBuilder.Sql("""
                drop function identity_is_needed_no_more();
                drop trigger cases_keep_their_ground on cases;
                """);

            migrationBuilder.DropIndex(
                name: "reference_changes_new_once",
                table: "reference_changes");

            migrationBuilder.DropCheckConstraint(
                name: "cases_child_under_a_ground",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "ground",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "ground_since",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "identity_destroyed_at",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "reference_changes_new_once",
                table: "reference_changes",
                columns: new[] { "list", "code" },
                unique: true,
                filter: "withdrawn_at is null and kind = 'Add'");
        }
    }
}
