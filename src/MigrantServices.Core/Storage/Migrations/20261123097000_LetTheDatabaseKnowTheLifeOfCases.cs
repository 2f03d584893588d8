using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetTheDatabaseKnowTheLifeOfCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "lifecycle_lines",
                columns: table => new
                {
                    service = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    from_status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to_status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lifecycle_lines", x => new { x.service, x.from_status, x.action, x.to_status });
                });

            migrationBuilder.CreateTable(
                name: "system_failures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_system_failures", x => x.id);
                    table.CheckConstraint("system_failures_in_order", "to_day >= from_day");
                    table.ForeignKey(
                        name: "fk_system_failures_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "cases_paused",
                table: "cases",
                column: "id",
                filter: "paused_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_system_failures_from_day_to_day",
                table: "system_failures",
                columns: new[] { "from_day", "to_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_system_failures_recorded_by_id",
                table: "system_failures",
                column: "recorded_by_id");

            migrationBuilder.Sql(SqlFile.Read("case_life_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger cases_follow_their_table on cases;
                drop trigger case_events_follow_the_table on case_events;
                drop trigger case_events_stay on case_events;
                drop trigger case_events_keep_all on case_events;
                drop function case_follows_its_table();
                drop function history_follows_the_table();
                drop function history_stays_with_its_case();
                """);

            migrationBuilder.DropTable(
                name: "lifecycle_lines");

            migrationBuilder.DropTable(
                name: "system_failures");

            migrationBuilder.DropIndex(
                name: "cases_paused",
                table: "cases");
        }
    }
}
