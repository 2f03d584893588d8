using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetRecommendationsBeFollowedUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "recommendations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    addressee = table.Column<byte[]>(type: "bytea", nullable: false),
                    addressee_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    addressee_sector = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    article = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    period = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sent_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: true),
                    reply_recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendations", x => x.id);
                    table.CheckConstraint("recommendations_due_after_sending", "due_on > sent_on");
                    table.CheckConstraint("recommendations_public_or_private", "addressee_sector in ('Public', 'Private')");
                    table.CheckConstraint("recommendations_reply_after_sending", "replied_on is null or replied_on >= sent_on");
                    table.CheckConstraint("recommendations_reply_whole", "(reply is null) = (replied_on is null) and (reply is null) = (reasons is null) and (reply is null) = (reply_recorded_by_id is null)");
                    table.ForeignKey(
                        name: "fk_recommendations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_recommendations_users_reply_recorded_by_id",
                        column: x => x.reply_recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recommendations_users_sent_by_id",
                        column: x => x.sent_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measures_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    found = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    checked_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measures_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_measures_checks_recommendations_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_measures_checks_users_checked_by_id",
                        column: x => x.checked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_measures_checks_checked_by_id",
                table: "measures_checks",
                column: "checked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_measures_checks_recommendation_id_checked_on",
                table: "measures_checks",
                columns: new[] { "recommendation_id", "checked_on" });

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_case_id",
                table: "recommendations",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_reply_recorded_by_id",
                table: "recommendations",
                column: "reply_recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_sent_by_id",
                table: "recommendations",
                column: "sent_by_id");

            migrationBuilder.CreateIndex(
                name: "recommendations_newest",
                table: "recommendations",
                columns: new[] { "sent_on", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "recommendations_replied",
                table: "recommendations",
                columns: new[] { "replied_on", "id" },
                descending: new bool[0],
                filter: "reply is not null");

            migrationBuilder.CreateIndex(
                name: "recommendations_waiting",
                table: "recommendations",
                columns: new[] { "due_on", "id" },
                filter: "reply is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "measures_checks");

            migrationBuilder.DropTable(
                name: "recommendations");
        }
    }
}
