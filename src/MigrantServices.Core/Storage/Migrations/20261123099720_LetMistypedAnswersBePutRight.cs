using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetMistypedAnswersBePutRight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "measures_corrections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    why = table.Column<byte[]>(type: "bytea", nullable: false),
                    corrected_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    corrected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measures_corrections", x => x.id);
                    table.ForeignKey(
                        name: "fk_measures_corrections_recommendations_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_measures_corrections_users_corrected_by_id",
                        column: x => x.corrected_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measures_corrections_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_measures_corrections_corrected_by_id",
                table: "measures_corrections",
                column: "corrected_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_measures_corrections_recommendation_id_corrected_at",
                table: "measures_corrections",
                columns: new[] { "recommendation_id", "corrected_at" });

            migrationBuilder.CreateIndex(
                name: "ix_measures_corrections_recorded_by_id",
                table: "measures_corrections",
                column: "recorded_by_id");

            migrationBuilder.Sql(SqlFile.Read("measures_corrections_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger recommendations_keep_replies on recommendations;");

            migrationBuilder.DropTable(
                name: "measures_corrections");

            migrationBuilder.Sql(
                """
                drop function replies_are_kept();
                drop function corrections_stay_with_their_recommendation();
                """);
        }
    }
}
