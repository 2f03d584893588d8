using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class EndAwardsByTwo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "proposed_by_id",
                table: "award_endings",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "award_ending_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    in_their_language = table.Column<byte[]>(type: "bytea", nullable: true),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_ending_proposals", x => x.id);
                    table.CheckConstraint("award_ending_proposals_decided", "(state = 'Proposed') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)");
                    table.CheckConstraint("award_ending_proposals_two_people", "state <> 'Approved' or decided_by_id <> proposed_by_id");
                    table.ForeignKey(
                        name: "fk_award_ending_proposals_awards_award_id",
                        column: x => x.award_id,
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_award_ending_proposals_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_award_ending_proposals_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "late_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_late_entries", x => x.id);
                    table.CheckConstraint("late_entries_won", "won > 0");
                    table.ForeignKey(
                        name: "fk_late_entries_budget_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "budget_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_late_entries_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_award_endings_proposed_by_id",
                table: "award_endings",
                column: "proposed_by_id");

            migrationBuilder.AddCheckConstraint(
                name: "award_endings_two_people",
                table: "award_endings",
                sql: "proposed_by_id is null or proposed_by_id <> by_id");

            migrationBuilder.CreateIndex(
                name: "award_ending_proposals_once",
                table: "award_ending_proposals",
                column: "award_id",
                unique: true,
                filter: "state = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ix_award_ending_proposals_award_id",
                table: "award_ending_proposals",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_ending_proposals_decided_by_id",
                table: "award_ending_proposals",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_ending_proposals_proposed_by_id",
                table: "award_ending_proposals",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_late_entries_line_id",
                table: "late_entries",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_late_entries_payment_id",
                table: "late_entries",
                column: "payment_id");

            migrationBuilder.AddForeignKey(
                name: "fk_award_endings_users_proposed_by_id",
                table: "award_endings",
                column: "proposed_by_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(SqlFile.Read("support_endings_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger award_endings_by_two on award_endings;
                drop function award_ending_is_by_two();
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_award_endings_users_proposed_by_id",
                table: "award_endings");

            migrationBuilder.DropTable(
                name: "award_ending_proposals");

            migrationBuilder.DropTable(
                name: "late_entries");

            migrationBuilder.DropIndex(
                name: "ix_award_endings_proposed_by_id",
                table: "award_endings");

            migrationBuilder.DropCheckConstraint(
                name: "award_endings_two_people",
                table: "award_endings");

            migrationBuilder.DropColumn(
                name: "proposed_by_id",
                table: "award_endings");
        }
    }
}
