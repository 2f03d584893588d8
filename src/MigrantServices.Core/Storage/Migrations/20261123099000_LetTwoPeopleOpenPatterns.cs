using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetTwoPeopleOpenPatterns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "patterns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    token = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    counted_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cases = table.Column<int>(type: "integer", nullable: true),
                    respondent_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    respondent_sector = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    agreed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    open_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    cases_when_closed = table.Column<int>(type: "integer", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_patterns", x => x.id);
                    table.CheckConstraint("patterns_asked_for_something", "(asked_by_id is null) = (purpose is null)");
                    table.CheckConstraint("patterns_closed_with_an_outcome", "(closed_at is null) = (outcome is null)");
                    table.CheckConstraint("patterns_open_for_a_while", "(agreed_by_id is null) = (open_until is null)");
                    table.CheckConstraint("patterns_two_people", "agreed_by_id is null or (asked_by_id is not null and agreed_by_id <> asked_by_id)");
                    table.ForeignKey(
                        name: "fk_patterns_users_agreed_by_id",
                        column: x => x.agreed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_patterns_users_asked_by_id",
                        column: x => x.asked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "respondent_tokens",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    token = table.Column<Guid>(type: "uuid", nullable: false),
                    counts = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_respondent_tokens", x => new { x.case_id, x.form });
                    table.ForeignKey(
                        name: "fk_respondent_tokens_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pattern_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pattern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deed = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    open_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pattern_steps", x => x.id);
                    table.CheckConstraint("pattern_steps_answer_a_request", "(deed in ('Agreed', 'Refused')) = (asked_by_id is not null)");
                    table.CheckConstraint("pattern_steps_two_people", "asked_by_id is null or (by_id is not null and by_id <> asked_by_id)");
                    table.ForeignKey(
                        name: "fk_pattern_steps_patterns_pattern_id",
                        column: x => x.pattern_id,
                        principalTable: "patterns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pattern_steps_users_asked_by_id",
                        column: x => x.asked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pattern_steps_users_by_id",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pattern_steps_asked_by_id",
                table: "pattern_steps",
                column: "asked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_steps_by_id",
                table: "pattern_steps",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_steps_pattern_id_id",
                table: "pattern_steps",
                columns: new[] { "pattern_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_patterns_agreed_by_id",
                table: "patterns",
                column: "agreed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_patterns_asked_by_id",
                table: "patterns",
                column: "asked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_patterns_number",
                table: "patterns",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_patterns_token",
                table: "patterns",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "respondent_tokens_same",
                table: "respondent_tokens",
                column: "token",
                filter: "counts")
                .Annotation("Npgsql:IndexInclude", new[] { "case_id" });

            migrationBuilder.Sql(SqlFile.Read("patterns_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pattern_steps");

            migrationBuilder.DropTable(
                name: "respondent_tokens");

            migrationBuilder.DropTable(
                name: "patterns");
        }
    }
}
