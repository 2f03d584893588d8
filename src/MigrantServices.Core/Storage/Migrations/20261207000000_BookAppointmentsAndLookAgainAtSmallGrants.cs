using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class BookAppointmentsAndLookAgainAtSmallGrants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_granted_lines_line_id",
                table: "granted_lines");

            migrationBuilder.AddColumn<bool>(
                name: "is_whole",
                table: "support_lines",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "was_granted",
                table: "support_lines",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "interpreters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sex = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    dialects = table.Column<string[]>(type: "text[]", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreters", x => x.id);
                    table.CheckConstraint("interpreters_speak", "cardinality(languages) > 0");
                    table.ForeignKey(
                        name: "fk_interpreters_users_added_by_id",
                        column: x => x.added_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    provider = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    interpreter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    booked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    person_rating = table.Column<int>(type: "integer", nullable: true),
                    person_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    office_rating = table.Column<int>(type: "integer", nullable: true),
                    office_words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointments", x => x.id);
                    table.CheckConstraint("appointments_closed", "(state = 'Booked') = (closed_at is null)");
                    table.CheckConstraint("appointments_declared", "(interpreter_id is null) = (declared_at is null)");
                    table.CheckConstraint("appointments_in_order", "ends_at > starts_at");
                    table.CheckConstraint("appointments_rated_after", "(person_rating is null and office_rating is null) or state = 'Attended'");
                    table.CheckConstraint("appointments_ratings", "(person_rating is null or person_rating between 1 and 5) and (office_rating is null or office_rating between 1 and 5)");
                    table.ForeignKey(
                        name: "fk_appointments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appointments_interpreters_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appointments_users_booked_by_id",
                        column: x => x.booked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_conflicts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    interpreter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_conflicts", x => x.id);
                    table.ForeignKey(
                        name: "fk_interpreter_conflicts_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_interpreter_conflicts_interpreters_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_interpreter_conflicts_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_exclusions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    interpreter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_exclusions", x => x.id);
                    table.ForeignKey(
                        name: "fk_interpreter_exclusions_interpreters_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_granted_lines_line_id",
                table: "granted_lines",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_booked_by_id",
                table: "appointments",
                column: "booked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_case_id_starts_at",
                table: "appointments",
                columns: new[] { "case_id", "starts_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_interpreter_id",
                table: "appointments",
                column: "interpreter_id");

            migrationBuilder.CreateIndex(
                name: "interpreter_conflicts_once",
                table: "interpreter_conflicts",
                columns: new[] { "case_id", "interpreter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_conflicts_interpreter_id",
                table: "interpreter_conflicts",
                column: "interpreter_id");

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_conflicts_recorded_by_id",
                table: "interpreter_conflicts",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_exclusions_interpreter_id_person",
                table: "interpreter_exclusions",
                columns: new[] { "interpreter_id", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_exclusions_person",
                table: "interpreter_exclusions",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_interpreters_added_by_id",
                table: "interpreters",
                column: "added_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_interpreters_languages",
                table: "interpreters",
                column: "languages")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.Sql(SqlFile.Read("support_appointments_v1"));
            migrationBuilder.Sql(SqlFile.Read("support_lines_v2"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger support_lines_keep_their_decision on support_lines");

            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "interpreter_conflicts");

            migrationBuilder.DropTable(
                name: "interpreter_exclusions");

            migrationBuilder.DropTable(
                name: "interpreters");

            migrationBuilder.DropIndex(
                name: "ix_granted_lines_line_id",
                table: "granted_lines");

            migrationBuilder.DropColumn(
                name: "is_whole",
                table: "support_lines");

            migrationBuilder.DropColumn(
                name: "was_granted",
                table: "support_lines");

            migrationBuilder.CreateIndex(
                name: "ix_granted_lines_line_id",
                table: "granted_lines",
                column: "line_id",
                unique: true);
        }
    }
}
