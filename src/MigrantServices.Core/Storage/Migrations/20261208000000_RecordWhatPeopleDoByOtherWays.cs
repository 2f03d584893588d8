using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RecordWhatPeopleDoByOtherWays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "own_source",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "handed_in",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    agreed = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handed_in", x => x.id);
                    table.CheckConstraint("handed_in_not_online", "channel in ('Phone', 'Visit', 'Letter', 'Email')");
                    table.CheckConstraint("handed_in_spoken_words_agreed", "channel not in ('Phone', 'Visit') or agreed is not null");
                    table.ForeignKey(
                        name: "fk_handed_in_case_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "case_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_handed_in_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_handed_in_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "cases_own_motion_says_its_source",
                table: "cases",
                sql: "(own_source is null) = (channel <> 'Own')");

            migrationBuilder.CreateIndex(
                name: "ix_handed_in_case_id_recorded_at",
                table: "handed_in",
                columns: new[] { "case_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_handed_in_message_id",
                table: "handed_in",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handed_in_recorded_by_id",
                table: "handed_in",
                column: "recorded_by_id");

            migrationBuilder.Sql(SqlFile.Read("handed_in_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "handed_in");

            migrationBuilder.DropCheckConstraint(
                name: "cases_own_motion_says_its_source",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "own_source",
                table: "cases");
        }
    }
}
